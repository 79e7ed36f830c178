/** ActivityReader on PostgreSQL and PGlite. */

import { z } from 'zod';
import type {
  ActivityDay,
  ActivityReader,
  CountryDelivery,
} from '../../app/ports/activity-reader.js';
import type { CompanyId } from '../../domain/ids.js';
import type { Database, Statement } from './database.js';

/** $1 company, $2 days. Each day is a range of its own, whatever its length on the company's clocks. */
const BY_DAY: Statement = {
  name: '',
  text: `
    WITH zone AS (
      SELECT c.time_zone AS name, (statement_timestamp() AT TIME ZONE c.time_zone)::date AS today
      FROM companies c WHERE c.company_id = $1
    ), days AS (
      SELECT d.day, d.day::timestamp AT TIME ZONE z.name AS starts_at,
        (d.day + 1)::timestamp AT TIME ZONE z.name AS ends_at
      FROM zone z CROSS JOIN LATERAL (
        SELECT z.today - n AS day FROM generate_series($2::integer - 1, 0, -1) AS n) AS d
    )
    SELECT d.day::text, a.approved, a.failed, m.sent, m.undelivered
    FROM days d
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE outcome = 'approved')::int AS approved,
        count(*) FILTER (WHERE outcome = 'failed')::int AS failed
      FROM attempts
      WHERE company_id = $1 AND created_at >= d.starts_at AND created_at < d.ends_at) AS a
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS sent,
        count(*) FILTER (WHERE status IN ('rejected', 'unavailable'))::int AS undelivered
      FROM messages
      WHERE company_id = $1 AND created_at >= d.starts_at AND created_at < d.ends_at) AS m
    ORDER BY d.day`,
};

/** $1 company, $2 days. */
const BY_COUNTRY: Statement = {
  name: '',
  text: `
    SELECT country, count(*)::int AS sent,
      count(*) FILTER (WHERE status = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE status IN ('rejected', 'unavailable'))::int AS undelivered,
      count(*) FILTER (WHERE status IN ('unknown', 'opened'))::int AS unknown
    FROM messages
    WHERE company_id = $1 AND created_at >= statement_timestamp() - $2::integer * interval '1 day'
    GROUP BY country ORDER BY sent DESC, country`,
};

const day: z.ZodType<ActivityDay> = z.object({
  day: z.string(),
  approved: z.int(),
  failed: z.int(),
  sent: z.int(),
  undelivered: z.int(),
});

const delivery: z.ZodType<CountryDelivery> = z.object({
  country: z.string(),
  sent: z.int(),
  accepted: z.int(),
  undelivered: z.int(),
  unknown: z.int(),
});

export class PostgresActivityReader implements ActivityReader {
  constructor(private readonly database: Database) {}

  async byDay(companyId: CompanyId, days: number): Promise<readonly ActivityDay[]> {
    const found = await this.database.query(({ rows }) => rows(BY_DAY, [companyId, days]));
    return z.array(day).parse(found);
  }

  async byCountry(companyId: CompanyId, days: number): Promise<readonly CountryDelivery[]> {
    const found = await this.database.query(({ rows }) => rows(BY_COUNTRY, [companyId, days]));
    return z.array(delivery).parse(found);
  }
}
