/** What every MessageStore does, whatever it stands on. */

import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresMessageStore } from '../../src/adapters/postgres/message-store.js';
import { PostgresSignInReader } from '../../src/adapters/postgres/sign-in-reader.js';
import type { SmsOutcome } from '../../src/app/ports/sms-sender.js';
import type { EmployeeRef, UserId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany, newEmployee, newEnrolled } from '../support/postgres-people.js';

export function messageStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const store = () => new PostgresMessageStore(db.database);
  const opening = (employee: EmployeeRef) => data.auditOf('phone.opened', employee);
  const factsOf = async ({ companyId, userId }: EmployeeRef, kind: string) => {
    const page = { limit: 50, cursor: null };
    const { items } = await new PostgresAuditLog(db.database).list(companyId, page, {
      userId,
      kind,
    });
    return items.map(({ facts }) => facts);
  };
  const factorOf = async (employee: EmployeeRef) =>
    (await new PostgresEmployeeStore(db.database).get(employee))?.factor;

  it('records an opening only while the factor is as it was read', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const opened = data.messageTo(employee, { factorId: phone.factorId });
    const before = (await factsOf(employee, 'phone.opened')).length;
    expect(await store().open(opened, opening(employee))).toBe('recorded');
    const changed = data.messageTo(employee, { factorId: phone.factorId, factorVersion: 2 });
    expect(await store().open(changed, opening(employee))).toBe('factor_gone');
    const stranger = await newEmployee(db.database);
    const foreign = data.messageTo(stranger, { factorId: phone.factorId });
    expect(await store().open(foreign, opening(stranger))).toBe('factor_gone');
    expect(await factsOf(employee, 'phone.opened')).toHaveLength(before + 1);
  });

  it('records a notice about a factor that is gone', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const lost = { reason: 'lost', idempotency: null };
    await new PostgresEmployeeStore(db.database).reset(employee, lost, opening(employee));
    const over = { factorId: phone.factorId, kind: 'notice', challengeId: null } as const;
    expect(await store().open(data.messageTo(employee, over), opening(employee))).toBe('recorded');
  });

  it('makes the person known and keeps one pending factor per number', async () => {
    const companyId = await newCompany(db.database);
    const employee = { companyId, userId: data.newUserId() };
    const phone = data.phoneOf();
    const first = data.messageTo(employee);
    const opened = await store().openPending(first, phone, opening(employee));
    expect(opened).toEqual({ factorId: first.factorId, version: 1, failures: 0 });
    const repeat = await store().openPending(data.messageTo(employee), phone, opening(employee));
    expect(repeat).toEqual(opened);
    const other = data.messageTo(employee);
    expect(await store().openPending(other, data.phoneOf(), opening(employee))).toMatchObject({
      factorId: other.factorId,
    });
    const [last] = (await factsOf(employee, 'phone.opened')).slice(-1);
    expect(last).toEqual({ via: 'test', factorId: first.factorId });
    const person = await new PostgresEmployeeStore(db.database).get(employee);
    expect(person).toMatchObject({ rosterAddedAt: null, factor: null });
  });

  it('seals parallel openings of one new person into one pending factor', async () => {
    const companyId = await newCompany(db.database);
    const employee = { companyId, userId: data.newUserId() };
    const phone = data.phoneOf();
    const open = () => store().openPending(data.messageTo(employee), phone, opening(employee));
    const opened = await Promise.all(Array.from({ length: 6 }, open));
    const ids = opened.map((pending) => (typeof pending === 'string' ? pending : pending.factorId));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBe('id_conflict');
  });

  it('goes on with an imported number instead of keeping it twice', async () => {
    const employee = await newEmployee(db.database);
    const imported = { ...data.phoneOf(), factorId: data.newFactorId() };
    const people = new PostgresEmployeeStore(db.database);
    await people.putOnRoster(employee, imported, opening(employee));
    const phone = data.phoneOf(imported.index);
    const pending = await store().openPending(data.messageTo(employee), phone, opening(employee));
    expect(pending).toMatchObject({ factorId: imported.factorId });
  });

  it('refuses unknown companies, look-alike ids, and people with a proven number', async () => {
    const { employee } = await newEnrolled(db.database);
    const attempt = (who: EmployeeRef) =>
      store().openPending(data.messageTo(who), data.phoneOf(), opening(who));
    expect(await attempt(employee)).toBe('factor_active');
    expect(await attempt({ ...employee, companyId: data.newCompanyId() })).toBe(
      'company_not_found',
    );
    const shouted = { ...employee, userId: employee.userId.toUpperCase() as UserId };
    expect(await attempt(shouted)).toBe('id_conflict');
  });

  it.each<[SmsOutcome, string]>([
    [{ kind: 'accepted', providerId: 'SM1' }, 'active'],
    [{ kind: 'unknown' }, 'active'],
    [{ kind: 'unavailable', cause: 'server', providerCode: null }, 'active'],
    [{ kind: 'rejected', reason: 'destination_not_allowed', providerCode: 21408 }, 'active'],
    [{ kind: 'rejected', reason: 'opted_out', providerCode: 21610 }, 'undeliverable'],
    [{ kind: 'rejected', reason: 'unreachable', providerCode: 21211 }, 'undeliverable'],
  ])('settles %j once and leaves the factor %s', async (outcome, state) => {
    const { employee, phone } = await newEnrolled(db.database);
    const message = data.messageTo(employee, { factorId: phone.factorId });
    await store().open(message, opening(employee));
    const audit = data.auditOf('send.accepted', employee);
    await store().settle(message.id, outcome, audit);
    await store().settle(message.id, { kind: 'unknown' }, audit);
    expect(await factsOf(employee, 'send.accepted')).toHaveLength(1);
    expect(await factorOf(employee)).toMatchObject({ state });
  });

  it('reads back the pending number by its index with the failures it has', async () => {
    const employee = await newEmployee(db.database);
    const phone = data.phoneOf();
    const message = data.messageTo(employee);
    await store().openPending(message, phone, opening(employee));
    const reader = new PostgresSignInReader(db.database);
    expect(await reader.findPending(employee, phone.index)).toMatchObject({
      factorId: message.factorId,
      sealedNumber: phone.number,
      failures: 0,
    });
  });
}
