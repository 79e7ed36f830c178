/** Numbers of companies that switched two-factor off go after the stated days, once, by one instance at a time. */

import { PostgresAuditLog } from '../../../src/adapters/postgres/audit-log.js';
import { PostgresCompanyStore } from '../../../src/adapters/postgres/company-store.js';
import type { Database } from '../../../src/adapters/postgres/database.js';
import { PostgresEmployeeStore } from '../../../src/adapters/postgres/employee-store.js';
import { eraseAfterOff } from '../../../src/adapters/postgres/erase-after-off.js';
import { PostgresSignInReader } from '../../../src/adapters/postgres/sign-in-reader.js';
import type { CompanyId } from '../../../src/domain/ids.js';
import type { PolicySettings } from '../../../src/domain/policy.js';
import {
  createPgliteTestDatabase,
  createTestDatabase,
  runOn,
  type PostgresTestDatabase,
} from '../../support/postgres.js';
import * as data from '../../support/postgres-data.js';
import { newCompany, newEnrolled, type newEmployee } from '../../support/postgres-people.js';

const RULE = { afterDays: 30 };
const OFF = { ...data.REQUIRED, mode: 'off', enforceFrom: null } as const;

const text = (sql: string) => ({ name: '', text: sql });
const run = (database: Database, sql: string, values: readonly unknown[] = []) =>
  database.query(({ rows }) => rows(text(sql), values));
async function change(database: Database, companyId: CompanyId, to: PolicySettings) {
  const store = new PostgresCompanyStore(database);
  const version = (await store.getPolicy(companyId))?.version ?? 0;
  const audit = data.auditOf('policy.changed', { companyId });
  return store.putPolicy(
    companyId,
    { expectedVersion: version, settings: to, stepUp: null },
    audit,
  );
}
/** Moves the clock of one company: as if it had been off for so long, and its numbers older. */
const wasOffFor = async (database: Database, companyId: CompanyId, interval: string) => {
  await run(
    database,
    `UPDATE policies SET switched_off_at = clock_timestamp() - $2::interval WHERE company_id = $1`,
    [companyId, interval],
  );
  await run(
    database,
    `UPDATE factors SET created_at = clock_timestamp() - $2::interval - interval '1 hour'
      WHERE company_id = $1`,
    [companyId, interval],
  );
};
const numbersOf = async (database: Database, companyId: CompanyId) =>
  (await run(database, 'SELECT 1 FROM factors WHERE company_id = $1', [companyId])).length;

/** A company with three numbers whose policy was switched off so long ago. */
async function offFor(database: Database, interval: string): Promise<CompanyId> {
  const companyId = await newCompany(database);
  for (let n = 0; n < 3; n += 1) await newEnrolled(database, companyId);
  await change(database, companyId, OFF);
  await wasOffFor(database, companyId, interval);
  return companyId;
}

describe.each([
  ['PostgreSQL', createTestDatabase],
  ['PGlite', createPgliteTestDatabase],
])('erasing on %s', (_, create) => {
  let db: Awaited<ReturnType<typeof create>>;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  it('keeps the number of somebody who enrols to switch it on again', async () => {
    const companyId = await offFor(db.database, '31 days');
    await newEnrolled(db.database, companyId);
    expect(await eraseAfterOff(db.database, RULE)).toBe(3);
    expect(await numbersOf(db.database, companyId)).toBe(1);
  });

  it('R096: deletes what is over its days, tells each number in the audit, and nothing twice', async () => {
    const over = await offFor(db.database, '30 days 1 second');
    const within = await offFor(db.database, '29 days 23 hours 59 minutes');
    expect(await eraseAfterOff(db.database, RULE)).toBe(3);
    expect(await eraseAfterOff(db.database, RULE)).toBe(0);
    expect([await numbersOf(db.database, over), await numbersOf(db.database, within)]).toEqual([
      0, 3,
    ]);
    const page = { limit: 50, cursor: null };
    const audit = await new PostgresAuditLog(db.database).list(over, page, {
      kind: 'factor.erased',
    });
    expect(audit.items).toHaveLength(3);
    expect(new Set(audit.items.map(({ userId }) => userId)).size).toBe(3);
    expect(audit.items[0]).toMatchObject({
      ...{ actor: { role: 'system', id: 'erase-after-off' }, clientId: null },
      facts: { reason: 'policy_off', state: 'active', factorId: data.ANY_TEXT },
    });
  });

  it('keeps the numbers of who switches it on again before', async () => {
    const companyId = await offFor(db.database, '29 days');
    const on = await change(db.database, companyId, data.REQUIRED);
    expect(on).toMatchObject({ switchedOffAt: null });
    await eraseAfterOff(db.database, { afterDays: 1 });
    expect(await numbersOf(db.database, companyId)).toBe(3);
    const off = await change(db.database, companyId, OFF);
    expect(off).toMatchObject({ switchedOffAt: data.ANY_DATE });
    expect(await eraseAfterOff(db.database, RULE)).toBe(0);
  });

  it('counts the days from when it was switched off, whatever is changed later', async () => {
    const companyId = await offFor(db.database, '31 days');
    const later = await change(db.database, companyId, { ...OFF, smsPerDay: 7 });
    expect(later).toMatchObject({ mode: 'off' });
    expect(await eraseAfterOff(db.database, RULE)).toBe(3);
  });

  it('leaves alone what was collected before two-factor was ever on', async () => {
    const companyId = await newCompany(db.database, null);
    const employee = { companyId, userId: data.newUserId() };
    const phone = { ...data.phoneOf(), factorId: data.newFactorId() };
    const audit = data.auditOf('employee.listed', employee);
    await new PostgresEmployeeStore(db.database).putOnRoster(employee, phone, audit);
    await change(db.database, companyId, { ...OFF, smsPerDay: 9 });
    await eraseAfterOff(db.database, { afterDays: 1 });
    expect(await numbersOf(db.database, companyId)).toBe(1);
    const policy = await new PostgresCompanyStore(db.database).getPolicy(companyId);
    expect(policy?.switchedOffAt).toBeNull();
  });

  it('takes what was counted against a number away with it', async () => {
    const companyId = await newCompany(db.database);
    const { employee } = await newEnrolled(db.database, companyId);
    await run(
      db.database,
      `UPDATE employees SET failures = 50, disabled_at = now() WHERE user_id = $1`,
      [employee.userId],
    );
    await change(db.database, companyId, OFF);
    await wasOffFor(db.database, companyId, '31 days');
    const before = await readCounter(employee);
    await eraseAfterOff(db.database, RULE);
    const after = await readCounter(employee);
    expect(after).toMatchObject({ epoch: before.epoch + 1, failures: 0, lockedForMs: 0 });
  });
  const readCounter = async (employee: Awaited<ReturnType<typeof newEmployee>>) => {
    const read = await new PostgresSignInReader(db.database).read(employee);
    if (read.kind !== 'found') throw new Error(read.kind);
    return read.person.counter;
  };
});

describe('erasing beside other instances', () => {
  let db: PostgresTestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.close());

  it('erases each number once, however many begin at the same time', async () => {
    await offFor(db.database, '31 days');
    await offFor(db.database, '31 days');
    const others = [db.open(), db.open(), db.open()];
    const erased = await Promise.all(others.map((each) => eraseAfterOff(each, RULE)));
    const last = await eraseAfterOff(db.database, RULE);
    expect(erased.reduce((sum, count) => sum + count, last)).toBe(6);
    const rows = await runOn(
      db.url,
      `SELECT count(*)::int AS n, count(DISTINCT facts->>'factorId')::int AS numbers
        FROM audit_events WHERE kind = 'factor.erased'`,
    );
    expect(rows).toEqual([{ n: 6, numbers: 6 }]);
  });

  it('leaves it to whoever is at it', async () => {
    const companyId = await offFor(db.database, '31 days');
    await db.open().transaction(async ({ rows }) => {
      await rows(text('SELECT pg_advisory_xact_lock(7304221)'), []);
      expect(await eraseAfterOff(db.database, RULE)).toBe(0);
    });
    expect(await numbersOf(db.database, companyId)).toBe(3);
    expect(await eraseAfterOff(db.database, RULE)).toBe(3);
  });

  it('goes on where it was cut short', async () => {
    const companyId = await offFor(db.database, '31 days');
    await runOn(
      db.url,
      `INSERT INTO employees (company_id, user_id, folded_id)
        SELECT '${companyId}', 'x-' || n, 'x-' || n FROM generate_series(1, 450) AS n;
      INSERT INTO factors (factor_id, company_id, user_id, state, is_imported, sealed_number,
          sealed_mask, number_index, country)
        SELECT 'f-' || n, '${companyId}', 'x-' || n, 'pending', true, '', '', 'i-' || n, 'GB'
        FROM generate_series(1, 450) AS n`,
    );
    await wasOffFor(db.database, companyId, '31 days');
    let chunks = 0;
    const cut: Pick<Database, 'transaction'> = {
      transaction: (work) => {
        chunks += 1;
        if (chunks > 1) throw new Error('killed');
        return db.database.transaction(work);
      },
    };
    await expect(eraseAfterOff(cut, RULE)).rejects.toThrow('killed');
    const left = await numbersOf(db.database, companyId);
    expect(left).toBeLessThan(453);
    expect(left).toBeGreaterThan(0);
    expect(await eraseAfterOff(db.database, RULE)).toBe(left);
    expect(await numbersOf(db.database, companyId)).toBe(0);
  });
});
