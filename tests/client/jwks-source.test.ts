/** The cached JWKS: few fetches, old keys for a while, forged ids for free. */

import { generateKeyPairSync } from 'node:crypto';

import { JwksSource } from '../../src/client/jwks-source.js';
import { KeysUnavailableError } from '../../src/client/token-errors.js';
import { verifyToken } from '../../src/client/verify-token.js';
import { EXPECTED, honest, PUBLIC_JWK } from './forge.js';

const URI = new URL('https://assay.example/.well-known/jwks.json');

/** A server of keys and a clock, both moved by hand. */
class KeyServer {
  nowMs = 1_000_000;
  fetches = 0;
  keys: readonly object[] = [PUBLIC_JWK];
  maxAge: string | undefined = 'public, max-age=300';
  answer: 'keys' | 'down' | 'status' | 'text' | 'other' = 'keys';
  readonly init: (RequestInit | undefined)[] = [];

  readonly fetch: typeof fetch = (_input, init) => {
    this.fetches += 1;
    this.init.push(init);
    if (this.answer === 'down') return Promise.reject(new TypeError('fetch failed'));
    if (this.answer === 'status') return Promise.resolve(new Response('', { status: 503 }));
    if (this.answer === 'text') return Promise.resolve(new Response('<html>'));
    if (this.answer === 'other') return Promise.resolve(Response.json({ key: [] }));
    const headers = this.maxAge === undefined ? {} : { 'cache-control': this.maxAge };
    return Promise.resolve(Response.json({ keys: this.keys }, { headers }));
  };

  source(uri = URI): JwksSource {
    return new JwksSource(uri, { fetch: this.fetch, now: () => this.nowMs });
  }

  pass(seconds: number): void {
    this.nowMs += seconds * 1_000;
  }
}

const newJwk = (kid: string) => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid };
};

let server: KeyServer;
let source: JwksSource;
beforeEach(() => {
  server = new KeyServer();
  source = server.source();
});

describe('caching', () => {
  it('fetches once for many tokens, also at the same moment', async () => {
    const found = await Promise.all(Array.from({ length: 50 }, () => source.find('k1')));
    expect(found.every((key) => key?.type === 'public')).toBe(true);
    server.pass(299);
    await source.find('k1');
    expect(server.fetches).toBe(1);
    server.pass(1);
    await source.find('k1');
    expect(server.fetches).toBe(2);
  });

  it.each([
    ['max-age=60', 60],
    ['public,max-age=600, immutable', 600],
    ['max-age=0', 30],
    ['no-store', 300],
    ['max-age=999999999', 3_600],
    ['s-maxage=20', 300],
    ['max-age=x', 300],
    [undefined, 300],
  ])('keeps keys that come with %j for %i seconds', async (maxAge, seconds) => {
    server.maxAge = maxAge;
    await source.find('k1');
    server.pass(seconds - 1);
    await source.find('k1');
    expect(server.fetches).toBe(1);
    server.pass(1);
    await source.find('k1');
    expect(server.fetches).toBe(2);
  });

  it('follows no redirect and waits for a bounded time', async () => {
    await source.find('k1');
    expect(server.init[0]).toMatchObject({ redirect: 'error' });
    expect(server.init[0]?.signal).toBeInstanceOf(AbortSignal);
  });
});

describe('a key id nobody knows', () => {
  it('R070: causes one fetch in 30 seconds, however many tokens name it', async () => {
    await source.find('k1');
    for (let second = 0; second < 120; second += 1) {
      server.pass(1);
      await source.find(`forged-${second}`);
    }
    expect(server.fetches).toBe(1 + 4);
  });

  it('is found as soon as the set holds it', async () => {
    await source.find('k1');
    server.keys = [PUBLIC_JWK, newJwk('k2')];
    server.pass(29);
    await expect(source.find('k2')).resolves.toBeUndefined();
    server.pass(1);
    await expect(source.find('k2')).resolves.toMatchObject({ type: 'public' });
  });

  it('is no key while the set cannot be asked: try again', async () => {
    await source.find('k1');
    server.answer = 'down';
    server.pass(60);
    await expect(source.find('k2')).rejects.toThrow(KeysUnavailableError);
    server.pass(1);
    await expect(source.find('k2')).rejects.toThrow(KeysUnavailableError);
  });
});

describe('while the set cannot be fetched', () => {
  it.each([
    ['down', 'network'],
    ['status', 'status'],
    ['text', 'network'],
    ['other', 'content'],
  ] as const)('a first fetch that ends in "%s" says so (%s)', async (answer, reason) => {
    server.answer = answer;
    await expect(source.find('k1')).rejects.toMatchObject({ name: 'KeysUnavailableError', reason });
  });

  it('known keys hold for ten minutes more and not longer', async () => {
    await source.find('k1');
    server.answer = 'down';
    server.pass(300 + 599);
    await expect(source.find('k1')).resolves.toMatchObject({ type: 'public' });
    server.pass(1);
    await expect(source.find('k1')).rejects.toThrow(KeysUnavailableError);
  });

  it('asks again at most every five seconds', async () => {
    await source.find('k1');
    server.answer = 'down';
    server.pass(300);
    for (let tenth = 0; tenth < 100; tenth += 1) {
      await source.find('k1');
      server.pass(0.1);
    }
    expect(server.fetches).toBe(1 + 2);
  });

  it('goes on as before once it can be fetched again', async () => {
    server.answer = 'down';
    await expect(source.find('k1')).rejects.toThrow(KeysUnavailableError);
    server.answer = 'keys';
    server.pass(5);
    await expect(source.find('k1')).resolves.toMatchObject({ type: 'public' });
  });
});

it('R071: tokens of a removed key fail once the cache has run out', async () => {
  const expected = { ...EXPECTED, jwks: undefined, jwksUri: source };
  const { jwks: _none, ...from } = expected;
  await expect(verifyToken(honest(), from)).resolves.toMatchObject({ userId: 'u-1001' });
  server.keys = [newJwk('k2')];
  server.pass(300);
  await expect(verifyToken(honest(), from)).rejects.toMatchObject({ reason: 'key_unknown' });
});

it('R070: leaves out keys of other kinds, uses and curves, and points off the curve', async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey.export({
    format: 'jwk',
  });
  server.keys = [
    { ...rsa, kid: 'rsa' },
    { kty: 'oct', k: 'c2VjcmV0', kid: 'oct' },
    { ...newJwk('enc'), use: 'enc' },
    { ...newJwk('es384'), alg: 'ES384' },
    { ...newJwk('off'), x: 'AAAA' },
    { ...newJwk('nameless'), kid: undefined },
    PUBLIC_JWK,
  ];
  for (const kid of ['rsa', 'oct', 'enc', 'es384', 'off', 'undefined']) {
    await expect(source.find(kid)).resolves.toBeUndefined();
  }
  await expect(source.find('k1')).resolves.toMatchObject({ type: 'public' });
});

it.each([
  ['http://assay.example/jwks', false],
  ['ftp://assay.example/jwks', false],
  ['http://127.0.0.1:3000/jwks', true],
  ['http://localhost/jwks', true],
  ['https://assay.example/', true],
])('keys from %s are taken: %s', (uri, isTaken) => {
  const make = (): JwksSource => server.source(new URL(uri));
  if (isTaken) expect(make()).toBeInstanceOf(JwksSource);
  else expect(make).toThrow(TypeError);
});
