/** What every SignInReader does, whatever it stands on. */

import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresMessageStore } from '../../src/adapters/postgres/message-store.js';
import { PostgresSignInReader } from '../../src/adapters/postgres/sign-in-reader.js';
import type { CompanyId, EmployeeRef, UserId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany, newEmployee, newEnrolled, sendToPending } from '../support/postgres-people.js';

export function signInReaderContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const reader = () => new PostgresSignInReader(db.database);
  const read = async (employee: EmployeeRef) => {
    const found = await reader().read(employee);
    if (found.kind !== 'found') throw new Error(found.kind);
    return found.person;
  };
  const importPhone = async (employee: EmployeeRef) => {
    const imported = { ...data.phoneOf(), factorId: data.newFactorId() };
    const audit = data.auditOf('employee.listed', employee);
    await new PostgresEmployeeStore(db.database).putOnRoster(employee, imported, audit);
    return imported;
  };

  it('R056: tells an unknown company from an unknown person', async () => {
    const userId = data.newUserId();
    const unknown = { companyId: data.newCompanyId(), userId };
    expect(await reader().read(unknown)).toEqual({ kind: 'company_not_found' });
    const companyId = await newCompany(db.database);
    const person = await read({ companyId, userId });
    expect(person).toMatchObject({
      companyId,
      userId,
      company: { companyId, displayName: 'Acme', branding: data.PROFILE.branding },
      counter: { epoch: 0, failures: 0, lockedForMs: 0 },
      activePhone: null,
      importedPhone: null,
    });
    expect(person.standing).toMatchObject({
      policy: { ...data.REQUIRED, version: 2, switchedOnAt: data.ANY_DATE },
      now: data.ANY_DATE,
      factor: null,
      hasImportedNumber: false,
      wasReset: false,
      openGrants: [],
      rosterAddedAt: null,
    });
  });

  it('refuses ids that only look like known ones', async () => {
    const { companyId, userId } = await newEmployee(db.database);
    const shouted = companyId.toUpperCase() as CompanyId;
    expect(await reader().read({ companyId: shouted, userId })).toEqual({
      kind: 'id_conflict',
      field: 'companyId',
    });
    expect(await reader().read({ companyId, userId: userId.toUpperCase() as UserId })).toEqual({
      kind: 'id_conflict',
      field: 'userId',
    });
  });

  it('reads an enrolled person with the sealed phone', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const person = await read(employee);
    expect(person.standing.factor).toEqual({ isDisabled: false, undeliverable: [] });
    expect(person.standing.rosterAddedAt).toBeInstanceOf(Date);
    expect(person.counter).toEqual({ epoch: 1, failures: 0, lockedForMs: 0 });
    expect(person.activePhone).toEqual({
      factorId: phone.factorId,
      version: 1,
      state: 'active',
      sealedNumber: Uint8Array.of(1, 2, 3, 250),
      sealedMask: Uint8Array.of(9, 8),
      index: data.ANY_TEXT,
      country: 'GB',
      canBeTexted: true,
      holders: 1,
      failures: 0,
    });
  });

  it('does not read a person of another company', async () => {
    const { employee } = await newEnrolled(db.database);
    const companyId = await newCompany(db.database);
    expect((await read({ ...employee, companyId })).activePhone).toBeNull();
  });

  it('reads imported numbers, reset and open grants', async () => {
    const employee = await newEmployee(db.database);
    const imported = await importPhone(employee);
    const person = await read(employee);
    expect(person.importedPhone).toMatchObject({
      factorId: imported.factorId,
      state: 'pending',
      index: imported.index,
      failures: 0,
    });
    expect(person.standing).toMatchObject({ hasImportedNumber: true, factor: null });
    const people = new PostgresEmployeeStore(db.database);
    const audit = data.auditOf('factor.reset', employee);
    await people.reset(employee, { reason: 'lost', idempotency: null }, audit);
    const gone = { kind: 'invitation', reason: 'x', expiresAt: new Date(0) } as const;
    await people.openGrant(employee, gone, audit);
    const { standing } = await read(employee);
    expect(standing).toMatchObject({ hasImportedNumber: false, wasReset: true });
    expect(standing.openGrants).toEqual([{ kind: 'reset', expiresAt: data.ANY_DATE }]);
  });

  it('sees a number that cannot be reached as such', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const store = new PostgresMessageStore(db.database);
    const message = data.messageTo(employee, { factorId: phone.factorId });
    await store.open(message, data.auditOf('phone.opened', employee));
    const refused = { kind: 'rejected', reason: 'unreachable', providerCode: 21211 } as const;
    await store.settle(message.id, refused, data.auditOf('send.refused', employee));
    expect((await read(employee)).standing.factor).toEqual({
      isDisabled: false,
      undeliverable: ['sms'],
    });
  });

  it('finds one phone of a person, by id and by its index while it is pending', async () => {
    const employee = await newEmployee(db.database);
    const stranger = await newEmployee(db.database);
    const index = data.newFactorId();
    const { phone } = await sendToPending(db.database, employee, index);
    const expected = { factorId: phone.factorId, state: 'pending', index, failures: 0 };
    expect(await reader().findPhone(employee, phone.factorId)).toMatchObject(expected);
    expect(await reader().findPending(employee, index)).toMatchObject(expected);
    expect(await reader().findPhone(stranger, phone.factorId)).toBeUndefined();
    expect(await reader().findPending(stranger, index)).toBeUndefined();
  });
}
