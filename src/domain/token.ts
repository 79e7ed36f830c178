/** What a token says, and how long tokens and the keys that sign them are good for. */

import { createHash } from 'node:crypto';

import type { Action, Channel } from './challenge.js';
import type { ChallengeId } from './ids.js';

/** The `typ` of each purpose; a token of one is refused where another is expected (RFC 8725 3.11, R069). */
export const TOKEN_TYPES = {
  sign_in: 'assay-sign-in+jwt',
  step_up: 'assay-step-up+jwt',
} as const;
/** The purposes that end with a token; every other ends without (decision 43). */
export type TokenPurpose = keyof typeof TOKEN_TYPES;
export type TokenType = (typeof TOKEN_TYPES)[TokenPurpose];

export function hasToken(purpose: string): purpose is TokenPurpose {
  return Object.hasOwn(TOKEN_TYPES, purpose);
}

/** The `acr` of every token: one second factor was proven. Says nothing of a password (R067). */
export const SECOND_FACTOR_ACR = 'urn:assay:acr:second-factor';

/** No token lives longer; a step-up is the longest. Five minutes. */
export const TOKEN_MAX_LIFE_SECONDS = 300;
/** `max-age` of the JWKS. */
export const JWKS_MAX_AGE_SECONDS = 300;
/** A new key is published this long before its first use: twice what caches may keep. R071. */
export const KEY_ACTIVATION_SECONDS = 600;
/** For skewed clocks of verifiers and for instances that learn of the new key seconds later. */
const KEY_MARGIN_SECONDS = 60;
/** When the keys before it leave the JWKS: their last token has expired in every cache. */
export const KEY_RETIREMENT_SECONDS =
  KEY_ACTIVATION_SECONDS + TOKEN_MAX_LIFE_SECONDS + JWKS_MAX_AGE_SECONDS + KEY_MARGIN_SECONDS;

/** The claims of a token; closed: never a phone number, name or e-mail (R073). Times are Unix seconds. */
export interface TokenClaims {
  readonly iss: string;
  /** The client's id, always one string. */
  readonly aud: string;
  /** The employee, as the login service names them. */
  readonly sub: string;
  readonly company_id: string;
  readonly challenge_id: string;
  /** What a step-up was asked for. */
  readonly action?: Action;
  readonly nonce?: string;
  /** RFC 8176: only what happened. */
  readonly amr: readonly string[];
  readonly acr: string;
  readonly auth_time: number;
  readonly iat: number;
  readonly exp: number;
  readonly jti: string;
}

/** How RFC 8176 names the ways by which a code reaches a person. */
const AMR: Readonly<Record<Channel, string>> = { sms: 'sms', call: 'tel' };

/** A code that was entered, and every channel that carried it: `["otp","sms","tel"]` where both did (decision 43). */
export function amrOf(channels: readonly Channel[]): readonly string[] {
  return ['otp', ...new Set(channels.map((channel) => AMR[channel]))];
}

/** One challenge has one token id, however often its token is issued (R072, decision 30). */
export function tokenIdOf(challengeId: ChallengeId): string {
  return createHash('sha256').update(`assay-jti:${challengeId}`).digest('base64url');
}
