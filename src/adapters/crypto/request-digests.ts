/** Digests of requests under the key ring. */

import type { RequestDigests } from '../../app/ports/request-digests.js';
import type { ClientId } from '../../domain/ids.js';
import { canonicalJson } from './canonical-json.js';
import { shortHash, shortMac } from './digests.js';
import type { KeyRing } from './key-ring.js';

export class CryptoRequestDigests implements RequestDigests {
  constructor(private readonly ring: KeyRing) {}

  /** Without a key: a nonce is 96 bits and more of randomness, and is recognised after a rotation. */
  nonceDigest(nonce: string, clientId: ClientId): string {
    return shortHash(['assay/v1/nonce', clientId, nonce]);
  }

  idempotencyDigest(clientId: ClientId, operation: string, key: string): string {
    return shortMac(this.ring.newest('fingerprint').key, ['idempotency', clientId, operation, key]);
  }

  /** Keyed because bodies hold codes and numbers (decision 16). */
  fingerprint(body: unknown): string {
    return shortMac(this.ring.newest('fingerprint').key, ['body', canonicalJson(body)]);
  }
}
