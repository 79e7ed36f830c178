/** Puts the use cases of the hosted pages together. */

import { makeBindPage, makeGreetPage } from './bind-page.js';
import { makeCancelOnPage, makeSkipOnPage } from './end-on-page.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { makeRedirectBack } from './redirect-back.js';
import { makeRestartOnPage } from './restart-on-page.js';
import { makeEnrolOnPage, makeResendOnPage } from './send-on-page.js';
import { makeGetPageNotice, makeSetPageLocale, makeShowPage } from './show-page.js';
import { makeVerifyOnPage } from './verify-on-page.js';

export function makePageUseCases(deps: PageDeps): PageUseCases {
  return {
    greetPage: makeGreetPage(deps),
    bindPage: makeBindPage(deps),
    showPage: makeShowPage(deps),
    getPageNotice: makeGetPageNotice(deps),
    verifyOnPage: makeVerifyOnPage(deps),
    resendOnPage: makeResendOnPage(deps),
    enrolOnPage: makeEnrolOnPage(deps),
    skipOnPage: makeSkipOnPage(deps),
    cancelOnPage: makeCancelOnPage(deps),
    restartOnPage: makeRestartOnPage(deps),
    setPageLocale: makeSetPageLocale(deps),
    redirectBack: makeRedirectBack(deps),
  };
}
