/** Every page of the administrator's console. */

import type { PageRoute } from '../page.js';
import type { ConsolePagesDeps } from './console-deps.js';
import { confirmPages } from './policy/confirm-pages.js';
import { policyPages } from './policy/policy-pages.js';
import { textsPage } from './policy/texts-page.js';

export function consolePages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [...policyPages(deps), ...confirmPages(deps), textsPage(deps)];
}
