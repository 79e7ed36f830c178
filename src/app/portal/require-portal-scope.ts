/** Which scope a client needs to let somebody into the portal, or out of it (decision 23). */

import type { PortalRole } from '../../domain/portal.js';
import { RefusalError } from '../errors.js';
import type { Client, Scope } from '../ports/client-store.js';

const SCOPE_OF = {
  employee: 'portal:employee',
  support: 'portal:support',
  admin: 'portal:admin',
} as const satisfies Record<PortalRole, Scope>;

/** Any of these lets a call in; which one it needs depends on the role it names. */
export const PORTAL_SCOPES: readonly Scope[] = Object.values(SCOPE_OF);

export function requireOpeningScope({ scopes }: Client, role: PortalRole): void {
  const requiredScope = SCOPE_OF[role];
  if (!scopes.includes(requiredScope)) throw new RefusalError('forbidden', { requiredScope });
}

/** Whoever makes administrators may end any session; the others those of their own role. */
export function requireEndingScope(client: Client, role: PortalRole | null): void {
  if (!client.scopes.includes(SCOPE_OF.admin)) requireOpeningScope(client, role ?? 'admin');
}
