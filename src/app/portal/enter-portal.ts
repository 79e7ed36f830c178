/** From a link to a session, on a POST: the person said "Continue". */

import type { Portal } from './portal.js';
import type { PortalDeps } from './portal-deps.js';
import { sessionEvent } from './record-session.js';
import { vouchingClient } from './vouching-client.js';

export function makeReadLink(deps: PortalDeps): Portal['readLink'] {
  return async (link) => {
    const guest = await deps.portalSessions.readLink(link);
    return guest && vouchingClient(deps, guest) ? guest : undefined;
  };
}

/** What the browser had before ends in any case, so that nobody goes on as somebody else (R085). */
export function makeEnterPortal(deps: PortalDeps): Portal['enter'] {
  return async ({ link, formerId, correlationId }) => {
    const entered = await deps.portalSessions.enter(link);
    if (!entered) return undefined;
    try {
      if (formerId !== null) await deps.portalSessions.leave(formerId);
      if (!vouchingClient(deps, entered.session)) throw new ClientGoneError();
      await deps.audit.append(sessionEvent('portal.entered', entered.session, { correlationId }));
      return entered;
    } catch (error) {
      // Nobody was told the id; this only keeps it from lying about.
      await deps.portalSessions.leave(entered.id).catch(() => undefined);
      if (error instanceof ClientGoneError) return undefined;
      throw error;
    }
  };
}

class ClientGoneError extends Error {
  override readonly name = 'ClientGoneError';
}
