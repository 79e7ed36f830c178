/** Shows a challenge to the client that opened it. */

import { isOpen } from '../../domain/challenge.js';
import { RefusalError } from '../errors.js';
import { showChallenge } from './show-challenge.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { SignInUseCases } from '../use-cases.js';

export function makeGetChallenge(deps: SignInDeps): SignInUseCases['getChallenge'] {
  return async (call, id) => {
    const challenge = await deps.challenges.read(id, call.client.clientId);
    if (!challenge) throw new RefusalError('challenge_not_found');
    if (isOpen(challenge)) return showChallenge(deps, challenge);
    return { id: challenge.id, status: challenge.status };
  };
}
