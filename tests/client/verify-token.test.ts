/** The reference verifier against everything people forge. */

import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';

import { importPKCS8, SignJWT } from 'jose';

import { TokenInvalidError } from '../../src/client/token-errors.js';
import { verifyToken, type TokenExpectation } from '../../src/client/verify-token.js';
import { listenOnLoopback } from '../support/loopback.js';
import {
  CLAIMS,
  EXPECTED,
  HEADER,
  hmacSigned,
  honest,
  NOW_SECONDS,
  PRIVATE_KEY,
  PUBLIC_JWK,
  PUBLIC_PEM,
  raw,
  signed,
} from './forge.js';

const verify = (token: string, changes: Partial<TokenExpectation> = {}) =>
  verifyToken(token, { ...EXPECTED, ...changes } as TokenExpectation);
const without = (claim: keyof typeof CLAIMS) => {
  const { [claim]: _left, ...rest } = CLAIMS;
  return rest;
};

async function expectRefused(token: string, reason: string, changes?: Partial<TokenExpectation>) {
  const error: unknown = await verify(token, changes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TokenInvalidError);
  expect(error).toMatchObject({ reason });
  expect(String(error)).not.toContain(token.slice(0, 20) || 'eyJ');
}

describe('an honest token', () => {
  const verified = {
    userId: 'u-1001',
    companyId: 'acme',
    challengeId: 'ch-1',
    nonce: CLAIMS.nonce,
    action: null,
    methods: ['otp', 'sms'],
    contextClass: 'urn:assay:acr:second-factor',
    authenticatedAt: new Date(NOW_SECONDS * 1_000),
    expiresAt: new Date((NOW_SECONDS + 120) * 1_000),
    tokenId: 'j-1',
  };

  it('is read into what the login service needs', async () => {
    await expect(verify(honest())).resolves.toEqual(verified);
    await expect(verify(signed({}, CLAIMS))).resolves.toEqual(verified);
  });

  it('may be made by jose', async () => {
    const pkcs8 = PRIVATE_KEY.export({ type: 'pkcs8', format: 'pem' }).toString();
    const token = await new SignJWT(CLAIMS)
      .setProtectedHeader(HEADER)
      .sign(await importPKCS8(pkcs8, 'ES256'));
    await expect(verify(token)).resolves.toEqual(verified);
  });

  it('meets every member that is expected', async () => {
    const expected = {
      challengeId: 'ch-1',
      companyId: 'acme',
      userId: 'u-1001',
      purpose: 'sign_in' as const,
    };
    await expect(verify(honest(), expected)).resolves.toEqual(verified);
  });

  it('needs no nonce where none was given', async () => {
    await expect(verify(signed({}, without('nonce')), { nonce: null })).resolves.toMatchObject({
      nonce: null,
    });
  });

  it.each([
    [0, 119, true],
    [0, 120, false],
    [5, 124, true],
    [5, 125, false],
    [3_600, 179, true],
    [3_600, 180, false],
    [-60, 120, false],
  ])(
    'with a tolerance of %i s, at %i s, is accepted: %s',
    async (clockToleranceSeconds, age, isAccepted) => {
      const at = { clockToleranceSeconds, now: () => (NOW_SECONDS + age) * 1_000 };
      if (isAccepted) await expect(verify(honest(), at)).resolves.toEqual(verified);
      else await expectRefused(honest(), 'expired', at);
    },
  );
});

describe('R070: forgeries', () => {
  const [input = '', payload = '', ending = ''] = honest().split('.');
  const edited = Buffer.from(JSON.stringify({ ...CLAIMS, sub: 'u-admin' })).toString('base64url');
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const strangerJwk = { ...stranger.publicKey.export({ format: 'jwk' }), kid: 'k1' };
  const zeros = Buffer.alloc(64).toString('base64url');
  const ones = Buffer.alloc(64, 0xff).toString('base64url');

  it.each([
    ['alg none', raw({ alg: 'none' }, CLAIMS, ''), 'algorithm'],
    ['alg None', raw({ alg: 'None' }, CLAIMS, ''), 'algorithm'],
    ['alg nOnE with a signature', raw({ alg: 'nOnE' }, CLAIMS, ending), 'algorithm'],
    ['no alg', raw({ alg: undefined }, CLAIMS, ending), 'algorithm'],
    ['alg as a list', raw({ alg: ['ES256'] }, CLAIMS, ending), 'algorithm'],
    ['HS256 keyed with the public PEM', hmacSigned({ alg: 'HS256' }, PUBLIC_PEM), 'algorithm'],
    [
      'HS256 keyed with the public x',
      hmacSigned({ alg: 'HS256' }, PUBLIC_JWK.x ?? ''),
      'algorithm',
    ],
    ['an HMAC under the name ES256', hmacSigned({}, PUBLIC_PEM), 'signature'],
    ['ES256 by another key', signed({}, CLAIMS, stranger.privateKey), 'signature'],
    [
      'its own embedded jwk',
      signed({ jwk: strangerJwk }, CLAIMS, stranger.privateKey),
      'signature',
    ],
    [
      'an embedded jwk and an unknown kid',
      signed({ jwk: strangerJwk, kid: 'k2' }, CLAIMS, stranger.privateKey),
      'key_unknown',
    ],
    ['an all-zero signature', raw({}, CLAIMS, zeros), 'signature'],
    ['an all-ones signature', raw({}, CLAIMS, ones), 'signature'],
    ['an empty signature', raw({}, CLAIMS, ''), 'signature'],
    ['half a signature', raw({}, CLAIMS, ending.slice(0, 43)), 'signature'],
    ['an edited payload', `${input}.${edited}.${ending}`, 'signature'],
    ['an unknown crit', signed({ crit: ['exp2'], exp2: 1 }, CLAIMS), 'critical_header'],
    ['a crit that names nothing', signed({ crit: [] }, CLAIMS), 'critical_header'],
    ['b64=false', signed({ crit: ['b64'], b64: false }, CLAIMS), 'critical_header'],
    ['a kid that is a path', signed({ kid: '../../dev/null' }, CLAIMS), 'key_unknown'],
    ['a kid that is SQL', signed({ kid: "k1' OR '1'='1" }, CLAIMS), 'key_unknown'],
    ['a kid that is a property', signed({ kid: '__proto__' }, CLAIMS), 'key_unknown'],
    ['a kid that is a number', signed({ kid: 1 }, CLAIMS), 'key_unknown'],
    ['no kid', signed({ kid: undefined }, CLAIMS), 'key_unknown'],
    ['nothing', '', 'malformed'],
    ['two parts', `${input}.${payload}`, 'malformed'],
    ['a header that is no JSON', `bm9wZQ.${payload}.${ending}`, 'malformed'],
    ['9,000 characters', `${'a'.repeat(9_000)}.${payload}.${ending}`, 'malformed'],
  ])('%s is refused', async (_name, token, reason) => {
    await expectRefused(token, reason);
  });

  it.each([[undefined], [null], [1], [{}], [['a.b.c']]])(
    '%j is refused, not compared',
    async (token) => {
      const call = verifyToken(token as unknown as string, EXPECTED);
      await expect(call).rejects.toMatchObject({ reason: 'malformed' });
    },
  );

  it.each(['jku', 'x5u'])(
    'a token that points at its own keys by %s causes no request',
    async (member) => {
      const requests: string[] = [];
      const server = createServer((request, response) => {
        requests.push(request.url ?? '');
        response.end(JSON.stringify({ keys: [PUBLIC_JWK] }));
      });
      const port = await listenOnLoopback(server);
      const url = `http://127.0.0.1:${port}/jwks.json`;
      await expectRefused(signed({ [member]: url }, CLAIMS, stranger.privateKey), 'signature');
      await expectRefused(
        signed({ [member]: url, kid: 'k9' }, CLAIMS, stranger.privateKey),
        'key_unknown',
      );
      expect(requests).toEqual([]);
      server.close();
    },
  );
});

describe('R070: times', () => {
  it.each([
    ['expired', { exp: NOW_SECONDS - 6 }, 'expired'],
    ['not yet valid', { nbf: NOW_SECONDS + 60 }, 'not_yet_valid'],
    ['issued in 2100', { iat: 4_102_444_800, exp: 4_102_444_920 }, 'not_yet_valid'],
    ['exp as text', { exp: String(NOW_SECONDS + 120) }, 'claims'],
    ['exp as a fraction', { exp: NOW_SECONDS + 0.5 }, 'claims'],
    ['exp null', { exp: null }, 'claims'],
  ])('%s is refused', async (_name, change, reason) => {
    await expectRefused(signed({}, { ...CLAIMS, ...change }), reason);
  });
});

describe('R066: every claim is needed', () => {
  it.each([
    'exp',
    'iat',
    'sub',
    'jti',
    'company_id',
    'challenge_id',
    'auth_time',
    'amr',
    'acr',
  ] as const)('a token without %s is refused', async (claim) => {
    await expectRefused(signed({}, without(claim)), 'claims');
  });

  it.each([
    ['an empty sub', { sub: '' }],
    ['an amr that is text', { amr: 'otp' }],
    ['an empty amr', { amr: [] }],
    ['a nonce that is a list', { nonce: [CLAIMS.nonce] }],
  ])('a token with %s is refused', async (_name, change) => {
    await expectRefused(signed({}, { ...CLAIMS, ...change }), 'claims');
  });

  it('decision 22: a sign-in token that names an action is none', async () => {
    await expectRefused(signed({}, { ...CLAIMS, action: 'view_phone' }), 'action');
    await expectRefused(signed({}, { ...CLAIMS, action: 7 }), 'claims');
  });

  it('a payload that is no object is refused', async () => {
    await expectRefused(signed({}, '"text"'), 'audience');
  });
});

describe('R068: a token for another audience, issuer or tenant is refused', () => {
  it.each([
    ['aud missing', without('aud'), 'audience'],
    ['aud of another', { ...CLAIMS, aud: 'c-other' }, 'audience'],
    ['aud a list with both', { ...CLAIMS, aud: ['c-other', 'c-login'] }, 'audience'],
    ['aud a list with the one', { ...CLAIMS, aud: ['c-login'] }, 'audience'],
    ['iss missing', without('iss'), 'issuer'],
    ['iss of another', { ...CLAIMS, iss: 'https://evil.example' }, 'issuer'],
    ['iss with a slash more', { ...CLAIMS, iss: 'https://assay.example/' }, 'issuer'],
  ])('%s', async (_name, claims, reason) => {
    await expectRefused(signed({}, claims), reason);
  });

  it.each([
    [{ nonce: 'another-nonce-000' }, 'nonce'],
    [{ nonce: null }, 'nonce'],
    [{ challengeId: 'ch-2' }, 'challenge'],
    [{ companyId: 'other' }, 'company'],
    [{ userId: 'u-1002' }, 'user'],
    [{ userId: '' }, 'user'],
  ])('where %j is expected', async (changes, reason) => {
    await expectRefused(honest(), reason, changes);
  });

  it('a token without nonce is no answer to a sign-in that gave one', async () => {
    await expectRefused(signed({}, without('nonce')), 'nonce');
  });

  it.each([{ issuer: '' }, { audience: '' }, { clockToleranceSeconds: NaN }])(
    'expecting nothing that can be checked (%j) is an error',
    async (changes) => {
      await expect(verify(honest(), changes)).rejects.toThrow(TypeError);
    },
  );
});

describe('R069: a token of another type is refused', () => {
  it.each([
    'assay-step-up+jwt',
    'JWT',
    'jwt',
    'at+jwt',
    'application/assay-sign-in+jwt',
    'ASSAY-SIGN-IN+JWT',
    '',
    null,
    undefined,
  ])('%s', async (typ) => {
    await expectRefused(signed({ typ }, CLAIMS), 'type');
  });
});
