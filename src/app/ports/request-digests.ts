/** The port of what is remembered of a request instead of the request: short digests, never its text. */

import type { ClientId } from '../../domain/ids.js';

/** All answers are base64url of 132 bits. */
export interface RequestDigests {
  /** Of a browser's nonce. The same under every key, so that open challenges survive a rotation (R012). */
  nonceDigest(nonce: string, clientId: ClientId): string;

  /** Of an `Idempotency-Key`, which means something only for one client and one operation. */
  idempotencyDigest(clientId: ClientId, operation: string, key: string): string;

  /**
   * Keyed fingerprint of a request body, equal for equal JSON whatever the order of its members. Keyed
   * because bodies hold codes and numbers (decision 16).
   */
  fingerprint(body: unknown): string;
}
