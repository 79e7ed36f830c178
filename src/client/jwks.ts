/** Reads a JWK Set: only keys that can check an ES256 signature, by their id. */

import { createPublicKey, type KeyObject } from 'node:crypto';

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
  if (!isRecord(jwk)) return undefined;
  const { kid, kty, crv, x, y, use = 'sig', alg = 'ES256' } = jwk;
  if (kty !== 'EC' || crv !== 'P-256' || use !== 'sig' || alg !== 'ES256') return undefined;
  if (typeof kid !== 'string' || typeof x !== 'string' || typeof y !== 'string') return undefined;
  try {
    return { kid, key: createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }) };
  } catch {
    return undefined; // not a point of the curve
  }
}

function byId({ kid, key }: NamedKey): readonly [string, KeyObject] {
  return [kid, key];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
