/** The one-time code: derived when needed, kept nowhere, carried by a type that shows nothing. */

import { createHmac } from 'node:crypto';

import { crypto } from '@otplib/plugin-crypto-node';
import { generateSync } from 'otplib';

import type { ChallengeId } from './ids.js';

/** How many digits a code may have; NIST SP 800-63B-4 3.1.3.2 asks for at least six. R001. */
const CODE_LENGTHS = [6, 7, 8] as const;
export type CodeLength = (typeof CODE_LENGTHS)[number];

/** Longest raw input that is looked at; the rest cannot be a code. R010. */
const MAX_INPUT = 64;
const SEPARATORS = /[\s\u002d\u2010\u2011]/g;
const DIGITS = /^[0-9]{6,8}$/;

/** 132 bits, base64url: enough to compare by, half the memory of the whole. */
const DIGEST_CHARACTERS = 22;

/** Digits that somebody may sign in with. Prints, serialises and inspects as dots. */
export class SecretCode {
  readonly #digits: string;

  constructor(digits: string) {
    this.#digits = digits;
  }

  /** In clear; for the body of the SMS and nothing else (R007). */
  digits(): string {
    return this.#digits;
  }

  toString(): string {
    return '••••••';
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** Which code: the same request always derives the same one. */
export interface CodeRequest {
  readonly challengeId: ChallengeId;
  /** Number of the destination within the challenge: 0, 1 or 2. */
  readonly destination: number;
  /** 6 to 8. */
  readonly length: number;
}

/**
 * Derives a code: HOTP (RFC 4226) over a secret that is HMAC-SHA-256(key, challenge id). The id's random
 * bits are its only source besides the key: no user, number or time step (R002). Leading zeros are kept.
 */
export function deriveCode(codeKey: Uint8Array, request: CodeRequest): SecretCode {
  const secret = createHmac('sha256', codeKey).update(request.challengeId).digest();
  return new SecretCode(hotp(secret, request.destination, request.length));
}

/** HOTP with HMAC-SHA-1 and dynamic truncation, RFC 4226 5.3; `secret` is raw bytes, `length` 6 to 8. */
export function hotp(secret: Uint8Array, counter: number, length: number): string {
  const digits = CODE_LENGTHS.find((allowed) => allowed === length);
  if (digits === undefined) throw new RangeError('a code has 6 to 8 digits');
  return generateSync({ strategy: 'hotp', secret, counter, digits, crypto });
}

/**
 * Reads what a person typed or pasted ("123 456", "123-456"): white space and hyphens are dropped once,
 * then only 6 to 8 ASCII digits are a code. Undefined for everything else, of whatever type (R010, R027).
 */
export function parseCode(input: unknown): string | undefined {
  if (typeof input !== 'string' || input.length > MAX_INPUT) return undefined;
  const digits = input.replace(SEPARATORS, '');
  return DIGITS.test(digits) ? digits : undefined;
}

/**
 * What is stored instead of a code. A plain hash of six digits falls to a million guesses, so this one
 * is keyed; the challenge id keeps it from being moved to another challenge (R005).
 */
export function digestCode(
  digestKey: Uint8Array,
  challengeId: ChallengeId,
  digits: string,
): string {
  const mac = createHmac('sha256', digestKey).update(`${challengeId}\n${digits}`);
  return mac.digest('base64url').slice(0, DIGEST_CHARACTERS);
}
