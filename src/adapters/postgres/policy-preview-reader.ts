/** PolicyPreviewReader on PostgreSQL and PGlite: `decide` of the domain as one statement over everybody. */

import { z } from 'zod';
import type {
  PolicyPreviewReader,
  PreviewCounts,
  PreviewRequest,
} from '../../app/ports/policy-preview-reader.js';
import type { CompanyId, UserId } from '../../domain/ids.js';
import type { Database, Statement } from './database.js';
import { ROSTER_STATE, rosterState } from './roster-state.js';

/**
 * $1 company, $2 mode, $3 deadline, $4 enrolment days, $5 countries for texts, $6 for calls, $7 limit. A property test holds it
 * equal to `decide`: at the deadline nobody may skip any more, so who may not enrol is locked out.
 * Unnamed, so that it is planned for the company it is about.
 */
const PREVIEW: Statement = {
  name: '',
  text: `
    WITH proposal AS (
      SELECT c.company_id, ${ROSTER_STATE} AS roster,
        greatest(statement_timestamp(), $3::timestamptz) AS as_of,
        greatest(coalesce(p.switched_on_at, statement_timestamp()), $3::timestamptz) AS starts_at
      FROM companies c JOIN policies p ON p.company_id = c.company_id
      WHERE c.company_id = $1
    ), person AS MATERIALIZED (
      SELECT e.user_id, a.country, a.factor_id IS NOT NULL AS is_enrolled,
        a.factor_id IS NOT NULL AND NOT (a.can_be_texted AND a.country = ANY($5::text[])
          OR a.country = ANY($6::text[])) AS is_outside,
        CASE
          WHEN $2::text = 'off' THEN false
          WHEN a.factor_id IS NOT NULL THEN e.disabled_at IS NOT NULL
            OR NOT (a.can_be_texted AND a.country = ANY($5::text[])
                AND coalesce(a.undeliverable_until <= o.as_of, true)
              OR a.country = ANY($6::text[])
                AND coalesce(a.call_undeliverable_until <= o.as_of, true))
          WHEN $2::text = 'optional' AND e.reset_at IS NULL THEN false
          WHEN e.reset_at IS NULL AND (i.factor_id IS NOT NULL
            OR o.as_of < greatest(o.starts_at, e.roster_added_at) + $4::integer * interval '24 hours')
            THEN false
          ELSE NOT EXISTS (SELECT 1 FROM grants g
            WHERE g.company_id = e.company_id AND g.user_id = e.user_id
              AND g.consumed_at IS NULL AND g.closed_at IS NULL AND g.expires_at > o.as_of)
        END AS is_locked_out
      FROM proposal o
      JOIN employees e ON e.company_id = o.company_id
      LEFT JOIN factors a ON a.company_id = e.company_id AND a.user_id = e.user_id
        AND a.state = 'active'
      LEFT JOIN factors i ON i.company_id = e.company_id AND i.user_id = e.user_id AND i.is_imported
    )
    SELECT o.roster, o.as_of,
      (SELECT jsonb_build_object('people', count(*),
          'enrolled', count(*) FILTER (WHERE is_enrolled),
          'lockedOut', count(*) FILTER (WHERE is_locked_out))
        FROM person) AS counts,
      (SELECT coalesce(jsonb_agg(n ORDER BY n.people DESC, n.country), '[]') FROM (
        SELECT country, count(*) AS people FROM person WHERE is_outside GROUP BY country) AS n
      ) AS unreachable,
      (SELECT coalesce(jsonb_agg(user_id ORDER BY user_id), '[]') FROM (
        SELECT user_id FROM person WHERE NOT is_enrolled ORDER BY user_id LIMIT $7) AS n
      ) AS not_enrolled_ids,
      (SELECT coalesce(jsonb_agg(user_id ORDER BY user_id), '[]') FROM (
        SELECT user_id FROM person WHERE is_locked_out ORDER BY user_id LIMIT $7) AS n
      ) AS locked_out_ids
    FROM proposal o`,
};

const ids = z.array(z.string().transform((id) => id as UserId));

const previewRow = z.object({
  roster: rosterState,
  as_of: z.date(),
  counts: z.object({ people: z.int(), enrolled: z.int(), lockedOut: z.int() }),
  unreachable: z.array(z.object({ country: z.string(), people: z.int() })),
  not_enrolled_ids: ids,
  locked_out_ids: ids,
});

export class PostgresPolicyPreviewReader implements PolicyPreviewReader {
  constructor(private readonly database: Database) {}

  async read(companyId: CompanyId, request: PreviewRequest): Promise<PreviewCounts | undefined> {
    const { settings, countries, limit } = request;
    const { mode, enforceFrom, enrolmentDays } = settings;
    const reach = [[...countries.sms], [...countries.call]];
    const values = [companyId, mode, enforceFrom, enrolmentDays, ...reach, limit];
    const found = await this.database.query(({ rows }) => rows(PREVIEW, values));
    const row = z.array(previewRow).parse(found)[0];
    if (row === undefined) return undefined;
    const { people, enrolled, lockedOut } = row.counts;
    return {
      ...{ roster: row.roster, asOf: row.as_of, people, enrolled, lockedOut },
      notEnrolled: people - enrolled,
      unreachable: row.unreachable,
      notEnrolledIds: row.not_enrolled_ids,
      lockedOutIds: row.locked_out_ids,
    };
  }
}
