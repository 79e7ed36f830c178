/** The way back of one browser's act on the hosted pages; it outlives the challenges that are opened under it. */

import type { Action, Purpose } from './challenge.js';
import type { ChallengeId, ClientId, EmployeeRef, PageId } from './ids.js';

/** Where a browser is sent afterwards. */
export interface WayBack {
  /** Registered with the client, byte for byte; or an address of our own, for acts of a portal session. */
  readonly returnUrl: string;
  /** Comes back as it was given. At most 512 printable ASCII characters. */
  readonly state: string | null;
}

export interface HostedPage extends EmployeeRef, WayBack {
  readonly id: PageId;
  readonly clientId: ClientId;
  readonly purpose: Purpose;
  readonly action: Action | null;
  readonly nonceDigest: string;
  /** BCP 47; null lets the browser and the company decide. */
  readonly locale: string | null;
  /** The challenge of now; another one after it has expired. */
  readonly challengeId: ChallengeId;
  /** Digest of the secret of the one browser the page belongs to; null until one has come. */
  readonly browserHash: string | null;
}

/** What the way back carries beside the client's own parameters (decision 24). */
export interface Return {
  readonly challengeId: ChallengeId;
  /** Null where nothing was approved or skipped. */
  readonly returnCode: string | null;
}

/** The address a browser is sent to: the registered one with our parameters; others of its own are kept. */
export function addressOf({ returnUrl, state }: WayBack, back: Return): string {
  const address = new URL(returnUrl);
  const { searchParams } = address;
  searchParams.set('challengeId', back.challengeId);
  if (state === null) searchParams.delete('state');
  else searchParams.set('state', state);
  if (back.returnCode === null) searchParams.delete('returnCode');
  else searchParams.set('returnCode', back.returnCode);
  return address.href;
}
