/** Contract cases of attempts: what is charged, what is not, and in which order. */

import {
  attempt,
  CODE_TTL_MS,
  MINUTE,
  opened,
  SECOND,
  shop,
  start,
  wrongTimes,
} from './challenge-store.harness.js';
import type { ChallengeStoreHarness } from './challenge-store.harness.js';

const keyed = (fingerprint: string) => ({ idempotency: { key: 'idem-v', fingerprint } });
const subject = {
  companyId: 'acme',
  userId: 'alice',
  purpose: 'sign_in',
  action: null,
  factorId: 'factor-1',
  factorVersion: 3,
  factorState: 'active',
  isSending: false,
  channels: ['sms'],
};

export function attemptCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  const left = async ({ store }: ChallengeStoreHarness, id: Parameters<typeof attempt>[0]) => {
    const challenge = await store.read(id, shop);
    return challenge && 'attemptsRemaining' in challenge ? challenge.attemptsRemaining : undefined;
  };

  it('matches the right code as often as it is given: the ledger decides, not the store', async () => {
    const h = await setUp();
    const id = await opened(h.store);
    for (let i = 0; i < 12; i += 1) {
      expect(await h.store.attempt(attempt(id, 'right'))).toEqual({ kind: 'match', subject });
    }
    expect(await left(h, id)).toBe(5);
  });

  it('R013: after five wrong codes the right one is refused too', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    for (const attemptsRemaining of [4, 3, 2, 1, 0]) {
      expect(await store.attempt(attempt(id, 'wrong'))).toEqual({
        kind: 'mismatch',
        attemptsRemaining,
        subject,
        repeated: false,
      });
    }
    const ended = { kind: 'ended', status: 'max_attempts_reached' };
    expect(await store.attempt(attempt(id, 'right'))).toEqual(ended);
    expect(await store.read(id, shop)).toEqual({
      id,
      clientId: shop,
      nonceDigest: null,
      status: 'max_attempts_reached',
    });
  });

  it('R014: evaluates at most five of 200 parallel wrong codes', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    const guesses = Array.from({ length: 200 }, () => store.attempt(attempt(id, 'wrong')));
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter(({ kind }) => kind === 'mismatch')).toHaveLength(5);
    expect(outcomes.filter(({ kind }) => kind === 'ended')).toHaveLength(195);
  });

  it('matches all of 50 parallel right codes and charges none', async () => {
    const h = await setUp();
    const id = await opened(h.store);
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => h.store.attempt(attempt(id, 'right'))),
    );
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['match']));
    expect(await left(h, id)).toBe(5);
  });

  it.each([
    ['a missing', null],
    ['another', 'n2'],
  ])(
    'answers not_found to %s nonce, before everything else, and charges nothing',
    async (_w, nonceDigest) => {
      const h = await setUp();
      const id = await opened(h.store, { nonceDigest: 'n1' });
      for (const digest of ['right', 'wrong']) {
        expect(await h.store.attempt(attempt(id, digest, { nonceDigest }))).toEqual({
          kind: 'not_found',
        });
      }
      const malformed = attempt(id, 'right', { nonceDigest, digests: [], digits: 0 });
      expect(await h.store.attempt(malformed)).toEqual({ kind: 'not_found' });
      expect(await left(h, id)).toBe(5);
      expect((await h.store.attempt(attempt(id, 'right', { nonceDigest: 'n1' }))).kind).toBe(
        'match',
      );
      await h.store.end({ id, status: 'approved', epoch: 2 });
      expect(await h.store.attempt(attempt(id, 'right', { nonceDigest }))).toEqual({
        kind: 'not_found',
      });
    },
  );

  it('answers not_found to a nonce where none was given at start', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    const outcome = await store.attempt(attempt(id, 'right', { nonceDigest: 'n1' }));
    expect(outcome).toEqual({ kind: 'not_found' });
  });

  it.each([
    ['no digits', { digests: [], digits: 0 }],
    ['too many digits', { digits: 7 }],
    ['digits that no key has a digest for', { digests: [], digits: 6 }],
  ])('calls %s malformed and charges nothing', async (_what, over) => {
    const h = await setUp();
    const id = await opened(h.store);
    const malformed = { kind: 'malformed', codeLength: 6 };
    expect(await h.store.attempt(attempt(id, 'right', over))).toEqual(malformed);
    expect(await left(h, id)).toBe(5);
    await h.store.end({ id, status: 'canceled' });
    expect(await h.store.attempt(attempt(id, 'right', over))).toEqual(malformed);
    const ended = { kind: 'ended', status: 'canceled' };
    expect(await h.store.attempt(attempt(id, 'right'))).toEqual(ended);
  });

  it('compares under whichever held key the code was sent', async () => {
    const h = await setUp();
    const id = await opened(h.store);
    const held = [
      { keyId: 'k2', digest: 'something' },
      { keyId: 'k1', digest: 'right' },
      { keyId: 'k0', digest: 'else' },
    ];
    expect((await h.store.attempt(attempt(id, '', { digests: held }))).kind).toBe('match');
    const unknown = attempt(id, '', { digests: [{ keyId: 'k9', digest: 'right' }] });
    expect(await h.store.attempt(unknown)).toEqual({ kind: 'unknown_key' });
    expect(await left(h, id)).toBe(5);
  });

  it('answers a repeat under the same Idempotency-Key alike and uncharged', async () => {
    const h = await setUp();
    const id = await opened(h.store);
    const first = { kind: 'mismatch', attemptsRemaining: 4, subject };
    expect(await h.store.attempt(attempt(id, 'wrong', keyed('a')))).toEqual({
      ...first,
      repeated: false,
    });
    for (let i = 0; i < 6; i += 1) {
      expect(await h.store.attempt(attempt(id, 'wrong', keyed('a')))).toEqual({
        ...first,
        repeated: true,
      });
    }
    expect(await h.store.attempt(attempt(id, 'right', keyed('b')))).toEqual({
      kind: 'idempotency_key_reused',
    });
    expect(await left(h, id)).toBe(4);
    await wrongTimes(h.store, id, 4);
    expect(await h.store.attempt(attempt(id, 'wrong', keyed('a')))).toEqual({
      ...first,
      repeated: true,
    });
  });

  it('answers a repeated match with a match, and another code under its key with a refusal', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    await store.attempt(attempt(id, 'right', keyed('a')));
    expect(await store.attempt(attempt(id, 'right', keyed('a')))).toEqual({
      kind: 'match',
      subject,
    });
    expect(await store.attempt(attempt(id, 'wrong', keyed('b')))).toEqual({
      kind: 'idempotency_key_reused',
    });
    await store.end({ id, status: 'approved', epoch: 2 });
    expect(await store.attempt(attempt(id, 'wrong', keyed('b')))).toEqual({
      kind: 'idempotency_key_reused',
    });
    const approved = { kind: 'ended', status: 'approved' };
    expect(await store.attempt(attempt(id, 'right', keyed('a')))).toEqual(approved);
  });

  it('counts equal wrong codes under different keys as separate tries', async () => {
    const h = await setUp();
    const id = await opened(h.store);
    for (const key of ['x', 'y', 'z']) {
      await h.store.attempt(attempt(id, 'wrong', { idempotency: { key, fingerprint: 'a' } }));
    }
    expect(await left(h, id)).toBe(2);
  });

  it('names the channel of a code that was entered before the provider answered', async () => {
    const { store } = await setUp();
    const command = start(store);
    await store.open(command);
    expect(await store.attempt(attempt(command.id, 'right'))).toEqual({
      kind: 'match',
      subject: { ...subject, isSending: true },
    });
  });

  it('charging moves no expiry', async () => {
    const { store, now, advance } = await setUp();
    const id = await opened(store);
    const expiresAtMs = now() + CODE_TTL_MS;
    await advance(MINUTE);
    await wrongTimes(store, id, 3);
    expect(await store.read(id, shop)).toMatchObject({ expiresAtMs, attemptsRemaining: 2 });
    await advance(CODE_TTL_MS - MINUTE - SECOND);
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('match');
    await advance(SECOND);
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('ended');
  });
}
