/** Ends a challenge from its page: "not now", or "this was not me". */

import { endByHand } from '../sign-in/cancel-challenge.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { exchangeOf } from './verify-on-page.js';
import { callOf, visitPage } from './visit-page.js';

/** Carries a return code back, so that the login service knows who put it off (decision 24). */
export function makeSkipOnPage(deps: PageDeps): PageUseCases['skipOnPage'] {
  return async (request, visit) => {
    const visited = await visitPage(deps, visit);
    const exchange = exchangeOf(deps, visited, visit);
    const id = visited.page.challengeId;
    return endByHand(deps, callOf(visited, request), { id, reason: 'skipped', exchange });
  };
}

export function makeCancelOnPage(deps: PageDeps): PageUseCases['cancelOnPage'] {
  return async (request, visit) => {
    const visited = await visitPage(deps, visit);
    const id = visited.page.challengeId;
    return endByHand(deps, callOf(visited, request), { id, reason: 'canceled', exchange: null });
  };
}
