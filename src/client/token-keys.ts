/** Finds the key a token names: in a JWKS at hand, or in one that is fetched and cached. */

import type { KeyObject } from 'node:crypto';

import { readJwks, type JwksDocument } from './jwks.js';
import { JwksSource } from './jwks-source.js';
import { KeysUnavailableError } from './token-errors.js';

/** Where the keys come from: a JWKS at hand, its address, or a source of one's own. */
export type TokenKeys =
  | { readonly jwks: JwksDocument; readonly jwksUri?: never }
  | { readonly jwksUri: string | URL | JwksSource; readonly jwks?: never };

/** Addresses are configured, not taken from tokens: a process knows one or two. */
const MAX_SOURCES = 16;
const sources = new Map<string, JwksSource>();

/** Undefined when the set does not hold it. @throws {KeysUnavailableError} */
export async function findKey(kid: string, from: TokenKeys): Promise<KeyObject | undefined> {
  if (from.jwks === undefined) return sourceOf(from.jwksUri).find(kid);
  const keys = readJwks(from.jwks);
  if (keys === undefined) throw new KeysUnavailableError('content');
  return keys.get(kid);
}

/** One cache per address in the whole process. */
function sourceOf(uri: string | URL | JwksSource): JwksSource {
  if (uri instanceof JwksSource) return uri;
  const url = new URL(uri);
  const known = sources.get(url.href);
  if (known !== undefined) return known;
  if (sources.size >= MAX_SOURCES) sources.clear();
  const source = new JwksSource(url);
  sources.set(url.href, source);
  return source;
}
