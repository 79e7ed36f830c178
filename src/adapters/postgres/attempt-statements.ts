/** The statements of the attempt ledger, as plain SQL in one place. */

import type { Statement } from './database.js';

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

/** The rows that an exchange is about. $1 challenge, $2 client, $3 nonce digest, $4 return code hash. */
const EXCHANGED = `a.id = $1 AND a.client_id = $2 AND a.nonce_digest = $3 AND a.return_code_hash = $4`;

/** $5 $6 milliseconds to the first exchange, and from it to the last. Redeemed, it is never withdrawn. */
export const REDEEM: Statement = {
  name: 'assay_redeem',
  text: `
    UPDATE attempts a
    SET redeemed_at = coalesce(a.redeemed_at, clock_timestamp()), is_taken_over = true
    WHERE ${EXCHANGED} AND a.outcome = 'approved'
      AND clock_timestamp() < CASE WHEN a.redeemed_at IS NULL
        THEN a.created_at + interval '1 millisecond' * $5::integer
        ELSE a.redeemed_at + interval '1 millisecond' * $6::integer END
    RETURNING attempt_approval_v1(a) AS result,
      floor(extract(epoch FROM a.redeemed_at))::integer AS redeemed_at`,
};

/** Why there was nothing to exchange, for whoever holds the secrets. $5 milliseconds, as above. */
export const UNREDEEMABLE: Statement = {
  name: 'assay_unredeemable',
  text: `
    SELECT CASE WHEN a.outcome = 'skipped'
        AND clock_timestamp() < a.created_at + interval '1 millisecond' * $5::integer THEN 'skipped'
      WHEN a.redeemed_at IS NULL THEN 'expired' ELSE 'redeemed_before' END AS kind
    FROM attempts a WHERE ${EXCHANGED} AND a.outcome IN ('approved', 'skipped')`,
};

/** $1 challenge, $2 client. */
export const READ_ENDING: Statement = {
  name: 'assay_read_ending',
  text: `
    SELECT a.outcome, a.return_code_hash FROM attempts a
    WHERE a.id = $1 AND a.client_id = $2 AND a.outcome IN ('approved', 'canceled', 'skipped')`,
};
