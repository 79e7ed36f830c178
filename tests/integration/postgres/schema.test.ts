/** Migrations and rights on a real server. */

import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { PostgresAttemptLedger } from '../../../src/adapters/postgres/attempt-ledger.js';
import { PostgresCompanyStore } from '../../../src/adapters/postgres/company-store.js';
import { PostgresMessageStore } from '../../../src/adapters/postgres/message-store.js';
import { migratePostgres } from '../../../src/adapters/postgres/migrate.js';
import { assertMigrated } from '../../../src/adapters/postgres/migrations.js';
import { PostgresSignInReader } from '../../../src/adapters/postgres/sign-in-reader.js';
import { createTestDatabase, runOn } from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import {
  clock,
  later,
  newCompany,
  newEnrolled,
  sendToChange,
} from '../../support/postgres-people.js';

const migrate = (url: string, serviceRole: string | null = null) =>
  migratePostgres({ url, ssl: false, serviceRole });

/** A role of its own with the service's rights; the tests' server trusts everybody. */
async function withServiceRole(
  run: (db: Awaited<ReturnType<typeof createTestDatabase>>, role: string) => Promise<void>,
) {
  const db = await createTestDatabase();
  const role = `assay_service_${data.newUserId().slice(2).replaceAll('-', '')}`;
  try {
    await runOn(db.url, `CREATE ROLE ${role} LOGIN`);
    await migrate(db.url, role);
    await run(db, role);
  } finally {
    await runOn(db.url, `DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await db.close();
  }
}
const asRole = (url: string, role: string) => {
  const own = new URL(url);
  own.username = role;
  return own.href;
};

it('lets racing processes migrate one after the other', async () => {
  const db = await createTestDatabase({ isMigrated: false });
  try {
    const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(db.url)));
    expect([...applied].sort()).toEqual([0, 0, 0, 4]);
    await expect(assertMigrated(db.database)).resolves.toBeUndefined();
  } finally {
    await db.close();
  }
});

it('refuses to start on an empty database', async () => {
  const db = await createTestDatabase({ isMigrated: false });
  try {
    await expect(assertMigrated(db.database)).rejects.toMatchObject({
      name: 'SchemaNotMigratedError',
      missing: 4,
    });
  } finally {
    await db.close();
  }
});

it('refuses to start on, and to migrate, the schema of a newer release', async () => {
  const db = await createTestDatabase();
  try {
    await runOn(
      db.url,
      `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('newer', 9999999999999)`,
    );
    await expect(assertMigrated(db.database)).rejects.toMatchObject({ name: 'SchemaTooNewError' });
    await expect(migrate(db.url)).rejects.toMatchObject({ name: 'SchemaTooNewError' });
  } finally {
    await db.close();
  }
});

it.each([
  'UPDATE audit_events SET kind = kind',
  'DELETE FROM audit_events',
  'TRUNCATE audit_events',
])('R064: refuses %s to the owner as well', async (statement) => {
  const db = await createTestDatabase();
  try {
    await newCompany(db.database);
    await expect(runOn(db.url, statement)).rejects.toMatchObject({ code: '42501' });
    const replica = `SET session_replication_role = replica; ${statement}`;
    await expect(runOn(db.url, replica)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await db.close();
  }
});

it('R064: gives the service role its work, and permission denied on changing the audit', () =>
  withServiceRole(async (db, role) => {
    const url = asRole(db.url, role);
    const service = db.open({ url });
    await assertMigrated(service);
    const { employee, phone } = await newEnrolled(service);
    const ledger = new PostgresAttemptLedger(service, clock);
    const right = data.attemptOn(employee, phone);
    expect(await ledger.record(right, later())).toMatchObject({ kind: 'approved' });
    await ledger.withdraw(right);
    const { messageId } = await sendToChange(service, { employee, phone });
    const refused = { kind: 'rejected', reason: 'unreachable', providerCode: null } as const;
    const audit = data.auditOf('send.refused', employee);
    await new PostgresMessageStore(service).settle(messageId, refused, audit);
    expect(await new PostgresSignInReader(service).read(employee)).toMatchObject({ kind: 'found' });
    for (const statement of ['UPDATE audit_events SET kind = kind', 'DELETE FROM audit_events']) {
      await expect(runOn(url, statement)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      runOn(url, 'DROP TRIGGER audit_events_append_only ON audit_events'),
    ).rejects.toMatchObject({ code: '42501' });
  }));

it('R126: changes no policy and enrols nobody while the audit cannot be written', () =>
  withServiceRole(async (db, role) => {
    const companyId = await newCompany(db.database, null);
    await runOn(db.url, `REVOKE INSERT ON audit_events FROM ${role}`);
    const service = db.open({ url: asRole(db.url, role) });
    const companies = new PostgresCompanyStore(service);
    const audit = data.auditOf('policy.changed', { companyId });
    const unavailable = { name: 'StoreUnavailableError', reason: '42501' };
    await expect(
      companies.putPolicy(companyId, data.policyWrite(1, data.REQUIRED), audit),
    ).rejects.toMatchObject(unavailable);
    await expect(companies.put(data.newCompanyId(), data.PROFILE, audit)).rejects.toMatchObject(
      unavailable,
    );
    expect(await companies.getPolicy(companyId)).toMatchObject({ mode: 'off', version: 1 });
    expect((await companies.list({ limit: 9, cursor: null }, null)).items).toHaveLength(1);
    await expect(new PostgresAuditLog(service).append(audit)).rejects.toMatchObject(unavailable);
  }));

it('R126: approves nothing while the attempt cannot be written', () =>
  withServiceRole(async (db, role) => {
    const { employee, phone } = await newEnrolled(db.database);
    await runOn(db.url, `REVOKE INSERT ON attempts FROM ${role}`);
    const ledger = new PostgresAttemptLedger(db.open({ url: asRole(db.url, role) }), clock);
    const right = data.attemptOn(employee, phone);
    await expect(ledger.record(right, later())).rejects.toMatchObject({ reason: '42501' });
    await runOn(db.url, `GRANT INSERT ON attempts TO ${role}`);
    expect(await ledger.record(right, later())).toMatchObject({ kind: 'approved' });
  }));
