/** Makes tokens that nobody should accept, and the expectation an honest one meets. */

import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

import jwt from 'jsonwebtoken';

import type { TokenExpectation } from '../../src/client/verify-token.js';

export const NOW_SECONDS = 1_795_000_000;

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const PUBLIC_PEM = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
export const PRIVATE_KEY = pair.privateKey;
export const PUBLIC_JWK = {
  ...pair.publicKey.export({ format: 'jwk' }),
  kid: 'k1',
  use: 'sig',
  alg: 'ES256',
};

export const CLAIMS = {
  iss: 'https://assay.example',
  aud: 'c-login',
  sub: 'u-1001',
  company_id: 'acme',
  challenge_id: 'ch-1',
  nonce: '4b6f1c9e0d2a47f3b8e5',
  amr: ['otp', 'sms'],
  acr: 'urn:assay:acr:second-factor',
  auth_time: NOW_SECONDS,
  iat: NOW_SECONDS,
  exp: NOW_SECONDS + 120,
  jti: 'j-1',
};
export const HEADER = { alg: 'ES256', typ: 'assay-sign-in+jwt', kid: 'k1' };

export const EXPECTED = {
  jwks: { keys: [PUBLIC_JWK] },
  issuer: CLAIMS.iss,
  audience: CLAIMS.aud,
  nonce: CLAIMS.nonce,
  now: () => NOW_SECONDS * 1_000,
} satisfies TokenExpectation;

const encode = (part: unknown): string =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

/** Signed by the real key: whatever is wrong is in the header or the claims. */
export function signed(
  header: object,
  claims: object | string,
  key: KeyObject = PRIVATE_KEY,
): string {
  const input = `${encode({ ...HEADER, ...header })}.${encode(claims)}`;
  // jsonwebtoken refuses to write half of these, so the signature is made of its own.
  const bytes = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
  return `${input}.${bytes.toString('base64url')}`;
}

/** With a signature of one's choice. */
export function raw(header: object, claims: object, ending: string): string {
  return `${encode({ ...HEADER, ...header })}.${encode(claims)}.${ending}`;
}

export function hmacSigned(header: object, secret: string): string {
  const input = `${encode({ ...HEADER, ...header })}.${encode(CLAIMS)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

/** With an honest header by the library the service uses. */
export function honest(): string {
  return jwt.sign(CLAIMS, PRIVATE_KEY, {
    algorithm: 'ES256',
    header: { alg: 'ES256', typ: HEADER.typ, kid: HEADER.kid },
  });
}
