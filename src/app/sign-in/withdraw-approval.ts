/** Takes back the approval of a request that was told 503, so that the same code works again. */

import type { ChallengeId } from '../../domain/ids.js';
import type { Attempt, AttemptLedger } from '../ports/attempt-ledger.js';
import type { SignInDeps } from './sign-in-deps.js';

/** Milliseconds between tries; what keeps an approval from being withdrawn may last. */
const WAITS_MS = [0, 200, 1_000, 3_000, 10_000, 30_000, 60_000];

/** What this process has still to withdraw, by the ledger it is in. */
const pending = new WeakMap<AttemptLedger, Set<ChallengeId>>();

type WithdrawalDeps = Pick<SignInDeps, 'ledger' | 'events' | 'clock'>;

/**
 * Runs behind the answer until it has succeeded once: the ledger then refuses the row even if it arrives
 * later. A retry with the same Idempotency-Key that took the row over keeps it (decision 4). `settled` runs
 * then, when nothing of the attempt can arrive any more, and once more with the next try where it rejects.
 */
export function withdrawApproval(
  deps: WithdrawalDeps,
  attempt: Attempt,
  settled: () => Promise<void> = async () => undefined,
): void {
  const challenges = pending.get(deps.ledger) ?? new Set();
  pending.set(deps.ledger, challenges.add(attempt.challengeId));
  tryAfter(deps, { attempt, settled }, WAITS_MS);
}

/** Whether an approval that is on record is about to be taken back by this process. */
export function isWithdrawing(ledger: AttemptLedger, challengeId: ChallengeId): boolean {
  return pending.get(ledger)?.has(challengeId) ?? false;
}

interface Withdrawal {
  readonly attempt: Attempt;
  readonly settled: () => Promise<void>;
}

function tryAfter(
  deps: WithdrawalDeps,
  withdrawal: Withdrawal,
  [waitMs, ...later]: readonly number[],
): void {
  const { attempt, settled } = withdrawal;
  if (waitMs === undefined) {
    forget(deps, attempt);
    return;
  }
  deps.clock.after(waitMs, async () => {
    try {
      await deps.ledger.withdraw(attempt);
      forget(deps, attempt);
      await settled();
    } catch {
      deps.events.deferred('withdraw_approval');
      tryAfter(deps, withdrawal, later);
    }
  });
}

function forget({ ledger }: WithdrawalDeps, { challengeId }: Attempt): void {
  pending.get(ledger)?.delete(challengeId);
}
