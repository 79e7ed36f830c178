/** Turns a committed approval into its token. */

import { SECOND_FACTOR_ACR, TOKEN_TYPES, tokenIdOf, type TokenClaims } from '../domain/token.js';
import type { Approval } from './ports/attempt-ledger.js';
import type { SigningKeys } from './signing-keys.js';

export interface TokenOptions {
  /** `TOKEN_ISSUER`. */
  readonly issuer: string;
  /** As the login service gave it with this request; null where none was given. */
  readonly nonce: string | null;
}

/**
 * Signs what the approval's row says: every time and id comes from there, so that a token issued again
 * makes the same claims (decision 4).
 * @throws {StoreUnavailableError} while no key is usable.
 */
export function signToken(keys: SigningKeys, approval: Approval, options: TokenOptions): string {
  const typ = TOKEN_TYPES[approval.purpose];
  return keys.current().sign(typ, claimsOf(approval, options));
}

/** When the token of an approval ends, in Unix seconds. */
export function tokenExpiryOf(approval: Approval): number {
  return approval.approvedAt + approval.tokenTtlSeconds;
}

function claimsOf(approval: Approval, { issuer, nonce }: TokenOptions): TokenClaims {
  return {
    iss: issuer,
    aud: approval.clientId,
    sub: approval.userId,
    company_id: approval.companyId,
    challenge_id: approval.challengeId,
    ...(nonce === null ? {} : { nonce }),
    amr: ['otp', ...new Set(approval.channels)],
    acr: SECOND_FACTOR_ACR,
    auth_time: approval.approvedAt,
    iat: approval.approvedAt,
    exp: tokenExpiryOf(approval),
    jti: tokenIdOf(approval.challengeId),
  };
}
