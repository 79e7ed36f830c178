/** The challenge that a session has under way: it is kept there, so that no address can name another's. */

import type { ChallengeAnswer } from '../../app/answers.js';
import { RefusalError } from '../../app/errors.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { Guest } from './guest.js';
import type { PortalPagesDeps } from './portal-deps.js';

/** What a session waits for beside the actions of a step-up: the code sent to a number that is new. */
export const NEW_NUMBER = 'new_number';

/** Undefined where none was begun for this act, or where its code was entered. */
export function idUnderWay({ session }: Guest, action: string): ChallengeId | undefined {
  const { stepUp } = session;
  return stepUp?.action === action && !stepUp.isApproved ? stepUp.challengeId : undefined;
}

/** As it stands; undefined also where it is long over. */
export async function ownChallenge(
  { useCases }: Pick<PortalPagesDeps, 'useCases'>,
  guest: Guest,
  action: string,
): Promise<ChallengeAnswer | undefined> {
  const id = idUnderWay(guest, action);
  if (!id) return undefined;
  try {
    return await useCases.getChallenge(guest.call(), id);
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'challenge_not_found') return undefined;
    throw error;
  }
}
