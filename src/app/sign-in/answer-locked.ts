/** What an attempt is told while the person's guesses are locked: nothing was compared or counted. */

import { attemptOn, type Submission } from './attempt.js';
import type { Compared } from './compare-code.js';
import { RefusalError, retryAfter } from '../errors.js';
import type { SignInDeps } from './sign-in-deps.js';

/** Where the lock outlasts the code, waiting helps nobody: the challenge counts as expired. */
export async function lockedError(
  deps: SignInDeps,
  submission: Submission<unknown>,
  locked: Extract<Compared, { kind: 'locked' }>,
): Promise<RefusalError> {
  const { subject, retryAfterMs, lifeLeftMs } = locked;
  const attempt = attemptOn(deps, submission, { subject, matched: false });
  await deps.ledger.noteLocked(attempt, submission.call.deadlineMs);
  if (retryAfterMs >= lifeLeftMs) return new RefusalError('challenge_expired');
  return new RefusalError('factor_locked', { retryAfterSeconds: retryAfter(retryAfterMs) });
}
