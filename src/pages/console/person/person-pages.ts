/** One person: how they stand, and what can be done; in the console, and at support's desk. */

import type { PageRoute } from '../../page.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import type { Desk } from './desk.js';
import { invitePage } from './invite-page.js';
import { personPage } from './person-page.js';
import { resetPages } from './reset-pages.js';

export function personPages(deps: ConsolePagesDeps, desk: Desk): readonly PageRoute[] {
  return [
    personPage(deps, desk),
    ...resetPages(deps, desk),
    ...(desk.canInvite ? [invitePage(deps, desk)] : []),
  ];
}
