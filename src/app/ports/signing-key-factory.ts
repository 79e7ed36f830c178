/** The port of the cryptography behind signing keys: making, sealing, opening, signing. */

import type { TokenClaims, TokenType } from '../../domain/token.js';
import type { NewSigningKey, SigningKeyRecord } from './signing-key-store.js';

export interface SigningKeyFactory {
  /** Draws a P-256 key and seals it for the store. */
  make(): NewSigningKey;

  /** Opens a stored key; throws `SealBrokenError` when its master key is not held or it was altered. */
  open(record: Pick<SigningKeyRecord, 'kid' | 'sealedPrivateKey'>): SigningKey;
}

/** A private key ready for use; shows nothing but its id. */
export interface SigningKey {
  readonly kid: string;
  /** A compact JWS (RFC 7515 7.1), ES256, with `kid` and `typ` in its header. */
  sign(typ: TokenType, claims: TokenClaims): string;
}
