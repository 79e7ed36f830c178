/** Reads the header of a token: it is refused, or it chooses a key of the known set, nothing else. */

import jwt from 'jsonwebtoken';

import { isRecord } from './record.js';
import { TokenInvalidError } from './token-errors.js';

/** The one algorithm that is ever accepted (RFC 8725 3.1). */
export const ALGORITHM = 'ES256';
/** Far above any token of Assay's. */
const MAX_LENGTH = 8_192;

/**
 * Answers the key id. `jku`, `x5u`, `jwk` and `x5c` are not looked at; an extension that must be
 * understood (`crit`, RFC 7515 4.1.11) is refused, because none is.
 */
export function readKeyId(token: unknown, type: string): string {
  const header = decode(token);
  if (header['alg'] !== ALGORITHM) throw new TokenInvalidError('algorithm');
  if ('crit' in header) throw new TokenInvalidError('critical_header');
  if (header['typ'] !== type) throw new TokenInvalidError('type');
  const { kid } = header;
  if (typeof kid !== 'string') throw new TokenInvalidError('key_unknown');
  return kid;
}

function decode(token: unknown): Record<string, unknown> {
  if (typeof token !== 'string' || token.length > MAX_LENGTH) {
    throw new TokenInvalidError('malformed');
  }
  let header: unknown;
  try {
    header = jwt.decode(token, { complete: true })?.header;
  } catch {
    header = undefined; // not JSON
  }
  if (!isRecord(header)) throw new TokenInvalidError('malformed');
  return header;
}
