/** The address that the provider reports the fate of one message to, and what is kept of it. */

import { createHash, randomBytes } from 'node:crypto';

import type { ServiceRules } from '../service-rules.js';

export interface Callback {
  /** Holds the token: goes to the provider alone. */
  readonly statusUrl: string;
  /** The form that is kept. */
  readonly hash: string;
}

/** Signatures of the provider carry no time, so this is what ties a report to one message (T19). */
const TOKEN_BYTES = 24;

/** A token of 192 random bits; null where the provider cannot reach this service. */
export function newCallback({ receiptsUrl }: Pick<ServiceRules, 'receiptsUrl'>): Callback | null {
  if (receiptsUrl === null) return null;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  return { statusUrl: `${receiptsUrl}/${token}`, hash: callbackHashOf(token) };
}

/** SHA-256, base64url: a plain hash is enough for so many random bits. */
export function callbackHashOf(token: string): string {
  return createHash('sha256').update(`assay/v1/callback:${token}`).digest('base64url');
}
