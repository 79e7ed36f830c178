/** Support's desk: finds one person of the company it was opened for, and resets on request. Opens nothing. */

import type { ConsolePagesDeps } from '../console/console-deps.js';
import type { Desk } from '../console/person/desk.js';
import { personPages } from '../console/person/person-pages.js';
import type { PageRoute } from '../page.js';
import { findPages } from './find-pages.js';

const SUPPORT_DESK: Desk = {
  ...{ name: 'support', base: '/support', roles: ['support'], canInvite: false },
};

export function supportPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [...findPages(deps), ...personPages(deps, SUPPORT_DESK)];
}
