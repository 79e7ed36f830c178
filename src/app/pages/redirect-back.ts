/** Where a browser goes on to. */

import { addressOf } from '../../domain/hosted-page.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { visitPage } from './visit-page.js';

/** The return code is made again, not kept: the same browser always gets the same one, under whichever key. */
export function makeRedirectBack(deps: PageDeps): PageUseCases['redirectBack'] {
  return async (visit) => {
    const { page } = await visitPage(deps, visit);
    const { challengeId, clientId } = page;
    const ending = await deps.ledger.readEnding(challengeId, clientId);
    const codes = deps.returnCodes.of(challengeId, visit.browserSecret);
    const returnCode = codes.find(
      (code) => deps.returnCodes.hashOf(code) === ending?.returnCodeHash,
    );
    return addressOf(page, { challengeId, returnCode: returnCode ?? null });
  };
}
