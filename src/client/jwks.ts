/** Reads a JWK Set: only keys that can check an ES256 signature, by their id. */

import { createPublicKey, type KeyObject } from 'node:crypto';

import { isRecord } from './record.js';

export type KeysById = ReadonlyMap<string, KeyObject>;

/** A JWK Set as fetched or configured (RFC 7517 5). */
export interface JwksDocument {
  readonly keys: readonly unknown[];
}

/** Undefined when it is no JWK Set. Keys of other kinds and uses are left out, as RFC 7517 5 asks. */
export function readJwks(document: unknown): KeysById | undefined {
  if (!isRecord(document) || !Array.isArray(document['keys'])) return undefined;
  return new Map(document['keys'].flatMap((jwk: unknown) => readKey(jwk) ?? []).map(byId));
}

interface NamedKey {
  readonly kid: string;
  readonly key: KeyObject;
}

function readKey(jwk: unknown): NamedKey | undefined {
  if (!isRecord(jwk) || !isForEs256(jwk)) return undefined;
  const { kid, x, y } = jwk;
  if (typeof kid !== 'string' || typeof x !== 'string' || typeof y !== 'string') return undefined;
  try {
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    return { kid, key };
  } catch {
    return undefined; // not a point of the curve
  }
}

/** `use` and `alg` may be left out, but say nothing else (RFC 7517 4.2, 4.4). */
function isForEs256({ kty, crv, use = 'sig', alg = 'ES256' }: Record<string, unknown>): boolean {
  return kty === 'EC' && crv === 'P-256' && use === 'sig' && alg === 'ES256';
}

function byId({ kid, key }: NamedKey): readonly [string, KeyObject] {
  return [kid, key];
}
