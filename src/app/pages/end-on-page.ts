/** Ends a challenge from its page: "not now", or "this was not me". */

import { isOpen } from '../../domain/challenge.js';
import { auditOf } from '../audit-of.js';
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

/** Told of once, and before the end: what the person said holds even where it comes too late. */
export function makeCancelOnPage(deps: PageDeps): PageUseCases['cancelOnPage'] {
  return async (request, visit) => {
    const visited = await visitPage(deps, visit);
    const { challengeId: id, clientId, companyId, userId } = visited.page;
    const call = callOf(visited, request);
    const challenge = await deps.challenges.read(id, clientId);
    if (challenge && isOpen(challenge)) {
      const facts = { challengeId: id };
      await deps.audit.append(auditOf(call, 'challenge.disowned', { companyId, userId, facts }));
    }
    return endByHand(deps, call, { id, reason: 'canceled', exchange: null });
  };
}
