/** Ends a challenge for good; repeatable, and never after an approval. */

import { isOpen, type OpenChallenge } from '../../domain/challenge.js';
import type { EndedAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { invalid, RefusalError } from '../errors.js';
import { newAttemptId } from '../new-id.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { SignInUseCases } from '../use-cases.js';

export function makeCancelChallenge(deps: SignInDeps): SignInUseCases['cancelChallenge'] {
  return async (call, { id, reason }) => {
    const challenge = await deps.challenges.read(id, call.client.clientId);
    if (!challenge) throw new RefusalError('challenge_not_found');
    if (!isOpen(challenge)) {
      if (challenge.status === 'canceled') return { id, status: 'canceled' };
      throw endedError(challenge.status);
    }
    if (reason === 'skipped' && !challenge.canSkip) {
      throw invalid('#/reason', 'this enrolment cannot be skipped: canSkip is false');
    }
    return cancel(deps, call, { challenge, reason: reason ?? 'canceled' });
  };
}

/** The row decides: a cancellation and an approval share one key, so only one of them exists. */
async function cancel(
  deps: SignInDeps,
  call: Call,
  { challenge, reason }: { challenge: OpenChallenge; reason: 'canceled' | 'skipped' },
): Promise<EndedAnswer> {
  const { id, companyId, userId, purpose } = challenge;
  const attemptId = newAttemptId();
  const { clientId } = call.client;
  const cancellation = { challengeId: id, clientId, companyId, userId, purpose, attemptId, reason };
  const status = await deps.ledger.cancel(cancellation, call.deadlineMs);
  // Whoever approved marks that itself: it may still withdraw.
  if (status === 'approved') throw endedError('approved');
  try {
    await deps.challenges.end({ id, status });
  } catch {
    deps.events.deferred('end_challenge');
  }
  return { id, status };
}
