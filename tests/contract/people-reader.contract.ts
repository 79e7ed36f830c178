/** What every PeopleReader does, whatever it stands on. */

import { sql } from 'drizzle-orm';
import { PostgresCompanyStore } from '../../src/adapters/postgres/company-store.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresPeopleReader } from '../../src/adapters/postgres/people-reader.js';
import { CursorInvalidError } from '../../src/app/ports/page.js';
import {
  PEOPLE_ORDERS,
  type PeopleQuery,
  type PersonRecord,
} from '../../src/app/ports/people-reader.js';
import type { CompanyId, EmployeeRef, UserId } from '../../src/domain/ids.js';
import { PERSON_STATUSES, type PersonStatus } from '../../src/domain/person-status.js';
import type { PolicySettings } from '../../src/domain/policy.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany, newEmployee, newEnrolled } from '../support/postgres-people.js';

const GRACE: PolicySettings = { ...data.REQUIRED, enforceFrom: new Date('2999-01-01T00:00:00Z') };
const COUNTRIES = { sms: ['GB', 'DE'], call: [] };
const ALL: PeopleQuery = {
  ...{ limit: 200, cursor: null, search: '', statuses: [], order: 'user_id' },
};

export function peopleReaderContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const reader = () => new PostgresPeopleReader(db.database);
  const list = (companyId: CompanyId, query: Partial<PeopleQuery> = {}) =>
    reader().list(companyId, { ...ALL, ...query }, COUNTRIES);
  const set = (text: ReturnType<typeof sql>) => db.database.query(({ orm }) => orm.execute(text));
  const employees = () => new PostgresEmployeeStore(db.database);

  /** Somebody in each status, by their status. */
  const MAKE: Record<PersonStatus, (companyId: CompanyId) => Promise<EmployeeRef>> = {
    disabled: async (companyId) => {
      const { employee } = await newEnrolled(db.database, companyId);
      await set(
        sql`UPDATE employees SET disabled_at = now(), locked_until = now() + interval '1 hour'
          WHERE user_id = ${employee.userId}`,
      );
      return employee;
    },
    locked: async (companyId) => {
      const { employee } = await newEnrolled(db.database, companyId);
      await set(
        sql`UPDATE employees SET locked_until = now() + interval '1 hour'
          WHERE user_id = ${employee.userId}`,
      );
      return employee;
    },
    unreachable: async (companyId) => {
      const { employee } = await newEnrolled(db.database, companyId);
      await set(sql`UPDATE factors SET country = 'FR' WHERE user_id = ${employee.userId}`);
      return employee;
    },
    enrolled: async (companyId) => (await newEnrolled(db.database, companyId)).employee,
    reset: async (companyId) => {
      const { employee } = await newEnrolled(db.database, companyId);
      const request = { reason: 'lost', idempotency: null };
      await employees().reset(employee, request, data.auditOf('factor.reset', employee));
      return employee;
    },
    invited: async (companyId) => {
      const employee = await newEmployee(db.database, companyId);
      const grant = { kind: 'invitation', reason: 'new', expiresAt: null } as const;
      await employees().openGrant(employee, grant, data.auditOf('enrolment.granted', employee));
      return employee;
    },
    in_grace: (companyId) => newEmployee(db.database, companyId),
    not_enrolled: (companyId) => newEmployee(db.database, companyId),
  };

  /** One in each status; nobody is both in grace and beyond it, so those take two companies. */
  async function everybody(settings: PolicySettings) {
    const companyId = await newCompany(db.database, settings);
    const left = settings === GRACE ? 'not_enrolled' : 'in_grace';
    const statuses = PERSON_STATUSES.filter((status) => status !== left);
    const people = new Map<UserId, PersonStatus>();
    for (const status of statuses) people.set((await MAKE[status](companyId)).userId, status);
    return { companyId, statuses, people };
  }

  it.each([
    ['before the deadline', GRACE],
    ['after it', data.REQUIRED],
  ])('gives everybody the one status that is theirs, %s', async (_, settings) => {
    const { companyId, statuses, people } = await everybody(settings);
    const { items } = await list(companyId);
    expect(new Map(items.map((it) => [it.userId, it.status]))).toEqual(people);
    for (const { status, graceUntil } of items) {
      expect(graceUntil).toEqual(status === 'in_grace' ? GRACE.enforceFrom : null);
    }
    const counts = await reader().count(companyId, COUNTRIES);
    const expected = PERSON_STATUSES.map((it) => [it, statuses.includes(it) ? 1 : 0]);
    expect(counts).toEqual(Object.fromEntries(expected));
  });

  it('finds by status, one or several', async () => {
    const { companyId, people } = await everybody(data.REQUIRED);
    for (const wanted of [['locked'], ['enrolled', 'invited']] as PersonStatus[][]) {
      const { items } = await list(companyId, { statuses: wanted });
      expect(items.map((it) => it.status).sort()).toEqual([...wanted].sort());
      expect(items.map((it) => people.get(it.userId)).sort()).toEqual([...wanted].sort());
    }
  });

  it('counts a number as unreachable outside the operator’s countries, or with a mark', async () => {
    const companyId = await newCompany(db.database, { ...data.REQUIRED, countries: null });
    const { employee } = await newEnrolled(db.database, companyId);
    const find = (sms: string[]) =>
      reader().find(companyId, employee.userId, { sms, call: ['GB'] });
    expect(await find(['GB'])).toMatchObject({ status: 'enrolled' });
    expect(await find(['DE'])).toMatchObject({ status: 'unreachable' });
    await set(
      sql`UPDATE factors SET undeliverable_until = now() + interval '1 hour'
        WHERE user_id = ${employee.userId}`,
    );
    expect(await find(['GB'])).toMatchObject({ status: 'unreachable' });
  });

  it('counts a number as reachable by a call where the company takes calls and may be called', async () => {
    const policy = { ...data.REQUIRED, methods: ['sms', 'call'] as const };
    const companyId = await newCompany(db.database, policy);
    const { employee } = await newEnrolled(db.database, companyId);
    const { employee: texted } = await newEnrolled(
      db.database,
      await newCompany(db.database, data.REQUIRED),
    );
    const statusOf = async ({ companyId: of, userId } = employee, call = ['GB']) =>
      (await reader().find(of, userId, { sms: ['GB'], call }))?.status;
    await set(
      sql`UPDATE factors SET can_be_texted = false
        WHERE user_id IN (${employee.userId}, ${texted.userId})`,
    );
    expect(await statusOf()).toBe('enrolled');
    expect(await statusOf(employee, ['DE'])).toBe('unreachable');
    expect(await statusOf(texted)).toBe('unreachable');
    await set(
      sql`UPDATE factors SET call_undeliverable_until = now() + interval '1 hour'
        WHERE user_id = ${employee.userId}`,
    );
    expect(await statusOf()).toBe('unreachable');
    await set(sql`UPDATE factors SET can_be_texted = true WHERE user_id = ${employee.userId}`);
    expect(await statusOf()).toBe('enrolled');
  });

  it('tells nobody in grace while two-factor is off', async () => {
    const companyId = await newCompany(db.database, GRACE);
    await newEmployee(db.database, companyId);
    const off = { ...GRACE, mode: 'off', enforceFrom: null } as const;
    const audit = data.auditOf('policy.changed', { companyId });
    await new PostgresCompanyStore(db.database).putPolicy(
      companyId,
      data.policyWrite(2, off),
      audit,
    );
    expect((await list(companyId)).items).toMatchObject([{ status: 'not_enrolled' }]);
  });

  it('finds people by how their ids begin, in letters of either case', async () => {
    const companyId = await newCompany(db.database);
    const names = ['Anna', 'anna-2', 'Annabel', 'anm', 'Zoe', 'bob'] as UserId[];
    for (const userId of names) {
      const employee = { companyId, userId };
      await employees().putOnRoster(employee, null, data.auditOf('employee.listed', employee));
    }
    const found = async (search: string) =>
      (await list(companyId, { search })).items.map((it) => it.userId);
    expect(await found('')).toEqual(['anm', 'Anna', 'anna-2', 'Annabel', 'bob', 'Zoe']);
    expect(await found('ANNA')).toEqual(['Anna', 'anna-2', 'Annabel']);
    expect(await found('zoe')).toEqual(['Zoe']);
    for (const hostile of ['%', '_', "'", '\u0000', '\ud800', 'a%', '-', ' ']) {
      expect([hostile, await found(hostile)]).toEqual([hostile, []]);
    }
  });

  it.each(PEOPLE_ORDERS)('pages through everybody once, ordered by %s', async (order) => {
    const { companyId, statuses } = await everybody(data.REQUIRED);
    await newEnrolled(db.database, companyId);
    await newEmployee(db.database, companyId);
    const whole = (await list(companyId, { order })).items;
    expect(whole).toHaveLength(statuses.length + 2);
    const paged: PersonRecord[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(companyId, {
        ...{ order, limit: 2, cursor },
      });
      paged.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged.map((it) => it.userId)).toEqual(whole.map((it) => it.userId));
    const ranks = whole.map((it) => PERSON_STATUSES.indexOf(it.status));
    const used = whole.map((it) => it.factor?.lastUsedAt?.getTime() ?? -1);
    if (order === 'status') expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    if (order === 'last_used') expect(used).toEqual([...used].sort((a, b) => b - a));
  });

  it('refuses a cursor of another order, and one of nobody', async () => {
    const companyId = await newCompany(db.database);
    await newEmployee(db.database, companyId);
    await newEmployee(db.database, companyId);
    const { nextCursor } = await list(companyId, { limit: 1 });
    for (const cursor of [nextCursor, 'bm90aGluZw']) {
      await expect(list(companyId, { order: 'status', cursor })).rejects.toThrow(
        CursorInvalidError,
      );
    }
  });

  it('shows one company nobody of another', async () => {
    const { employee } = await newEnrolled(db.database);
    const other = await newCompany(db.database);
    expect((await list(other)).items).toEqual([]);
    expect(await reader().find(other, employee.userId, COUNTRIES)).toBeNull();
  });
}
