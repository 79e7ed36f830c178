/** Digests of requests under the key ring, and the names that hide ids in the pending store's keys. */

import { createHash, createHmac } from 'node:crypto';

import type { RequestDigests } from '../../app/ports/request-digests.js';
import type { ClientId } from '../../domain/ids.js';
import { canonicalJson } from './canonical-json.js';
import type { KeyRing } from './key-ring.js';

/** 132 bits. */
const DIGEST_CHARACTERS = 22;

export class CryptoRequestDigests implements RequestDigests {
  constructor(private readonly ring: KeyRing) {}

  /** Without a key: a nonce is 96 bits and more of randomness, and must be recognised after a rotation. */
  nonceDigest(nonce: string, clientId: ClientId): string {
    const hash = createHash('sha256').update(`assay/v1/nonce\n${clientId}\n${nonce}`);
    return hash.digest('base64url').slice(0, DIGEST_CHARACTERS);
  }

  idempotencyDigest(clientId: ClientId, operation: string, key: string): string {
    return this.mac(`idempotency\n${clientId}\n${operation}\n${key}`);
  }

  fingerprint(body: unknown): string {
    return this.mac(`body\n${canonicalJson(body)}`);
  }

  private mac(text: string): string {
    const { key } = this.ring.newest('fingerprint');
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, DIGEST_CHARACTERS);
  }
}

/**
 * Makes the function that turns ids into parts of the pending store's keys, so that a copy of the store
 * names nobody. A new master key renames them: running cool-downs are forgotten, counters are handed
 * over again from PostgreSQL, open challenges carry the names they began with.
 */
export function makeKeyHasher(ring: KeyRing): (text: string) => string {
  const { key } = ring.newest('index');
  return (text) => {
    const mac = createHmac('sha256', key).update(`name\n${text}`);
    return mac.digest('base64url').slice(0, DIGEST_CHARACTERS);
  };
}
