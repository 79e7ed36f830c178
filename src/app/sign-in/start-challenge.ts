/** Asks for a second factor; with a way back, on a hosted page. */

import { requireCompany } from '../read-person.js';
import type { SignInUseCases } from '../use-cases.js';
import { beginChallenge } from './begin-challenge.js';
import { requestOf } from './challenge-request.js';
import type { SignInDeps } from './sign-in-deps.js';

export function makeStartChallenge(deps: SignInDeps): SignInUseCases['startChallenge'] {
  return async (call, input) => {
    requireCompany(call.client, input.companyId);
    return beginChallenge(deps, call, requestOf(deps, call, input));
  };
}
