/** Greets a browser, and binds a page to the first that goes on (decision 25). */

import { RefusalError } from '../errors.js';
import { AnotherBrowserError } from './another-browser.js';
import type { PageDeps } from './page-deps.js';
import type { PageUseCases } from './page-use-cases.js';
import { findPage } from './visit-page.js';

export function makeGreetPage(deps: PageDeps): PageUseCases['greetPage'] {
  return async ({ pageId, browserSecret }) => {
    const { page } = await findPage(deps, pageId);
    const { companyId, locale, browserHash } = page;
    if (browserHash === null) return { owner: 'unbound', companyId, locale };
    const isOwner = browserHash === deps.returnCodes.browserHashOf(browserSecret);
    return { owner: isOwner ? 'this_browser' : 'another_browser', companyId, locale };
  };
}

export function makeBindPage(deps: PageDeps): PageUseCases['bindPage'] {
  return async ({ pageId, browserSecret }) => {
    await findPage(deps, pageId);
    const bound = await deps.pages.bind(pageId, deps.returnCodes.browserHashOf(browserSecret));
    if (bound === 'not_found') throw new RefusalError('challenge_not_found');
    if (bound === 'bound_elsewhere') throw new AnotherBrowserError();
  };
}
