/** Reads the claims of a token whose signature holds. */

import { isRecord } from './record.js';
import { TokenInvalidError } from './token-errors.js';

/** What an accepted token says. */
export interface VerifiedToken {
  /** `sub`: the person, as the login service named them. */
  readonly userId: string;
  readonly companyId: string;
  readonly challengeId: string;
  readonly nonce: string | null;
  /** What a step-up was asked for; null for a sign-in. */
  readonly action: string | null;
  /** `amr`, RFC 8176. */
  readonly methods: readonly string[];
  /** `acr`. */
  readonly contextClass: string;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
  /** `jti`: one per challenge. Whoever accepts each only once is safe from replay. */
  readonly tokenId: string;
}

/** @throws {TokenInvalidError} `claims` when one that every token has is missing or of another type. */
export function readClaims(payload: unknown): VerifiedToken & { readonly issuedAtSeconds: number } {
  if (!isRecord(payload)) throw new TokenInvalidError('claims');
  const { nonce, action } = payload;
  if (nonce !== undefined && typeof nonce !== 'string') throw new TokenInvalidError('claims');
  if (action !== undefined && typeof action !== 'string') throw new TokenInvalidError('claims');
  return {
    userId: text(payload['sub']),
    companyId: text(payload['company_id']),
    challengeId: text(payload['challenge_id']),
    nonce: nonce ?? null,
    action: action ?? null,
    methods: texts(payload['amr']),
    contextClass: text(payload['acr']),
    authenticatedAt: new Date(seconds(payload['auth_time']) * 1_000),
    expiresAt: new Date(seconds(payload['exp']) * 1_000),
    tokenId: text(payload['jti']),
    issuedAtSeconds: seconds(payload['iat']),
  };
}

function text(claim: unknown): string {
  if (typeof claim !== 'string' || claim === '') throw new TokenInvalidError('claims');
  return claim;
}

function texts(claim: unknown): readonly string[] {
  if (!Array.isArray(claim) || claim.length === 0) throw new TokenInvalidError('claims');
  return claim.map(text);
}

function seconds(claim: unknown): number {
  if (typeof claim !== 'number' || !Number.isSafeInteger(claim)) {
    throw new TokenInvalidError('claims');
  }
  return claim;
}
