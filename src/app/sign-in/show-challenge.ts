/** Shows a challenge that is open in the store: as it stands now, under the policy of now. */

import { isOpen, type Challenge, type OpenChallenge } from '../../domain/challenge.js';
import type { ChallengeAnswer, PendingAnswer } from '../answers.js';
import { enrolmentAnswer, isPending, lastTwoOf, pendingAnswer } from './challenge-answer.js';
import { RefusalError } from '../errors.js';
import type { Person } from '../ports/sign-in-reader.js';
import { readPerson } from '../read-person.js';
import { channelsTo, failedChannels } from '../sending/destination.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';

type Reader = Pick<SignInDeps, 'people' | 'vault' | 'rules'>;

/** A challenge whose factor is gone can never be approved any more: it shows as canceled. */
export async function showChallenge(
  deps: Reader,
  challenge: OpenChallenge,
  known?: Person,
): Promise<ChallengeAnswer> {
  const { id } = challenge;
  if (challenge.attemptsRemaining <= 0) return { id, status: 'max_attempts_reached' };
  if (!isPending(challenge)) {
    return enrolmentAnswer(deps, challenge, known ?? (await readPerson(deps.people, challenge)));
  }
  const [stored, person] = await Promise.all([
    deps.people.findPhone(challenge, challenge.delivery.factorId),
    known ?? readPerson(deps.people, challenge),
  ]);
  if (!stored) return { id, status: 'canceled' };
  return pendingAnswer(deps, challenge, {
    lastTwo: lastTwoOf(challenge, stored, deps.vault),
    availableChannels: channelsTo(deps.rules, person, {
      ...{ phone: stored, state: stored.state, failed: failedChannels(challenge.delivery) },
    }),
  });
}

/** The same for a repeated request that reserved a code: ended meanwhile, it is refused as by verify. */
export async function showPending(deps: Reader, challenge: Challenge): Promise<PendingAnswer> {
  if (!isOpen(challenge)) throw endedError(challenge.status);
  const answer = await showChallenge(deps, challenge);
  if (answer.status === 'pending') return answer;
  throw answer.status === 'enrolment_required'
    ? new RefusalError('code_not_sent')
    : endedError(answer.status);
}
