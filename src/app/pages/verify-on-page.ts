/** Checks a code entered on a page: approves and signs nothing; the redirect's return code fetches the token. */

import type { Exchange } from '../ports/attempt-ledger.js';
import { requireTime } from '../sign-in/issue-token.js';
import { judgeCode } from '../sign-in/judge-code.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases, PageVisit } from './page-use-cases.js';
import { callOf, visitPage, type Visited } from './visit-page.js';

export function makeVerifyOnPage(deps: PageDeps): PageUseCases['verifyOnPage'] {
  return async (request, { code, ...visit }) => {
    const visited = await visitPage(deps, visit);
    const { page } = visited;
    const call = callOf(visited, request);
    return judgeCode(deps, {
      ...{ call, id: page.challengeId, door: page.id, code, nonceDigest: page.nonceDigest },
      exchange: exchangeOf(deps, visited, visit),
      finish: ({ challengeId, companyId, userId, purpose, action }) => {
        requireTime(deps, call);
        return { status: 'approved', challengeId, companyId, userId, purpose, action };
      },
    });
  };
}

/** What this browser's redirect will be recognised by. */
export function exchangeOf(
  { returnCodes }: Pick<PageDeps, 'returnCodes'>,
  { page }: Visited,
  { browserSecret }: PageVisit,
): Exchange {
  const [returnCode] = returnCodes.of(page.challengeId, browserSecret);
  return { nonceDigest: page.nonceDigest, returnCodeHash: returnCodes.hashOf(returnCode) };
}
