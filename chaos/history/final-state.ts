/** Reads what PostgreSQL holds after a run. */

import { z } from 'zod';

import { runOn } from '../../tests/support/postgres.js';
import type { FinalState } from './events.js';

const person = z.string().transform((userId) => Number(userId.slice('u-'.length)));
const instant = z.coerce.number();

const attempt = z.object({
  ...{ id: z.string(), challengeId: z.string(), outcome: z.string(), attemptId: z.string() },
  ...{ person, factorId: z.string().nullable(), seq: z.coerce.number(), atMs: instant },
});
const employee = z.object({
  ...{ person, failures: z.number(), isDisabled: z.boolean() },
  ...{ lockedUntilMs: instant, undeliverableUntilMs: instant },
});

const milliseconds = (column: string) =>
  `coalesce(extract(epoch FROM ${column}) * 1000, 0)::float8`;

const ATTEMPTS = `SELECT id, challenge_id AS "challengeId", outcome, attempt_id AS "attemptId",
  user_id AS person, factor_id AS "factorId", seq, ${milliseconds('created_at')} AS "atMs"
  FROM attempts ORDER BY seq`;
const PEOPLE = `SELECT e.user_id AS person, e.failures, e.disabled_at IS NOT NULL AS "isDisabled",
  ${milliseconds('e.locked_until')} AS "lockedUntilMs",
  ${milliseconds('f.undeliverable_until')} AS "undeliverableUntilMs"
  FROM employees e LEFT JOIN factors f USING (company_id, user_id)
  WHERE f.state IS NULL OR f.state = 'active' OR NOT EXISTS (SELECT 1 FROM factors a
    WHERE a.company_id = e.company_id AND a.user_id = e.user_id AND a.state = 'active')`;

export async function readFinalState(url: string): Promise<FinalState> {
  return {
    attempts: z.array(attempt).parse(await runOn(url, ATTEMPTS)),
    people: z.array(employee).parse(await runOn(url, PEOPLE)),
  };
}
