/** What every PolicyPreviewReader does, whatever it stands on: it says what `decide` would say of everybody. */

import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { PostgresPolicyPreviewReader } from '../../src/adapters/postgres/policy-preview-reader.js';
import { PostgresRosterStore } from '../../src/adapters/postgres/roster-store.js';
import type { PreviewCounts } from '../../src/app/ports/policy-preview-reader.js';
import type { CompanyId, UserId } from '../../src/domain/ids.js';
import type { PolicySettings } from '../../src/domain/policy.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany, newEmployee, newEnrolled } from '../support/postgres-people.js';
import {
  reachUnder,
  isLockedOut,
  person,
  proposal,
  rowsOf,
  type RandomPerson,
} from './policy-preview-reader.people.js';

/** The seed makes a failure repeatable. */
const RUNS = 30;
const SEED = 20_261_122;

export function policyPreviewReaderContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const preview = async (companyId: CompanyId, settings: PolicySettings, limit = 1_000) => {
    const request = { settings, countries: reachUnder(settings), limit };
    const read = await new PostgresPolicyPreviewReader(db.database).read(companyId, request);
    if (!read) throw new Error('no such company');
    return read;
  };

  async function store(companyId: CompanyId, people: readonly RandomPerson[]) {
    const rows = JSON.stringify(people.map((each) => rowsOf(companyId, each)));
    await db.database.transaction(async ({ orm }) => {
      for (const table of ['employees', 'factors', 'grants']) {
        const name = sql.identifier(table);
        await orm.execute(sql`INSERT INTO ${name} OVERRIDING SYSTEM VALUE
          SELECT r.* FROM jsonb_array_elements(${rows}::jsonb) AS p,
            jsonb_array_elements(p->${table}) AS one,
            jsonb_populate_record(null::${name}, one) AS r`);
      }
    });
  }

  it('counts as locked out exactly those whom `decide` leaves no way in at that instant', () =>
    fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 40 }), proposal, async (people, change) => {
        const companyId = await newCompany(db.database, change.current);
        await store(companyId, people);
        const { switched_on_at: switchedOnAt } = await readPolicyRow(companyId);
        const counts = await preview(companyId, change.settings);
        const expected = people
          .filter((each) => isLockedOut(each, { ...change, switchedOnAt, asOf: counts.asOf }))
          .map(({ userId }) => userId)
          .sort();
        expect(counts.lockedOutIds).toEqual(expected);
        expect(counts.lockedOut).toBe(expected.length);
        expect(counts.people).toBe(people.length);
        expect(counts.enrolled).toBe(people.filter(({ factor }) => factor !== null).length);
      }),
      { numRuns: RUNS, seed: SEED },
    ));

  async function readPolicyRow(companyId: CompanyId): Promise<{ switched_on_at: Date | null }> {
    const text = 'SELECT switched_on_at FROM policies WHERE company_id = $1';
    const [row] = await db.database.query(({ rows }) => rows({ name: '', text }, [companyId]));
    return row as { switched_on_at: Date | null };
  }

  it('tells proven numbers by country where the proposal does not allow it', async () => {
    const companyId = await newCompany(db.database);
    const people = [];
    for (const country of ['FR', 'GB', 'FR', 'DE', 'ES']) {
      const { employee } = await newEnrolled(db.database, companyId);
      people.push({ ...employee, country });
      await db.database.query(({ orm }) =>
        orm.execute(
          sql`UPDATE factors SET country = ${country} WHERE user_id = ${employee.userId}`,
        ),
      );
    }
    const counts = await preview(companyId, data.REQUIRED);
    expect(counts.unreachable).toEqual([
      { country: 'FR', people: 2 },
      { country: 'ES', people: 1 },
    ]);
    const outside = people.filter(({ country }) => ['FR', 'ES'].includes(country));
    expect(counts.lockedOutIds).toEqual(outside.map(({ userId }) => userId).sort());
    const off = { ...data.REQUIRED, mode: 'off', enforceFrom: null } as const;
    expect(await preview(companyId, off)).toMatchObject({ lockedOut: 0, enrolled: 5 });
  });

  it('names no more people than it is asked for, in order of their ids', async () => {
    const companyId = await newCompany(db.database);
    const ids: UserId[] = [];
    for (let n = 0; n < 4; n += 1) ids.push((await newEmployee(db.database, companyId)).userId);
    const counts: PreviewCounts = await preview(companyId, data.REQUIRED, 3);
    expect(counts).toMatchObject({ people: 4, notEnrolled: 4, enrolled: 0 });
    expect(counts.notEnrolledIds).toEqual(ids.sort().slice(0, 3));
  });

  it('looks at the proposal on its deadline, or now', async () => {
    const companyId = await newCompany(db.database);
    const enforceFrom = new Date('2999-01-01T00:00:00Z');
    const { asOf } = await preview(companyId, { ...data.REQUIRED, enforceFrom });
    expect(asOf).toEqual(enforceFrom);
    const now = await db.database.ping();
    const past = await preview(companyId, data.REQUIRED);
    expect(past.asOf.getTime()).toBeGreaterThanOrEqual(now.getTime() - 1);
    expect(past.asOf.getTime()).toBeLessThan(enforceFrom.getTime());
  });

  it('says how much of the company it has been told of, and knows no unknown one', async () => {
    const companyId = await newCompany(db.database);
    expect((await preview(companyId, data.REQUIRED)).roster).toBe('empty');
    const people = [{ userId: data.newUserId(), phone: null }];
    const audits = {
      listed: data.auditOf('employee.listed', { companyId }),
      imported: data.auditOf('roster.imported', { companyId }),
    };
    const rosters = new PostgresRosterStore(db.database);
    await rosters.import(companyId, { people, isComplete: true }, audits);
    expect((await preview(companyId, data.REQUIRED)).roster).toBe('complete');
    const request = { settings: data.REQUIRED, countries: reachUnder(data.REQUIRED), limit: 1 };
    const unknown = new PostgresPolicyPreviewReader(db.database);
    expect(await unknown.read(data.newCompanyId(), request)).toBeUndefined();
  });
}
