/** Checks a token by itself: algorithm, key, issuer, audience, type, times, and whose sign-in it is. */

import type { KeyObject } from 'node:crypto';

import jwt from 'jsonwebtoken';

import { systemTimeMs } from './system-time.js';
import { readClaims, type VerifiedToken } from './token-claims.js';
import { TokenInvalidError, type TokenInvalidReason } from './token-errors.js';
import { ALGORITHM, readKeyId } from './token-header.js';
import { isRecord } from './record.js';
import { findKey, type TokenKeys } from './token-keys.js';

/** A token of one purpose is refused where another is expected (RFC 8725 3.11). */
const TYPES = { sign_in: 'assay-sign-in+jwt', step_up: 'assay-step-up+jwt' } as const;

const DEFAULT_TOLERANCE_SECONDS = 5;
const MAX_TOLERANCE_SECONDS = 60;

/** What the token must say; each given member is compared byte for byte. */
export type TokenExpectation = TokenKeys & {
  /** Assay's `TOKEN_ISSUER`. */
  readonly issuer: string;
  /** The login service's own client id. */
  readonly audience: string;
  /** The one this browser's sign-in was started with; null says that none was given. */
  readonly nonce: string | null;
  readonly challengeId?: string;
  readonly companyId?: string;
  /** Whose password was checked. */
  readonly userId?: string;
  /** `sign_in` by default. */
  readonly purpose?: keyof typeof TYPES;
  /** Needed with `step_up`: the proof of one action is none of another. */
  readonly action?: string;
  /** For skewed clocks; 5 by default, at most 60. */
  readonly clockToleranceSeconds?: number;
  /** Milliseconds since 1970; the system's clock by default. */
  readonly now?: () => number;
};

interface Times {
  readonly nowSeconds: number;
  readonly toleranceSeconds: number;
}

/**
 * Resolves only for a token that this sign-in may rest on.
 * @throws {TokenInvalidError} with the reason; nobody is let in.
 * @throws {KeysUnavailableError} when the keys cannot be fetched; nobody is let in, a retry may help.
 * @throws {TypeError} when it is told nothing that can be checked.
 * @see {@link https://www.rfc-editor.org/rfc/rfc8725 | RFC 8725}
 */
export async function verifyToken(
  token: string,
  expected: TokenExpectation,
): Promise<VerifiedToken> {
  if (!expected.issuer || !expected.audience) throw new TypeError('issuer and audience are needed');
  if ((expected.purpose === 'step_up') !== (expected.action !== undefined)) {
    throw new TypeError('action is needed with step_up, and only then');
  }
  const kid = readKeyId(token, TYPES[expected.purpose ?? 'sign_in']);
  const key = await findKey(kid, expected);
  demand(key !== undefined, 'key_unknown');
  const times = timesOf(expected);
  const { issuedAtSeconds, ...verified } = readClaims(checkToken(token, key, { expected, times }));
  demand(issuedAtSeconds <= times.nowSeconds + times.toleranceSeconds, 'not_yet_valid');
  demand(verified.nonce === expected.nonce, 'nonce');
  demand(verified.action === (expected.action ?? null), 'action');
  demand(isAsExpected(verified.challengeId, expected.challengeId), 'challenge');
  demand(isAsExpected(verified.companyId, expected.companyId), 'company');
  demand(isAsExpected(verified.userId, expected.userId), 'user');
  return verified;
}

function checkToken(
  token: string,
  key: KeyObject,
  { expected, times }: { readonly expected: TokenExpectation; readonly times: Times },
): unknown {
  const { issuer, audience } = expected;
  let payload: unknown;
  try {
    payload = jwt.verify(token, key, {
      algorithms: [ALGORITHM],
      issuer,
      audience,
      clockTimestamp: times.nowSeconds,
      clockTolerance: times.toleranceSeconds,
    });
  } catch (error) {
    throw new TokenInvalidError(reasonOf(error));
  }
  // The library also accepts a list that holds the audience; Assay never issues one.
  demand(isRecord(payload) && payload['aud'] === audience, 'audience');
  return payload;
}

/** jsonwebtoken tells its refusals apart by class and by the beginning of the message. */
function reasonOf(error: unknown): TokenInvalidReason {
  if (error instanceof jwt.TokenExpiredError) return 'expired';
  if (error instanceof jwt.NotBeforeError) return 'not_yet_valid';
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('jwt issuer')) return 'issuer';
  if (message.startsWith('jwt audience')) return 'audience';
  return /^invalid (exp|nbf)/.test(message) ? 'claims' : 'signature';
}

function timesOf({ now = systemTimeMs, clockToleranceSeconds }: TokenExpectation): Times {
  const tolerance = clockToleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS;
  if (!Number.isFinite(tolerance)) throw new TypeError('clockToleranceSeconds is a number');
  return {
    nowSeconds: Math.floor(now() / 1_000),
    toleranceSeconds: Math.min(Math.max(tolerance, 0), MAX_TOLERANCE_SECONDS),
  };
}

function isAsExpected(claim: string, expected: string | undefined): boolean {
  return expected === undefined || claim === expected;
}

function demand(holds: boolean, reason: TokenInvalidReason): asserts holds {
  if (!holds) throw new TokenInvalidError(reason);
}
