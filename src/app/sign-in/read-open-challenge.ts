/** Reads a challenge that a call is about to change; an ended one is refused as verify refuses it. */

import { isOpen, type OpenChallenge } from '../../domain/challenge.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import type { ChallengeStore } from '../ports/challenge-store.js';
import { endedError } from './refuse-ended.js';

export async function readOpenChallenge(
  challenges: ChallengeStore,
  call: Call,
  id: ChallengeId,
): Promise<OpenChallenge> {
  const challenge = await challenges.read(id, call.client.clientId);
  if (!challenge) throw new RefusalError('challenge_not_found');
  if (!isOpen(challenge)) throw endedError(challenge.status);
  if (challenge.attemptsRemaining <= 0) throw endedError('max_attempts_reached');
  return challenge;
}
