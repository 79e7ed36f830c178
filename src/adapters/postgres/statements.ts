/** The hot statements, as plain SQL in one place. */

import { z } from 'zod';
import type { Statement } from './database.js';

export const PING: Statement = { name: 'assay_ping', text: 'SELECT clock_timestamp() AS now' };

const pong = z.tuple([z.object({ now: z.date() })]);
export const toNow = (rows: readonly unknown[]): Date => pong.parse(rows)[0].now;

/** $1 folded company id, $2 folded user id. Always one row; decisions 3, 18, 19, 21. */
export const READ_SIGN_IN: Statement = {
  name: 'assay_read_sign_in',
  text: `
    SELECT statement_timestamp() AS now,
      c.company_id, c.display_name, c.default_country, c.locale, c.time_zone, c.support_text,
      c.branding, c.created_at, c.updated_at,
      p.company_id AS policy_of, p.mode, p.enforce_from, p.enrolment_days, p.methods, p.countries,
      p.sms_per_day, p.remember_device_days, p.version, p.switched_on_at,
      e.user_id, e.roster_added_at, e.failure_epoch, e.failures AS employee_failures,
      greatest(0, ceil(extract(epoch FROM e.locked_until - statement_timestamp()) * 1000))::float8
        AS locked_for_ms,
      e.disabled_at IS NOT NULL AS is_disabled, e.reset_at IS NOT NULL AS was_reset,
      a.factor_id AS active_id, a.version AS active_version, a.sealed_number AS active_number,
      a.sealed_mask AS active_mask, a.number_index AS active_index,
      coalesce(a.undeliverable_until > statement_timestamp(), false) AS is_undeliverable,
      i.factor_id AS imported_id, i.version AS imported_version, i.sealed_number AS imported_number,
      i.sealed_mask AS imported_mask, i.number_index AS imported_index,
      i.failures AS imported_failures,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'expiresAt', g.expires_at)), '[]')
        FROM grants g WHERE g.company_id = e.company_id AND g.user_id = e.user_id
          AND g.consumed_at IS NULL AND g.closed_at IS NULL
          AND g.expires_at > statement_timestamp()) AS open_grants
    FROM (SELECT 1) AS one
    LEFT JOIN companies c ON c.folded_id = $1
    LEFT JOIN policies p ON p.company_id = c.company_id
    LEFT JOIN employees e ON e.company_id = c.company_id AND e.folded_id = $2
    LEFT JOIN factors a ON a.company_id = e.company_id AND a.user_id = e.user_id AND a.state = 'active'
    LEFT JOIN factors i ON i.company_id = e.company_id AND i.user_id = e.user_id AND i.is_imported`,
};

/** $1 the attempts of many requests, $2 the limits, both JSON. Migration 0002 holds the function. */
export const RECORD_ATTEMPTS: Statement = {
  name: 'assay_record_attempts',
  text: 'SELECT ord, result FROM record_attempts_v1($1::jsonb, $2::jsonb)',
};

/** $1 attempt, $2 challenge, $3 client, $4 key, $5 fingerprint. */
export const TAKE_OVER_APPROVAL: Statement = {
  name: 'assay_take_over_approval',
  text: `
    UPDATE attempts a SET attempt_id = $1, is_taken_over = true
    WHERE a.id = $2 AND a.outcome = 'approved' AND a.client_id = $3
      AND a.idempotency_key = $4 AND a.fingerprint = $5 AND attempt_is_current_v1(a)
    RETURNING attempt_approval_v1(a) AS result`,
};

/** $1 challenge, $2 client, $3 key, $4 fingerprint: whether the key came with another body. */
export const KEY_OF_OTHER_BODY: Statement = {
  name: 'assay_key_of_other_body',
  text: `
    SELECT 1 AS found FROM attempts a
    WHERE a.id = $1 AND a.client_id = $2 AND a.idempotency_key = $3 AND a.outcome = 'approved'
      AND a.fingerprint <> $4 AND attempt_is_current_v1(a)`,
};

/**
 * A withdrawal leaves a mark for its attempt, so that a row still on its way is not kept. The second
 * statement waits until an approval that is being written is there or not; the third removes it, or the
 * placeholder. $1 challenge, $2 attempt.
 */
export const WITHDRAW: readonly Statement[] = [
  {
    name: 'assay_withdraw_mark',
    text: `
      INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id, user_id,
        purpose, channels)
      VALUES ($1::text || '.w.' || $2::text, $1::text, 'withdrawn', $2::text, '', '', '', '', '{}')
      ON CONFLICT (id) DO NOTHING`,
  },
  {
    name: 'assay_withdraw_wait',
    text: `
      INSERT INTO attempts (id, challenge_id, outcome, attempt_id, client_id, company_id, user_id,
        purpose, channels)
      VALUES ($1::text, $1::text, 'withdrawn', $2::text, '', '', '', '', '{}')
      ON CONFLICT (id) DO NOTHING`,
  },
  {
    name: 'assay_withdraw_remove',
    text: `
      DELETE FROM attempts a
      WHERE a.id = $1 AND a.attempt_id = $2 AND NOT a.is_taken_over
        AND a.outcome IN ('approved', 'withdrawn')`,
  },
];

/**
 * Newest first; attempts are the outbox of the audit (decision 10). $1 company, $2 user or null, $3 kind
 * or null, $4 $5 $6 the last row of the page before (instant, source, number) or null, $7 limit.
 */
export const LIST_AUDIT: Statement = {
  name: 'assay_list_audit',
  text: `
    SELECT merged.*, merged.at::text AS at_exactly FROM (
      (SELECT 'e' AS source, e.id AS n, e.at, e.kind, e.company_id, e.user_id, e.client_id,
          e.actor_role, e.actor_id, e.correlation_id, e.facts
        FROM audit_events e
        WHERE e.company_id = $1 AND ($2::text IS NULL OR e.user_id = $2)
          AND ($3::text IS NULL OR e.kind = $3)
          AND ($4::timestamptz IS NULL
            OR (e.at <= $4 AND (e.at, 'e'::text, e.id) < ($4, $5::text, $6::bigint)))
        ORDER BY e.at DESC, e.id DESC LIMIT $7)
      UNION ALL
      (SELECT 'a' AS source, a.seq AS n, a.created_at AS at, 'challenge.' || a.outcome AS kind,
          a.company_id, a.user_id, a.client_id, NULL, NULL, a.attempt_id AS correlation_id,
          jsonb_build_object('challengeId', a.challenge_id, 'purpose', a.purpose,
            'factorId', a.factor_id) AS facts
        FROM attempts a
        WHERE a.company_id = $1 AND ($2::text IS NULL OR a.user_id = $2)
          AND a.outcome <> 'withdrawn'
          AND ($3::text IS NULL OR 'challenge.' || a.outcome = $3)
          AND ($4::timestamptz IS NULL
            OR (a.created_at <= $4 AND (a.created_at, 'a'::text, a.seq) < ($4, $5::text, $6::bigint)))
        ORDER BY a.created_at DESC, a.seq DESC LIMIT $7)
    ) AS merged
    ORDER BY merged.at DESC, merged.source DESC, merged.n DESC LIMIT $7`,
};
