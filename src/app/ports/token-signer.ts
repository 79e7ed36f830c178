/** The port that turns a committed approval into the token the login service checks. */

import type { Approval } from './attempt-ledger.js';

export interface TokenSigner {
  /** Throws `StoreUnavailableError` when no signing key is at hand: ask before anything is charged. */
  assertReady(): void;

  /**
   * ES256, `kid` from the JWKS, `typ` per purpose. Every claim comes from the approval and the nonce, so
   * a re-issue is the same token with the same `jti` (R072). Null for a purpose that ends without a token
   * (decision 43). Throws as `assertReady`.
   */
  sign(approval: Approval, issue: TokenIssue): SignedToken | null;
}

export interface TokenIssue {
  readonly nonce: string | null;
  /** When the token was first issued, Unix seconds: at the approval, or at the redeeming of it. */
  readonly issuedAt: number;
}

export interface SignedToken {
  readonly token: string;
  readonly expiresAt: Date;
}
