/** The one statement behind the list of the audit: audit rows and attempts, searched and merged. */

import type { Statement } from './database.js';

/**
 * Newest first; attempts are the outbox of the audit (decision 10) and name no actor. $1 company, $2 user,
 * $3 kind, $4 actor's id, $5 from, $6 before, each of the last five or null; $7 $8 $9 the last row of the
 * page before (instant, source, number) or null; $10 limit. Unnamed, so that each search is planned for
 * what it asks.
 */
export const LIST_AUDIT: Statement = {
  name: '',
  text: `
    SELECT merged.*, merged.at::text AS at_exactly FROM (
      (SELECT 'e' AS source, e.id AS n, e.at, e.kind, e.company_id, e.user_id, e.client_id,
          e.actor_role, e.actor_id, e.correlation_id, e.facts
        FROM audit_events e
        WHERE e.company_id = $1 AND ($2::text IS NULL OR e.user_id = $2)
          AND ($3::text IS NULL OR e.kind = $3) AND ($4::text IS NULL OR e.actor_id = $4)
          AND ($5::timestamptz IS NULL OR e.at >= $5) AND ($6::timestamptz IS NULL OR e.at < $6)
          AND ($7::timestamptz IS NULL
            OR (e.at <= $7 AND (e.at, 'e'::text, e.id) < ($7, $8::text, $9::bigint)))
        ORDER BY e.at DESC, e.id DESC LIMIT $10)
      UNION ALL
      (SELECT 'a' AS source, a.seq AS n, a.created_at AS at, 'challenge.' || a.outcome AS kind,
          a.company_id, a.user_id, a.client_id, NULL, NULL, a.attempt_id AS correlation_id,
          jsonb_build_object('challengeId', a.challenge_id, 'purpose', a.purpose,
            'factorId', a.factor_id) AS facts
        FROM attempts a
        WHERE a.company_id = $1 AND $4::text IS NULL AND ($2::text IS NULL OR a.user_id = $2)
          AND a.outcome <> 'withdrawn'
          AND ($3::text IS NULL OR ($3 LIKE 'challenge.%'
            AND a.outcome = substr($3, length('challenge.') + 1)))
          AND ($5::timestamptz IS NULL OR a.created_at >= $5)
          AND ($6::timestamptz IS NULL OR a.created_at < $6)
          AND ($7::timestamptz IS NULL
            OR (a.created_at <= $7 AND (a.created_at, 'a'::text, a.seq) < ($7, $8::text, $9::bigint)))
        ORDER BY a.created_at DESC, a.seq DESC LIMIT $10)
    ) AS merged
    ORDER BY merged.at DESC, merged.source DESC, merged.n DESC LIMIT $10`,
};
