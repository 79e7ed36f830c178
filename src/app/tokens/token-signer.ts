/** Turns a committed approval into its token. */

import {
  amrOf,
  hasToken,
  SECOND_FACTOR_ACR,
  TOKEN_TYPES,
  tokenIdOf,
  type TokenClaims,
} from '../../domain/token.js';
import type { Approval } from '../ports/attempt-ledger.js';
import type { TokenIssue, TokenSigner } from '../ports/token-signer.js';
import type { SigningKeys } from './signing-keys.js';

/** Makes the signer of tokens of this issuer (`TOKEN_ISSUER`), with whichever key is current. */
export function makeTokenSigner(keys: SigningKeys, issuer: string): TokenSigner {
  return {
    assertReady: () => void keys.current(),
    sign: (approval, issue) => {
      const { purpose } = approval;
      if (!hasToken(purpose)) return null;
      const claims = claimsOf(approval, issue, issuer);
      const token = keys.current().sign(TOKEN_TYPES[purpose], claims);
      return { token, expiresAt: new Date(claims.exp * 1_000) };
    },
  };
}

/** Every time and id comes from the row, so a token issued again makes the same claims (decision 4). */
function claimsOf(
  approval: Approval,
  { nonce, issuedAt }: TokenIssue,
  issuer: string,
): TokenClaims {
  return {
    iss: issuer,
    aud: approval.clientId,
    sub: approval.userId,
    company_id: approval.companyId,
    challenge_id: approval.challengeId,
    ...(approval.action !== null && { action: approval.action }),
    amr: amrOf(approval.channels),
    acr: SECOND_FACTOR_ACR,
    auth_time: approval.approvedAt,
    iat: issuedAt,
    exp: issuedAt + approval.tokenTtlSeconds,
    jti: tokenIdOf(approval.challengeId),
    ...(nonce !== null && { nonce }),
  };
}
