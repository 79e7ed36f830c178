/** Short digests: 132 bits in base64url, enough to recognise by and half the memory of the whole. */

import { createHash, createHmac } from 'node:crypto';

import type { KeyRing } from './key-ring.js';

const DIGEST_CHARACTERS = 22;

type Digest = ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

export function shortHash(parts: readonly string[]): string {
  return finish(createHash('sha256'), parts);
}

export function shortMac(key: Uint8Array, parts: readonly string[]): string {
  return finish(createHmac('sha256', key), parts);
}

/** Each part after its length, so that no two lists of parts read alike. */
function finish(digest: Digest, parts: readonly string[]): string {
  for (const part of parts) digest.update(`${Buffer.byteLength(part)}:`).update(part);
  return digest.digest('base64url').slice(0, DIGEST_CHARACTERS);
}

/**
 * Makes the function that turns ids into parts of the pending store's keys, so that a copy of the store
 * names nobody. A new master key renames them: running cool-downs are forgotten, counters are handed
 * over again from PostgreSQL, open challenges carry the names they began with.
 */
export function makeKeyHasher(ring: KeyRing): (text: string) => string {
  const { key } = ring.newest('index');
  return (text) => shortMac(key, ['name', text]);
}
