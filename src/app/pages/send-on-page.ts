/** Sends a code from a page: again, or to the number of an enrolment. */

import { enrolAt } from '../sign-in/enrol-phone.js';
import { makeResendCode } from '../sign-in/resend-code.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { callOf, visitPage } from './visit-page.js';

export function makeResendOnPage(deps: PageDeps): PageUseCases['resendOnPage'] {
  const resendCode = makeResendCode(deps);
  return async (request, { channel, ...visit }) => {
    const visited = await visitPage(deps, visit);
    return resendCode(callOf(visited, request), { id: visited.page.challengeId, channel });
  };
}

export function makeEnrolOnPage(deps: PageDeps): PageUseCases['enrolOnPage'] {
  return async (request, { phoneNumber, noticeVersion, channel, locale, ...visit }) => {
    const visited = await visitPage(deps, visit);
    const { id: door, challengeId: id } = visited.page;
    // The version before this one, which may share the key while an update rolls out, knows no channel.
    const body = { phoneNumber, noticeVersion, locale, ...(channel !== null && { channel }) };
    return enrolAt(deps, callOf(visited, request), { ...body, channel, id, door, body });
  };
}
