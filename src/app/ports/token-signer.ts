/** The port that turns a committed approval into the token the login service checks. */

import type { Approval } from './attempt-ledger.js';

export interface TokenSigner {
  /** Throws `StoreUnavailableError` when no signing key is at hand: ask before anything is charged. */
  assertReady(): void;

  /**
   * ES256, `kid` from the JWKS, `typ` per purpose. Every claim comes from the approval and the nonce, so
   * a re-issue is the same token with the same `jti` (R072). Throws as `assertReady`.
   */
  sign(approval: Approval, nonce: string | null): SignedToken;
}

export interface SignedToken {
  readonly token: string;
  readonly expiresAt: Date;
}
