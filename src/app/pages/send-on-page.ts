/** Sends a code from a page: again, or to the number of an enrolment. */

import { enrolAt } from '../sign-in/enrol-phone.js';
import { makeResendCode } from '../sign-in/resend-code.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { callOf, visitPage } from './visit-page.js';

export function makeResendOnPage(deps: PageDeps): PageUseCases['resendOnPage'] {
  const resendCode = makeResendCode(deps);
  return async (request, visit) => {
    const visited = await visitPage(deps, visit);
    return resendCode(callOf(visited, request), { id: visited.page.challengeId });
  };
}

export function makeEnrolOnPage(deps: PageDeps): PageUseCases['enrolOnPage'] {
  return async (request, { phoneNumber, noticeVersion, locale, ...visit }) => {
    const visited = await visitPage(deps, visit);
    const { id: door, challengeId: id } = visited.page;
    const body = { phoneNumber, noticeVersion, locale };
    return enrolAt(deps, callOf(visited, request), { ...body, id, door, body });
  };
}
