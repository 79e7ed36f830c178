/** Takes back the approval of a request that was told 503, so that the same code works again. */

import type { Attempt } from './ports/attempt-ledger.js';
import type { SignInDeps } from './sign-in-deps.js';

/** Seconds after the answer: a lost statement may still commit until its own time limit has passed. */
const TRIES_AFTER_SECONDS = [0, 1, 3, 10, 30];

/**
 * Runs behind the answer; a retry with the same Idempotency-Key that took the row over keeps it (decision
 * 4). Every try is made, also after one that succeeded: only the last comes surely after the commit.
 */
export function withdrawApproval(
  deps: Pick<SignInDeps, 'ledger' | 'events' | 'clock'>,
  attempt: Attempt,
): void {
  for (const seconds of TRIES_AFTER_SECONDS) {
    deps.clock.after(seconds * 1_000, async () => {
      try {
        await deps.ledger.withdraw(attempt);
      } catch {
        deps.events.deferred('withdraw_approval');
      }
    });
  }
}
