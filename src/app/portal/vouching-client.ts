/** The login service that a guest or a session stands on: without it there is neither. */

import type { PortalGuest } from '../../domain/portal.js';
import type { Client } from '../ports/client-store.js';
import type { PortalDeps } from './portal-deps.js';

/** Undefined once it was revoked or may not name the company any more. */
export function vouchingClient(
  { directory }: Pick<PortalDeps, 'directory'>,
  { clientId, companyId }: PortalGuest,
): Client | undefined {
  const client = directory.byId(clientId);
  return client?.companies?.includes(companyId) === false ? undefined : client;
}
