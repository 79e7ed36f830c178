/** Ends a challenge for good; repeatable, and never after an approval. */

import { isOpen, type OpenChallenge } from '../../domain/challenge.js';
import type { ChallengeId } from '../../domain/ids.js';
import { decide } from '../../domain/second-factor.js';
import type { EndedAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { invalid, RefusalError } from '../errors.js';
import { newAttemptId } from '../new-id.js';
import type { Exchange } from '../ports/attempt-ledger.js';
import { readPerson } from '../read-person.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { SignInUseCases } from '../use-cases.js';

export function makeCancelChallenge(deps: SignInDeps): SignInUseCases['cancelChallenge'] {
  return (call, { id, reason }) =>
    endByHand(deps, call, { id, reason: reason ?? 'canceled', exchange: null });
}

export interface Ending {
  readonly id: ChallengeId;
  readonly reason: 'canceled' | 'skipped';
  /** Of a skip on a page: what its redirect is recognised by. */
  readonly exchange: Exchange | null;
}

export async function endByHand(
  deps: SignInDeps,
  call: Call,
  ending: Ending,
): Promise<EndedAnswer> {
  const { id, reason } = ending;
  const challenge = await deps.challenges.read(id, call.client.clientId);
  if (!challenge) throw new RefusalError('challenge_not_found');
  if (!isOpen(challenge)) {
    if (challenge.status === 'canceled') return { id, status: 'canceled' };
    throw endedError(challenge.status);
  }
  if (reason === 'skipped' && !(await canSkip(deps, challenge))) {
    throw invalid('#/reason', 'this enrolment cannot be skipped: canSkip is false');
  }
  return end(deps, call, { ...ending, challenge });
}

/** As things are now: a challenge that was kept open is no way past a phone or a policy that came later (R052). */
async function canSkip(
  { people }: Pick<SignInDeps, 'people'>,
  challenge: OpenChallenge,
): Promise<boolean> {
  if (!challenge.canSkip) return false;
  const decision = decide((await readPerson(people, challenge)).standing);
  return (
    decision.kind === 'not_required' || (decision.kind === 'enrolment_required' && decision.canSkip)
  );
}

/** The row decides: a cancellation and an approval share one key, so only one of them exists. */
async function end(
  deps: SignInDeps,
  call: Call,
  { challenge, reason, exchange }: Ending & { readonly challenge: OpenChallenge },
): Promise<EndedAnswer> {
  const { id, companyId, userId, purpose, action } = challenge;
  const { clientId } = call.client;
  const about = { challengeId: id, clientId, companyId, userId, purpose, action };
  const cancellation = { ...about, attemptId: newAttemptId(), reason, exchange };
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
