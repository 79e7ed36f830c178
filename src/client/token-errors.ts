/** Why a token is not accepted. */

/** The closed list of reasons; for logs and tests. Whatever it is, the sign-in is refused. */
export type TokenInvalidReason =
  | 'malformed'
  | 'algorithm'
  | 'critical_header'
  | 'type'
  | 'key_unknown'
  | 'signature'
  | 'expired'
  | 'not_yet_valid'
  | 'issuer'
  | 'audience'
  | 'claims'
  | 'nonce'
  | 'challenge'
  | 'company'
  | 'user'
  | 'action';

/** The token is not one this sign-in may rest on. Says why, and repeats nothing of the token. */
export class TokenInvalidError extends Error {
  override readonly name = 'TokenInvalidError';

  constructor(readonly reason: TokenInvalidReason) {
    super(`the token is not accepted: ${reason}`);
  }
}

/** The keys could not be fetched, so nothing can be said of the token: try again, let nobody in. */
export class KeysUnavailableError extends Error {
  override readonly name = 'KeysUnavailableError';

  constructor(readonly reason: 'network' | 'status' | 'content') {
    super(`the JWKS could not be fetched: ${reason}`);
  }
}
