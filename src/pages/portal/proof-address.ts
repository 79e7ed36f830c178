/** The address of "prove it is you". */

import type { Action } from '../../domain/challenge.js';
import { ownAddress } from './homes.js';

/** `next`: where to go on to afterwards; anything but an address of ours is left out. */
export function proofAddress(action: Action, next: string | null): `/${string}` {
  const own = next === null ? null : ownAddress(next);
  const query = new URLSearchParams({ action, ...(own !== null && { next: own }) });
  return `/portal/prove?${query.toString()}`;
}
