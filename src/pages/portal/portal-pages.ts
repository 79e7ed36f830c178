/** Every page behind a portal session that all roles share. */

import type { PageRoute } from '../page.js';
import { entryPages } from './entry-pages.js';
import type { PortalPagesDeps } from './portal-deps.js';
import { proofPages } from './proof-pages.js';

export function portalPages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [...proofPages(deps), ...entryPages(deps)];
}
