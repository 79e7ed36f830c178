/** Where each role begins, and which addresses belong to the portal at all. */

import type { PortalRole } from '../../domain/portal.js';

export const HOMES = {
  employee: '/account',
  support: '/support',
  admin: '/console',
} as const satisfies Record<PortalRole, `/${string}`>;

const OWN = /^\/(?:account|support|console|portal)(?:[/?][!-~]*)?$/;

/** An address to go on to, as it came from a form or an address; null for anything that is not ours. */
export function ownAddress(text: string): `/${string}` | null {
  return isOwn(text) ? text : null;
}

function isOwn(text: string): text is `/${string}` {
  return OWN.test(text);
}
