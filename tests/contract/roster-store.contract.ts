/** What every RosterStore does, whatever it stands on. */

import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresRosterStore } from '../../src/adapters/postgres/roster-store.js';
import { PostgresSignInReader } from '../../src/adapters/postgres/sign-in-reader.js';
import type { RosterPerson } from '../../src/app/ports/roster-store.js';
import type { CompanyId, UserId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany, newEmployee, newEnrolled, sendToPending } from '../support/postgres-people.js';

export function rosterStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const store = () => new PostgresRosterStore(db.database);
  const person = (userId = data.newUserId(), index?: string): RosterPerson => ({
    userId,
    phone: index === undefined ? null : { ...data.phoneOf(index), factorId: data.newFactorId() },
  });
  const take = (companyId: CompanyId, people: readonly RosterPerson[], isComplete = false) =>
    store().import(
      companyId,
      { people, isComplete },
      {
        listed: data.auditOf('employee.listed', { companyId }),
        imported: data.auditOf('roster.imported', { companyId }),
      },
    );
  const auditOf = async (companyId: CompanyId, kind: string) => {
    const page = { limit: 200, cursor: null };
    return (await new PostgresAuditLog(db.database).list(companyId, page, { kind })).items;
  };
  const phoneOf = async (companyId: CompanyId, userId: UserId) => {
    const read = await new PostgresSignInReader(db.database).read({ companyId, userId });
    if (read.kind !== 'found') throw new Error(read.kind);
    return read.person;
  };

  it('takes people in, with their numbers as unproven, and says what changed', async () => {
    const companyId = await newCompany(db.database);
    const people = [person(), person(data.newUserId(), 'i-1'), person(data.newUserId(), 'i-2')];
    const first = { created: 3, unchanged: 0, numbersStored: 2, numbersIgnored: 0 };
    expect(await take(companyId, people)).toEqual({
      kind: 'imported',
      counts: { ...first, roster: 'partial' },
    });
    const again = people.map((it) => person(it.userId, it.phone?.index));
    expect(await take(companyId, again)).toMatchObject({
      counts: { created: 0, unchanged: 3, numbersStored: 0, numbersIgnored: 0 },
    });
    const read = await phoneOf(companyId, people[1]?.userId as UserId);
    expect(read).toMatchObject({
      importedPhone: { index: 'i-1', factorId: people[1]?.phone?.factorId },
      standing: { hasImportedNumber: true, rosterAddedAt: data.ANY_DATE },
    });
    expect(read.importedPhone?.sealedNumber).toEqual(people[1]?.phone?.number);
    const listed = await auditOf(companyId, 'employee.listed');
    expect(listed.map(({ userId }) => userId).sort()).toEqual(people.map((it) => it.userId).sort());
    expect(listed.map(({ facts }) => facts['withNumber']).sort()).toEqual([false, true, true]);
    expect(listed[0]).toMatchObject({
      actor: { role: 'admin', id: 'boss' },
      clientId: data.CLIENT,
    });
    expect((await auditOf(companyId, 'roster.imported'))[1]?.facts).toMatchObject(first);
  });

  it('R046: never puts a number over a proven one, and replaces an earlier import', async () => {
    const { employee } = await newEnrolled(db.database);
    const { companyId, userId } = employee;
    const other = data.newUserId();
    await take(companyId, [person(other, 'old')]);
    const outcome = await take(companyId, [person(userId, 'new'), person(other, 'newer')]);
    expect(outcome).toMatchObject({ counts: { numbersStored: 1, numbersIgnored: 1 } });
    expect((await phoneOf(companyId, userId)).importedPhone).toBeNull();
    expect((await phoneOf(companyId, other)).importedPhone?.index).toBe('newer');
  });

  it('goes on with a number that is just being proven', async () => {
    const employee = await newEmployee(db.database);
    const { phone } = await sendToPending(db.database, employee, 'same');
    await take(employee.companyId, [person(employee.userId, 'same')]);
    const read = await phoneOf(employee.companyId, employee.userId);
    expect(read.importedPhone?.factorId).toBe(phone.factorId);
  });

  it('stores nothing of a list with an id that only looks like a known one', async () => {
    const employee = await newEmployee(db.database);
    const { companyId } = employee;
    const shouted = employee.userId.toUpperCase() as UserId;
    const fresh = data.newUserId();
    const outcome = await take(companyId, [person(fresh, 'i-9'), person(shouted)], true);
    expect(outcome).toEqual({ kind: 'id_conflict', userIds: [shouted] });
    const found = await new PostgresEmployeeStore(db.database).get({ companyId, userId: fresh });
    expect(found).toBeUndefined();
    expect(await store().state(companyId)).toBe('partial');
    expect(await auditOf(companyId, 'roster.imported')).toEqual([]);
  });

  it('knows no company that is not there', async () => {
    const companyId = data.newCompanyId();
    expect(await take(companyId, [person()])).toEqual({ kind: 'company_not_found' });
    expect(await store().state(companyId)).toBe('empty');
  });

  it('is complete when a list says so, and partial again once somebody else turns up', async () => {
    const companyId = await newCompany(db.database);
    expect(await store().state(companyId)).toBe('empty');
    const early = { companyId, userId: data.newUserId() };
    await sendToPending(db.database, early);
    await take(companyId, [person()]);
    expect(await store().state(companyId)).toBe('partial');
    await take(companyId, [person()], true);
    expect(await store().state(companyId)).toBe('complete');
    await take(companyId, [person()]);
    expect(await store().state(companyId)).toBe('complete');
    const invitation = { kind: 'invitation', reason: 'new here', expiresAt: null } as const;
    const audit = data.auditOf('enrolment.granted', early);
    await new PostgresEmployeeStore(db.database).openGrant(early, invitation, audit);
    expect(await store().state(companyId)).toBe('partial');
    await take(companyId, [person(early.userId)], true);
    expect(await store().state(companyId)).toBe('complete');
    await sendToPending(db.database, { companyId, userId: data.newUserId() });
    expect(await store().state(companyId)).toBe('partial');
  });

  it('takes a thousand at once', async () => {
    const companyId = await newCompany(db.database);
    const people = Array.from({ length: 1_000 }, (_, n) => person(data.newUserId(), `t-${n}`));
    expect(await take(companyId, people, true)).toMatchObject({
      counts: { created: 1_000, numbersStored: 1_000, roster: 'complete' },
    });
  });
}
