/** My account: what is held about a person, and what they can do about it. */

import type { PageRoute } from '../page.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { historyPage } from './history-page.js';
import { homePage } from './home-page.js';
import { newNumberPages } from './new-number-pages.js';
import { noticePage } from './notice-page.js';
import { numberCodePages } from './number-code-pages.js';
import { ownNumberPages } from './own-number-pages.js';
import { removePages } from './remove-pages.js';

export function accountPages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [
    ...[homePage(deps), historyPage(deps), noticePage(deps)],
    ...ownNumberPages(deps),
    ...newNumberPages(deps),
    ...numberCodePages(deps),
    ...removePages(deps),
  ];
}
