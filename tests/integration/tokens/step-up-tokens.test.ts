/** Which step-up tokens are read, and that nothing else is. */

import { generateKeyPairSync } from 'node:crypto';

import { makeStepUpTokens } from '../../../src/adapters/crypto/step-up-tokens.js';
import type { Client } from '../../../src/app/ports/client-store.js';
import type { StepUpTokens } from '../../../src/app/ports/step-up.js';
import type { ClientId } from '../../../src/domain/ids.js';
import { PUBLIC_JWK, signed } from '../../client/forge.js';
import { fakeClient } from '../../support/http.js';
import { ISSUER, makeSigningSide, OPERATOR_EVENT, type SigningSide } from './signing.js';

const STEP_UP = { purpose: 'step_up', action: 'change_phone', tokenTtlSeconds: 300 } as const;
const client: Client = { ...fakeClient([]), clientId: 'c-login' as ClientId };

let side: SigningSide;
let reader: StepUpTokens;
const readerFor = (issuer: string) =>
  makeStepUpTokens({ jwks: () => side.keys.jwks(), nowMs: () => side.clock.nowMs, issuer });
const read = (token: string, by = client) => reader.read(token, by);

beforeEach(async () => {
  side = await makeSigningSide();
  reader = readerFor(ISSUER);
});

it('reads what the approval was about', () => {
  expect(read(side.token(STEP_UP))).toEqual({
    challengeId: '0f3.S2x9hZk1Qv7tYw3bN5mE8A',
    clientId: 'c-login',
    companyId: 'acme',
    userId: 'u-1001',
    action: 'change_phone',
  });
});

it('R071: reads a token through a rotation', async () => {
  const token = side.token(STEP_UP);
  await side.keys.rotate({ immediately: false }, OPERATOR_EVENT);
  expect(read(token)).toBeDefined();
});

it('reads no token of a key that was withdrawn', async () => {
  const token = side.token(STEP_UP);
  await side.keys.rotate({ immediately: true }, OPERATOR_EVENT);
  expect(read(token)).toBeUndefined();
});

it('R048: is over when it says so', () => {
  const token = side.token(STEP_UP);
  side.clock.pass(299);
  expect(read(token)).toBeDefined();
  side.clock.pass(1);
  expect(read(token)).toBeUndefined();
});

it('R048, R068: reads no token of a sign-in, of another client or of another issuer', () => {
  expect(read(side.token())).toBeUndefined();
  const other = { ...client, clientId: 'c-other' as ClientId };
  expect(read(side.token(STEP_UP), other)).toBeUndefined();
  expect(readerFor('https://other.example').read(side.token(STEP_UP), client)).toBeUndefined();
});

describe('R070: with a good signature, reads', () => {
  const claims = (over: object = {}) => {
    const iat = Math.floor(side.clock.nowMs / 1_000);
    return {
      ...{ iss: ISSUER, aud: 'c-login', sub: 'u-1001', company_id: 'acme' },
      ...{ challenge_id: 'ch-1', action: 'change_phone', iat, exp: iat + 300, ...over },
    };
  };
  const header = (over: object = {}) => ({
    ...{ alg: 'ES256', typ: 'assay-step-up+jwt', kid: 'k1', ...over },
  });
  const own = () =>
    makeStepUpTokens({
      ...{ jwks: () => ({ keys: [PUBLIC_JWK] }), nowMs: () => side.clock.nowMs },
      issuer: ISSUER,
    });

  it('what is whole', () => {
    expect(own().read(signed(header(), claims()), client)).toBeDefined();
  });

  it.each([
    ['a list of audiences', {}, { aud: ['c-login', 'c-other'] }],
    ['no audience', {}, { aud: undefined }],
    ['no end', {}, { exp: undefined }],
    ['a longer life than ours', {}, { exp: 4_102_444_800 }],
    ['no action', {}, { action: undefined }],
    ['an action we do not know', {}, { action: 'everything' }],
    ['a person that is no text', {}, { sub: 7 }],
    ['the type of a sign-in', { typ: 'assay-sign-in+jwt' }, {}],
    ['no type', { typ: undefined }, {}],
    ['a key that is not ours', { kid: 'k2' }, {}],
    ['something critical', { crit: ['exp'] }, {}],
    [
      'a key of its own',
      {
        jwk: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
      },
      {},
    ],
    ['another place for keys', { jku: 'https://evil.example/keys' }, {}],
  ])('nothing with %s', (_what, headerOver, claimsOver) => {
    const token = signed(header(headerOver), claims(claimsOver));
    expect(own().read(token, client)).toBeUndefined();
  });

  it('nothing of what is no token', () => {
    for (const text of ['', '.', '..', 'x.y.z', 'a'.repeat(5_000), '\u0000']) {
      expect(own().read(text, client)).toBeUndefined();
    }
  });

  it('nothing unsigned, nothing altered', () => {
    const [head = '', body = '', signature = ''] = signed(header(), claims()).split('.');
    const none = Buffer.from(JSON.stringify({ ...header(), alg: 'none' })).toString('base64url');
    const theirs = Buffer.from(JSON.stringify(claims({ sub: 'u-2' }))).toString('base64url');
    for (const token of [
      `${none}.${body}.`,
      `${head}.${body}.`,
      `${head}.${theirs}.${signature}`,
    ]) {
      expect(own().read(token, client)).toBeUndefined();
    }
  });
});
