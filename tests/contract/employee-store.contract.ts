/** What every EmployeeStore does, whatever it stands on. */

import { PostgresAuditLog } from '../../src/adapters/postgres/audit-log.js';
import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import type { EmployeeFilter } from '../../src/app/ports/employee-store.js';
import { CursorInvalidError } from '../../src/app/ports/page.js';
import type { EmployeeRef, UserId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import {
  clock,
  later,
  newCompany,
  newEmployee,
  newEnrolled,
  sendToPending,
} from '../support/postgres-people.js';

const DAY_MS = 86_400_000;

export function employeeStoreContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const store = () => new PostgresEmployeeStore(db.database);
  const listed = (employee: EmployeeRef) => data.auditOf('employee.listed', employee);
  const importedPhone = () => ({ ...data.phoneOf(), factorId: data.newFactorId() });
  const lost = { reason: 'lost', idempotency: null };
  const countOf = async ({ companyId, userId }: EmployeeRef, kind: string) => {
    const page = { limit: 50, cursor: null };
    const { items } = await new PostgresAuditLog(db.database).list(companyId, page, {
      userId,
      kind,
    });
    return items.length;
  };

  it('puts a person on the roster once', async () => {
    const companyId = await newCompany(db.database);
    const employee = { companyId, userId: data.newUserId() };
    expect(await store().putOnRoster(employee, null, listed(employee))).toBe('created');
    expect(await store().putOnRoster(employee, null, listed(employee))).toBe('unchanged');
    expect(await countOf(employee, 'employee.listed')).toBe(1);
    expect(await store().get(employee)).toEqual({
      ...employee,
      factor: null,
      rosterAddedAt: data.ANY_DATE,
      openGrant: null,
      wasReset: false,
      failures: 0,
      lockedForMs: 0,
    });
  });

  it('refuses unknown companies and ids that only look like known ones', async () => {
    const employee = await newEmployee(db.database);
    const shouted = { ...employee, userId: employee.userId.toUpperCase() as UserId };
    expect(await store().putOnRoster(shouted, null, listed(shouted))).toBe('id_conflict');
    const nowhere = { ...employee, companyId: data.newCompanyId() };
    expect(await store().putOnRoster(nowhere, null, listed(nowhere))).toBe('company_not_found');
    expect(await store().get(shouted)).toBeUndefined();
  });

  it('keeps one imported number, the latest, and never over an active factor', async () => {
    const employee = await newEmployee(db.database);
    const [first, second] = [importedPhone(), importedPhone()];
    await store().putOnRoster(employee, first, listed(employee));
    await store().putOnRoster(employee, second, listed(employee));
    await store().putOnRoster(
      employee,
      { ...second, factorId: data.newFactorId() },
      listed(employee),
    );
    expect((await store().get(employee))?.factor).toMatchObject({
      factorId: second.factorId,
      state: 'imported',
      sealedMask: second.mask,
      enrolledAt: null,
    });
    expect(await countOf(employee, 'employee.listed')).toBe(3);
    const enrolled = await newEnrolled(db.database);
    const refused = await store().putOnRoster(enrolled.employee, first, listed(enrolled.employee));
    expect(refused).toBe('factor_active');
  });

  it('shows an enrolled person without the number', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    expect((await store().get(employee))?.factor).toEqual({
      factorId: phone.factorId,
      state: 'active',
      sealedMask: Uint8Array.of(9, 8),
      enrolledAt: data.ANY_DATE,
      lastUsedAt: data.ANY_DATE,
    });
  });

  it('lists page by page in order of id, and only what the filter asks for', async () => {
    const companyId = await newCompany(db.database);
    const enrolled = await newEnrolled(db.database, companyId);
    const locked = await newEnrolled(db.database, companyId);
    const ledger = new PostgresAttemptLedger(db.database, clock);
    const guess = () => data.attemptOn(locked.employee, locked.phone, { matched: false });
    for (let count = 0; count < 10; count += 1) await ledger.record(guess(), later());
    const others = await Promise.all([1, 2, 3].map(() => newEmployee(db.database, companyId)));
    const ids = async (filter: EmployeeFilter | null) => {
      const found: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await store().list(companyId, { limit: 2, cursor }, filter);
        found.push(...page.items.map(({ userId }) => userId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return found;
    };
    const sorted = (people: readonly EmployeeRef[]) => people.map(({ userId }) => userId).sort();
    expect(await ids('enrolled')).toEqual(sorted([enrolled.employee, locked.employee]));
    expect(await ids('not_enrolled')).toEqual(sorted(others));
    expect(await ids('locked')).toEqual(sorted([locked.employee]));
    expect(await ids('disabled')).toEqual([]);
    expect(await ids(null)).toEqual(sorted([enrolled.employee, locked.employee, ...others]));
    const bad = store().list(companyId, { limit: 2, cursor: 'x' }, null);
    await expect(bad).rejects.toThrow(CursorInvalidError);
  });

  it('opens a grant for a person who is known and not enrolled', async () => {
    const employee = await newEmployee(db.database);
    const expiresAt = new Date(Date.now() + 30 * DAY_MS);
    const grant = { kind: 'invitation', reason: 'new', expiresAt } as const;
    const audit = data.auditOf('enrolment.granted', employee);
    const opened = await store().openGrant(employee, grant, audit);
    expect(opened).toEqual({ id: data.ANY_TEXT, kind: 'invitation', expiresAt });
    expect((await store().get(employee))?.openGrant).toEqual({ kind: 'invitation', expiresAt });
    const stranger = { ...employee, userId: data.newUserId() };
    expect(await store().openGrant(stranger, grant, audit)).toBe('employee_not_found');
    const enrolled = await newEnrolled(db.database);
    expect(await store().openGrant(enrolled.employee, grant, audit)).toBe('already_enrolled');
  });

  it.each([
    ['already_over', -1],
    ['opened', 1],
    ['opened', 89],
    ['too_far_ahead', 91],
  ])('R052: answers %s to an invitation that ends in %i days', async (answer, days) => {
    const employee = await newEmployee(db.database);
    const expiresAt = new Date(Date.now() + days * DAY_MS);
    const grant = { kind: 'invitation', reason: 'new', expiresAt } as const;
    const audit = data.auditOf('enrolment.granted', employee);
    const opened = await store().openGrant(employee, grant, audit);
    expect(typeof opened === 'string' ? opened : 'opened').toBe(answer);
    const known = answer === 'opened' ? { kind: 'invitation', expiresAt } : null;
    expect((await store().get(employee))?.openGrant).toEqual(known);
  });

  it('resets: removes every number, closes grants, opens one, starts a new epoch', async () => {
    const { employee, phone } = await newEnrolled(db.database);
    const outcome = await store().reset(employee, lost, data.auditOf('factor.reset', employee));
    const now = (await db.database.ping()).getTime();
    if (typeof outcome === 'string') throw new Error(outcome);
    expect(outcome.removed).toMatchObject({ factorId: phone.factorId, state: 'active' });
    expect(outcome.grant.kind).toBe('reset');
    const daysLeft = (outcome.grant.expiresAt.getTime() - now) / DAY_MS;
    expect(daysLeft).toBeGreaterThan(6.99);
    expect(daysLeft).toBeLessThanOrEqual(7);
    expect(await store().get(employee)).toMatchObject({
      factor: null,
      wasReset: true,
      failures: 0,
    });
    await sendToPending(db.database, employee);
    const second = await store().reset(employee, lost, data.auditOf('factor.reset', employee));
    if (typeof second === 'string') throw new Error(second);
    expect(second.removed).toBeNull();
    expect((await store().get(employee))?.openGrant).toEqual({
      kind: 'reset',
      expiresAt: second.grant.expiresAt,
    });
    expect(await countOf(employee, 'factor.reset')).toBe(2);
  });

  it('answers a repeated reset alike, and another one under its key not at all', async () => {
    const { employee } = await newEnrolled(db.database);
    const audit = data.auditOf('factor.reset', employee);
    const request = { reason: 'lost', idempotency: { key: 'k', fingerprint: 'f' } };
    const first = await store().reset(employee, request, audit);
    if (typeof first === 'string') throw new Error(first);
    expect(await store().reset(employee, request, audit)).toEqual({ ...first, removed: null });
    const other = { reason: 'x', idempotency: { key: 'k', fingerprint: 'g' } };
    expect(await store().reset(employee, other, audit)).toBe('key_reused');
    expect(await countOf(employee, 'factor.reset')).toBe(1);
    const stranger = { ...employee, userId: data.newUserId() };
    expect(await store().reset(stranger, request, audit)).toBe('employee_not_found');
  });
}
