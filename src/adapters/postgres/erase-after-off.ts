/** Two-factor was switched off: after the stated days the numbers that were kept for it go. */

import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Database, DatabaseConnection, Statement } from './database.js';

/** People of one chunk: long statements freeze PGlite (decision 39). */
const CHUNK = 200;

/** Whoever holds it erases; the others leave it to them. Any number that nobody else locks by. */
const LOCK_KEY = 7_304_221;

const TAKE_LOCK: Statement = {
  name: '',
  text: `SELECT pg_try_advisory_xact_lock(${LOCK_KEY}) AS taken`,
};

/** Whoever gives a number while it is off, to switch it on again, has the same days; $1 of them. */
const IS_DUE = `f.created_at < clock_timestamp() - $1::integer * interval '24 hours'`;

/** $1 days. Nobody switches the policy on while it is locked; skipped while somebody just does. */
const FIND_COMPANY: Statement = {
  name: '',
  text: `
    SELECT p.company_id FROM policies p
    WHERE p.switched_off_at < clock_timestamp() - $1::integer * interval '24 hours'
      AND EXISTS (SELECT 1 FROM factors f WHERE f.company_id = p.company_id AND ${IS_DUE})
    ORDER BY p.company_id LIMIT 1 FOR SHARE OF p SKIP LOCKED`,
};

/** $1 days, $2 company, $3 people. In the order in which everybody locks people. */
const LOCK_HOLDERS: Statement = {
  name: '',
  text: `
    SELECT e.user_id FROM employees e
    WHERE e.company_id = $2 AND EXISTS (SELECT 1 FROM factors f
      WHERE f.company_id = e.company_id AND f.user_id = e.user_id AND ${IS_DUE})
    ORDER BY e.user_id LIMIT $3 FOR NO KEY UPDATE`,
};

/**
 * $1 days, $2 company, $3 people, $4 correlation id. What was counted and locked goes with the number it was about;
 * the epoch grows, so that the pending store forgets it too (decision 7).
 */
const ERASE: Statement = {
  name: '',
  text: `
    WITH erased AS (
      DELETE FROM factors f
      WHERE f.company_id = $2 AND f.user_id = ANY($3::text[]) AND ${IS_DUE}
      RETURNING f.factor_id, f.user_id, f.state
    ), fresh AS (
      UPDATE employees e SET failures = 0, failure_epoch = e.failure_epoch + 1,
        locked_until = NULL, disabled_at = NULL
      WHERE e.company_id = $2 AND e.user_id = ANY($3::text[])
    )
    INSERT INTO audit_events (kind, company_id, user_id, actor_role, actor_id, correlation_id, facts)
    SELECT 'factor.erased', $2, x.user_id, 'system', 'erase-after-off', $4,
      jsonb_build_object('factorId', x.factor_id, 'state', x.state, 'reason', 'policy_off')
    FROM erased x ORDER BY x.user_id, x.factor_id
    RETURNING id`,
};

export interface EraseRule {
  /** 1 to 365. */
  readonly afterDays: number;
}

/**
 * For a periodic job; answers how many numbers went. Each chunk is a transaction of its own that holds the
 * lock, so a run that is cut short goes on where it was, and two instances never erase side by side.
 */
export async function eraseAfterOff(
  database: Pick<Database, 'transaction'>,
  rule: EraseRule,
): Promise<number> {
  const correlationId = randomUUID();
  for (let erased = 0; ;) {
    const chunk = await database.transaction((it) => eraseChunk(it, rule, correlationId));
    if (chunk === null) return erased;
    erased += chunk;
  }
}

const locked = z.tuple([z.object({ taken: z.boolean() })]);
const companyRows = z.array(z.object({ company_id: z.string() }));
const holderRows = z.array(z.object({ user_id: z.string() }));

/** Null when there is nothing left, or somebody else is at it. */
async function eraseChunk(
  { rows }: DatabaseConnection,
  { afterDays }: EraseRule,
  correlationId: string,
): Promise<number | null> {
  if (!locked.parse(await rows(TAKE_LOCK, []))[0].taken) return null;
  const company = companyRows.parse(await rows(FIND_COMPANY, [afterDays]))[0]?.company_id;
  if (company === undefined) return null;
  const holders = holderRows.parse(await rows(LOCK_HOLDERS, [afterDays, company, CHUNK]));
  const userIds = holders.map((row) => row.user_id);
  const erased = await rows(ERASE, [afterDays, company, userIds, correlationId]);
  return erased.length;
}
