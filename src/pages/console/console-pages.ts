/** Every page of the administrator's console. */

import type { PageRoute } from '../page.js';
import { activityPage } from './activity/activity-page.js';
import { auditPages } from './audit/audit-page.js';
import type { ConsolePagesDeps } from './console-deps.js';
import { exportPage } from './people/export-page.js';
import { importPages } from './people/import-page.js';
import { listPages } from './people/people-page.js';
import { CONSOLE_DESK } from './person/desk.js';
import { personPages } from './person/person-pages.js';
import { confirmPages } from './policy/confirm-pages.js';
import { policyPages } from './policy/policy-pages.js';
import { textsPage } from './policy/texts-page.js';

export function consolePages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [
    ...policyPages(deps),
    ...confirmPages(deps),
    textsPage(deps),
    ...listPages(deps),
    ...importPages(deps),
    exportPage(deps),
    ...personPages(deps, CONSOLE_DESK),
    activityPage(deps),
    ...auditPages(deps),
  ];
}
