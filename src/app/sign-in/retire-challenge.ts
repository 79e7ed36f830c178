/** Ends a challenge that the pending store still holds open though nothing can come of it any more. */

import type { EndStatus, OpenChallenge } from '../../domain/challenge.js';
import type { Call } from '../call.js';
import { newAttemptId } from '../new-id.js';
import type { Person } from '../ports/sign-in-reader.js';
import type { SignInDeps } from './sign-in-deps.js';

/**
 * Whether the phone that the challenge rests on is gone, or was proven elsewhere: no code of it can be
 * approved. One that waits for a number is dead once its person has one.
 */
export async function isDead(
  { people }: Pick<SignInDeps, 'people'>,
  challenge: OpenChallenge,
  { activePhone }: Pick<Person, 'activePhone'>,
): Promise<boolean> {
  const { delivery } = challenge;
  if (!delivery) return activePhone !== null;
  const phone = await people.findPhone(challenge, delivery.factorId);
  return phone?.version !== delivery.factorVersion || phone.state !== delivery.factorState;
}

/** The row decides, as for every cancellation: an approval that the pending store missed stands. */
export async function retireChallenge(
  deps: Pick<SignInDeps, 'ledger' | 'challenges'>,
  { client, deadlineMs }: Call,
  { id, companyId, userId, purpose, action }: OpenChallenge,
): Promise<EndStatus> {
  const { clientId } = client;
  const about = { challengeId: id, clientId, companyId, userId, purpose, action };
  const how = { attemptId: newAttemptId(), reason: 'canceled', exchange: null } as const;
  const status = await deps.ledger.cancel({ ...about, ...how }, deadlineMs);
  await deps.challenges.end({ id, status });
  return status;
}
