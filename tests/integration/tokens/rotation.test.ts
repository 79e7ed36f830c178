/** Keys are made, published, used and retired without one refused token. */

import { randomBytes } from 'node:crypto';

import { decodeProtectedHeader } from 'jose';

import { KeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { CryptoSigningKeyFactory } from '../../../src/adapters/crypto/signing-keys.js';
import { StoreUnavailableError } from '../../../src/app/errors.js';
import { SigningKeys } from '../../../src/app/tokens/signing-keys.js';
import { verifyToken } from '../../../src/client/verify-token.js';
import { JWKS_MAX_AGE_SECONDS } from '../../../src/domain/token.js';
import { ISSUER, makeSigningSide, NONCE, OPERATOR_EVENT, type SigningSide } from './signing.js';

const ringOf = (): KeyRing => KeyRing.fromSetting(randomBytes(32).toString('base64'));
const kidOf = (token: string): string | undefined => decodeProtectedHeader(token).kid;

let side: SigningSide;
beforeEach(async () => {
  side = await makeSigningSide();
});

const accepts = (token: string, jwks: { readonly keys: readonly unknown[] }): Promise<unknown> =>
  verifyToken(token, {
    jwks,
    issuer: ISSUER,
    audience: 'c-login',
    nonce: NONCE,
    now: () => side.clock.nowMs,
  });

describe('the first start', () => {
  it('makes one key, active at once, also when instances race', async () => {
    const [a, b] = [side.instance(), side.instance()];
    await Promise.all([a.refresh(), b.refresh()]);
    expect(side.table.rows).toHaveLength(1);
    expect(a.current().kid).toBe(b.current().kid);
  });

  it('R127: tells how long the key that signs has signed, by the database, and of none before', async () => {
    expect(side.instance().ageMs()).toBeNull();
    side.clock.pass(600);
    const later = side.keys;
    await later.refresh();
    const age = later.ageMs();
    expect(age).toBeGreaterThanOrEqual(600_000);
    await later.rotate({ immediately: true }, OPERATOR_EVENT);
    expect(later.ageMs()).toBeLessThan(600_000);
  });

  it('refuses to sign before it, and with no key that opens', async () => {
    expect(() => side.instance().current()).toThrow(StoreUnavailableError);
    const factory = new CryptoSigningKeyFactory(ringOf());
    const stranger = new SigningKeys({ store: side.table, factory, clock: side.clock });
    const report = await stranger.refresh();
    expect(report).toEqual({ current: undefined, unopened: [side.keys.current().kid] });
    expect(() => stranger.current()).toThrow(StoreUnavailableError);
    expect(stranger.jwks()).toEqual(side.keys.jwks());
  });
});

describe('R071: rotation', () => {
  it('has a client that caches the JWKS for its max-age refuse not one token', async () => {
    let [cached, cachedAtMs] = [side.keys.jwks(), side.clock.nowMs];
    const before = side.keys.current().kid;
    const used = new Set<string | undefined>();
    const held: { readonly token: string; readonly untilMs: number }[] = [];
    await side.keys.rotate({ immediately: false }, OPERATOR_EVENT);

    for (let second = 0; second < 1_800; second += 10) {
      side.clock.pass(10);
      await side.keys.refresh();
      if (side.clock.nowMs - cachedAtMs >= JWKS_MAX_AGE_SECONDS * 1_000) {
        [cached, cachedAtMs] = [side.keys.jwks(), side.clock.nowMs];
      }
      const token = side.token({ tokenTtlSeconds: 300 });
      used.add(kidOf(token));
      held.push({ token, untilMs: side.clock.nowMs + 290_000 });
      // The newest token, and the oldest that is still alive.
      const alive = held.filter(({ untilMs }) => untilMs > side.clock.nowMs);
      for (const each of [alive[0], alive.at(-1)]) await accepts(each?.token ?? '', cached);
    }

    expect([...used]).toEqual([before, side.keys.current().kid]);
    expect(side.keys.jwks().keys.map((jwk) => jwk['kid'])).toEqual([side.keys.current().kid]);
  });

  it('publishes the new key at once and keeps signing with the old one meanwhile', async () => {
    const before = side.keys.current().kid;
    const next = await side.keys.rotate({ immediately: false }, OPERATOR_EVENT);
    expect(side.keys.jwks().keys.map((jwk) => jwk['kid'])).toEqual([before, next]);
    side.clock.pass(599);
    expect(kidOf(side.token())).toBe(before);
    side.clock.pass(1);
    expect(kidOf(side.token())).toBe(next);
  });

  it('goes on by the process’s own clock while the database is away', async () => {
    const next = await side.keys.rotate({ immediately: false }, OPERATOR_EVENT);
    side.table.isDown = true;
    side.clock.pass(600);
    await expect(side.keys.refresh()).rejects.toThrow('down');
    expect(kidOf(side.token())).toBe(next);
    side.clock.pass(1_000);
    expect(side.keys.jwks().keys.map((jwk) => jwk['kid'])).toEqual([next]);
  });

  it('in an emergency removes the old key at once: its tokens fail when caches run out', async () => {
    const leaked = side.token();
    const cached = side.keys.jwks();
    await side.keys.rotate({ immediately: true }, OPERATOR_EVENT);
    await accepts(leaked, cached);
    await expect(accepts(leaked, side.keys.jwks())).rejects.toMatchObject({
      reason: 'key_unknown',
    });
    await accepts(side.token(), side.keys.jwks());
  });

  it.each([
    [false, ['first', 'next'], 'first'],
    [true, ['next'], 'next'],
  ])(
    'before there is any key makes the first one too, so that something signs (immediately: %s)',
    async (immediately, published, signing) => {
      side.table.rows.length = 0;
      const keys = side.instance();
      const next = await keys.rotate({ immediately }, OPERATOR_EVENT);
      const nameOf = (kid: string | undefined) => (kid === next ? 'next' : 'first');
      expect(keys.jwks().keys.map((jwk) => nameOf(jwk['kid']))).toEqual(published);
      expect(nameOf(keys.current().kid)).toBe(signing);
    },
  );

  it('reaches other instances with their next refresh', async () => {
    const other = side.instance();
    await other.refresh();
    const next = await side.keys.rotate({ immediately: true }, OPERATOR_EVENT);
    expect(other.current().kid).not.toBe(next);
    await other.refresh();
    expect(other.current().kid).toBe(next);
  });
});
