/** Where the pages of the policy are. */

import { writeProposal, type Proposal } from './proposal.js';

export const HOME = '/console';
/** Takes the form. */
export const PROPOSE = '/console/policy';
/** Express's notation of `confirmAddress`. */
export const CONFIRM_PATH = `${PROPOSE}/:proposal`;

export function confirmAddress(proposal: Proposal): `/${string}` {
  return `${PROPOSE}/${writeProposal(proposal)}`;
}

/** Home again after a change, with the way to undo it. */
export function savedAddress(version: number, undo: Proposal | null): `/${string}` {
  const way = undo ? `&undo=${writeProposal(undo)}` : '';
  return `${HOME}?saved=${version}${way}`;
}
