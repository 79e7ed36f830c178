/** Takes back the approval of a request that was told 503, so that the same code works again. */

import type { Attempt } from '../ports/attempt-ledger.js';
import type { SignInDeps } from './sign-in-deps.js';

/** Milliseconds between tries; what keeps an approval from being withdrawn may last. */
const WAITS_MS = [0, 200, 1_000, 3_000, 10_000, 30_000, 60_000];

/**
 * Runs behind the answer until it has succeeded once: the ledger then refuses the row even if it arrives
 * later. A retry with the same Idempotency-Key that took the row over keeps it (decision 4).
 */
export function withdrawApproval(
  deps: Pick<SignInDeps, 'ledger' | 'events' | 'clock'>,
  attempt: Attempt,
): void {
  tryAfter(deps, attempt, WAITS_MS);
}

function tryAfter(
  deps: Pick<SignInDeps, 'ledger' | 'events' | 'clock'>,
  attempt: Attempt,
  [waitMs, ...later]: readonly number[],
): void {
  if (waitMs === undefined) return;
  deps.clock.after(waitMs, async () => {
    try {
      await deps.ledger.withdraw(attempt);
    } catch {
      deps.events.deferred('withdraw_approval');
      tryAfter(deps, attempt, later);
    }
  });
}
