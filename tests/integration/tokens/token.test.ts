/** What a token says, and that any JWT library can check it. */

import { createHash, type webcrypto } from 'node:crypto';

import {
  createLocalJWKSet,
  decodeJwt,
  exportSPKI,
  importJWK,
  decodeProtectedHeader,
  jwtVerify,
  type JSONWebKeySet,
} from 'jose';
import jwt from 'jsonwebtoken';

import { makeTokenSigner } from '../../../src/app/tokens/token-signer.js';
import type { Channel } from '../../../src/domain/challenge.js';
import type { ChallengeId, ClientId, UserId } from '../../../src/domain/ids.js';
import { verifyToken } from '../../../src/client/verify-token.js';
import {
  approvalOf,
  ISSUER,
  makeSigningSide,
  NONCE,
  OPERATOR_EVENT,
  signNow,
  type SigningSide,
} from './signing.js';

const CLAIMS = [
  'acr',
  'amr',
  'aud',
  'auth_time',
  'challenge_id',
  'company_id',
  'exp',
  'iat',
  'iss',
  'jti',
  'nonce',
  'sub',
];

let side: SigningSide;
beforeEach(async () => {
  side = await makeSigningSide();
});

it('R065: is ES256 with the key id and the type of its purpose, whatever else', () => {
  const header = decodeProtectedHeader(side.token());
  expect(header).toEqual({ alg: 'ES256', typ: 'assay-sign-in+jwt', kid: side.keys.current().kid });
});

it.each<[readonly Channel[], readonly string[]]>([
  [['sms'], ['otp', 'sms']],
  [['call'], ['otp', 'tel']],
  [
    ['sms', 'call'],
    ['otp', 'sms', 'tel'],
  ],
  [
    ['call', 'call'],
    ['otp', 'tel'],
  ],
])('R067: of a code that went by %j `amr` says %j', (channels, amr) => {
  expect(decodeJwt(side.token({ channels }))['amr']).toEqual(amr);
});

it('R066: says exactly what the approval says', () => {
  const at = approvalOf(side.clock).approvedAt;
  expect(decodeJwt(side.token())).toEqual({
    iss: ISSUER,
    aud: 'c-login',
    sub: 'u-1001',
    company_id: 'acme',
    challenge_id: '0f3.S2x9hZk1Qv7tYw3bN5mE8A',
    nonce: NONCE,
    amr: ['otp', 'sms'],
    acr: 'urn:assay:acr:second-factor',
    auth_time: at,
    iat: at,
    exp: at + 120,
    jti: createHash('sha256').update('assay-jti:0f3.S2x9hZk1Qv7tYw3bN5mE8A').digest('base64url'),
  });
});

it('R073: 1,000 tokens hold the listed claims and no others', () => {
  for (let at = 0; at < 1_000; at += 1) {
    const token = side.token({
      challengeId: `ch-${at}` as ChallengeId,
      userId: `u-${at}` as UserId,
    });
    expect(Object.keys(decodeJwt(token)).sort()).toEqual(CLAIMS);
  }
});

it('R072: issued again later, under another key, makes the same claims', async () => {
  const approval = approvalOf(side.clock);
  const signer = makeTokenSigner(side.keys, ISSUER);
  const first = signNow(signer, approval);
  side.clock.pass(30);
  await side.keys.rotate({ immediately: true }, OPERATOR_EVENT);
  const again = signNow(signer, approval);
  expect(decodeJwt(again.token)).toEqual(decodeJwt(first.token));
  expect(again.expiresAt).toEqual(new Date((approval.approvedAt + 120) * 1_000));
  expect(decodeProtectedHeader(again.token).kid).not.toBe(decodeProtectedHeader(first.token).kid);
});

it('leaves the nonce out where none was given', () => {
  const { token } = signNow(makeTokenSigner(side.keys, ISSUER), approvalOf(side.clock), null);
  expect(decodeJwt(token)).not.toHaveProperty('nonce');
});

it('is accepted by jsonwebtoken and by jose against the JWKS', async () => {
  const jwks = side.keys.jwks() as unknown as JSONWebKeySet;
  const token = side.token();
  const currentDate = new Date(side.clock.nowMs);
  const byJose = await jwtVerify(token, createLocalJWKSet(jwks), {
    issuer: ISSUER,
    audience: 'c-login',
    typ: 'assay-sign-in+jwt',
    algorithms: ['ES256'],
    currentDate,
  });
  expect(byJose.payload.sub).toBe('u-1001');
  const [jwk = {}] = jwks.keys;
  const pem = await exportSPKI((await importJWK(jwk)) as webcrypto.CryptoKey);
  const byJsonwebtoken = jwt.verify(token, pem, {
    algorithms: ['ES256'],
    clockTimestamp: currentDate.getTime() / 1_000,
  });
  expect(byJsonwebtoken).toMatchObject({ sub: 'u-1001' });
});

it('R066: tokens of one person’s parallel sign-ins are not interchangeable', async () => {
  const signer = makeTokenSigner(side.keys, ISSUER);
  const [one, two] = ['a'.repeat(16), 'b'.repeat(16)];
  const token = signNow(signer, approvalOf(side.clock), one).token;
  const expected = {
    jwks: side.keys.jwks(),
    issuer: ISSUER,
    audience: 'c-login' as ClientId,
    now: () => side.clock.nowMs,
  };
  await expect(verifyToken(token, { ...expected, nonce: one })).resolves.toMatchObject({
    nonce: one,
  });
  await expect(verifyToken(token, { ...expected, nonce: two })).rejects.toMatchObject({
    reason: 'nonce',
  });
});
