/** The port that tells a true report of the provider from everything else that arrives at its address (R042). */

import type { Receipt } from './receipt-store.js';

/** Pure computation; nothing of the request is believed but what the signature covers. */
export interface ReceiptReader {
  /** Undefined unless the provider signed exactly this request. */
  read(request: SignedRequest): Receipt | undefined;
}

export interface SignedRequest {
  /** Path and query as they arrived; the rest of the address is the configured one, never the request's. */
  readonly target: string;
  /** Media type and parameters; empty where none was given. */
  readonly contentType: string;
  readonly body: Uint8Array;
  /** Empty where none was given. */
  readonly signature: string;
}
