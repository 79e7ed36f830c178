/** Who a browser is, once for each request: touches the idle time and asks for the client. */

import type { Portal } from './portal.js';
import type { PortalDeps } from './portal-deps.js';
import { vouchingClient } from './vouching-client.js';

/** A session whose client was revoked ends here, so that nothing brings it back. */
export function makeReadSession(
  deps: Pick<PortalDeps, 'portalSessions' | 'directory'>,
): Portal['read'] {
  return async (id) => {
    const session = await deps.portalSessions.touch(id);
    if (!session) return undefined;
    const client = vouchingClient(deps, session);
    if (client) return { session, client };
    await deps.portalSessions.leave(id);
    return undefined;
  };
}
