/** What every ActivityReader does, whatever it stands on. */

import { sql } from 'drizzle-orm';
import { PostgresActivityReader } from '../../src/adapters/postgres/activity-reader.js';
import { PostgresCompanyStore } from '../../src/adapters/postgres/company-store.js';
import type { CompanyId } from '../../src/domain/ids.js';
import type { TestDatabase } from '../support/postgres.js';
import * as data from '../support/postgres-data.js';
import { newCompany } from '../support/postgres-people.js';

export function activityReaderContract(create: () => Promise<TestDatabase>): void {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await create();
  });
  afterAll(() => db.close());

  const reader = () => new PostgresActivityReader(db.database);
  const run = (text: ReturnType<typeof sql>) => db.database.query(({ orm }) => orm.execute(text));

  async function companyIn(timeZone: string): Promise<CompanyId> {
    const companyId = await newCompany(db.database);
    const audit = data.auditOf('company.changed', { companyId });
    await new PostgresCompanyStore(db.database).put(
      companyId,
      { ...data.PROFILE, timeZone },
      audit,
    );
    return companyId;
  }

  /** `when` is an SQL expression of an instant. */
  const attempt = (companyId: CompanyId, outcome: string, when: ReturnType<typeof sql>) =>
    run(sql`INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id,
        user_id, purpose, channels, token_ttl_seconds, epoch, created_at)
      SELECT id, id, ${outcome}, id, 'c', ${companyId}, 'u', 'sign_in', '{sms}', 60, 1, ${when}
      FROM (SELECT gen_random_uuid()::text AS id) AS one`);

  const message = (
    companyId: CompanyId,
    status: string,
    over: { days?: number; to?: string } = {},
  ) =>
    run(sql`INSERT INTO messages (message_id, kind, channel, company_id, user_id, factor_id, country,
        status, created_at)
      VALUES (gen_random_uuid()::text, 'code', 'sms', ${companyId}, 'u', 'f', ${over.to ?? 'GB'},
        ${status}, clock_timestamp() - ${over.days ?? 0}::integer * interval '1 day')`);

  it('counts sign-ins and SMS of each of thirty days, those without any too', async () => {
    const companyId = await companyIn('UTC');
    const now = sql`clock_timestamp()`;
    for (const outcome of ['approved', 'failed', 'failed', 'locked', 'canceled']) {
      await attempt(companyId, outcome, now);
    }
    for (const status of ['accepted', 'rejected', 'unavailable', 'unknown']) {
      await message(companyId, status);
    }
    await message(companyId, 'accepted', { days: 29 });
    await message(companyId, 'accepted', { days: 30 });
    await attempt(await companyIn('UTC'), 'approved', now);
    const days = await reader().byDay(companyId, 30);
    expect(days).toHaveLength(30);
    const dates = days.map(({ day }) => day);
    expect(dates).toEqual([...dates].sort());
    expect(days.at(-1)).toMatchObject({ approved: 1, failed: 2, sent: 4, undelivered: 2 });
    expect(days[0]).toMatchObject({ sent: 1, undelivered: 0 });
    expect(days.reduce((sum, { sent }) => sum + sent, 0)).toBe(5);
  });

  it.each([
    ['Pacific/Kiritimati', '+14:00'],
    ['Pacific/Pago_Pago', '-11:00'],
  ])('counts by the days of %s', async (timeZone, offset) => {
    const companyId = await companyIn(timeZone);
    const days = await reader().byDay(companyId, 3);
    const yesterday = days[1]?.day ?? '';
    await attempt(companyId, 'approved', sql`${`${yesterday}T00:00:00${offset}`}::timestamptz`);
    await attempt(companyId, 'failed', sql`${`${yesterday}T23:59:59.999${offset}`}::timestamptz`);
    const counted = await reader().byDay(companyId, 3);
    expect(counted.map(({ approved, failed }) => [approved, failed])).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('counts by country what became of SMS, most first, and nothing older', async () => {
    const companyId = await companyIn('UTC');
    for (const status of ['accepted', 'accepted', 'rejected', 'unknown', 'opened']) {
      await message(companyId, status, { to: 'DE' });
    }
    await message(companyId, 'unavailable', { days: 29 });
    await message(companyId, 'accepted', { days: 31, to: 'FR' });
    expect(await reader().byCountry(companyId, 30)).toEqual([
      { country: 'DE', sent: 5, accepted: 2, undelivered: 1, unknown: 2 },
      { country: 'GB', sent: 1, accepted: 0, undelivered: 1, unknown: 0 },
    ]);
  });

  it('tells nothing of a company that is not there', async () => {
    expect(await reader().byDay(data.newCompanyId(), 30)).toEqual([]);
    expect(await reader().byCountry(data.newCompanyId(), 30)).toEqual([]);
  });
}
