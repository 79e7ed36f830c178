/** Logout: ends the session on the server at once (R085). */

import type { Portal } from './portal.js';
import type { PortalDeps } from './portal-deps.js';
import { sessionEvent } from './record-session.js';

/** A log that cannot be written keeps nobody signed in. */
export function makeLeavePortal(deps: PortalDeps): Portal['leave'] {
  return async (id, correlationId) => {
    const session = await deps.portalSessions.leave(id);
    if (!session) return;
    const facts = { cause: 'left' };
    try {
      await deps.audit.append(sessionEvent('portal.ended', session, { correlationId, facts }));
    } catch {
      deps.events.deferred('audit_portal');
    }
  };
}
