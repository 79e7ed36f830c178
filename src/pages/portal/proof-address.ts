/** The address of "prove it is you": for which act, and where to go on to afterwards. */

import { ACTIONS, type Action } from '../../domain/challenge.js';
import type { PortalRole } from '../../domain/portal.js';
import { HOMES, ownAddress } from './homes.js';

const BASE = '/portal/prove';

/** Express's notation of `proofAddress`. */
export const PROOF_PATH = `${BASE}/:action/:next`;

/** `next` is part of the path, since forms and their tokens are bound to paths; not ours: not kept. */
export function proofAddress(action: Action, next: string | null): `/${string}` {
  const own = (next === null ? null : ownAddress(next)) ?? '/portal';
  return `${BASE}/${action}/${Buffer.from(own).toString('base64url')}`;
}

/** What each role can be asked to prove; undefined for anything else. */
export function readAction(text: string, role: PortalRole): Action | undefined {
  return ACTIONS.find((action) => action === text && ALLOWED[role].includes(action));
}

/** Where to go on to. */
export function readNext(text: string, role: PortalRole): `/${string}` {
  return ownAddress(Buffer.from(text, 'base64url').toString('latin1')) ?? HOMES[role];
}

const OWN_PHONE: readonly Action[] = ['change_phone', 'remove_phone', 'view_phone'];

const ALLOWED: Readonly<Record<PortalRole, readonly Action[]>> = {
  employee: OWN_PHONE,
  support: ['open_console'],
  admin: ['open_console', 'weaken_policy', ...OWN_PHONE],
};
