/** Contract cases of opening and reading challenges. */

import type { ChallengeId, CompanyId, UserId } from '../../src/domain/ids.js';
import {
  alice,
  attempt,
  CODE_TTL_MS,
  HOUR,
  MINUTE,
  NO_FAILURES,
  opened,
  other,
  SECOND,
  send,
  shop,
  start,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

const keyed = (fingerprint: string) => ({ key: 'idem-1', fingerprint });
const waiting = { send: null };

export function openCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  it('opens a pending challenge that reads back for its own client alone', async () => {
    const { store, now } = await setUp();
    const command = start(store);
    const expected = {
      ...alice,
      id: command.id,
      clientId: shop,
      purpose: 'sign_in',
      action: null,
      door: null,
      nonceDigest: null,
      status: 'pending',
      canSkip: false,
      attemptsRemaining: 5,
      expiresAtMs: now() + CODE_TTL_MS,
      nowMs: now(),
      delivery: {
        factorId: 'factor-1',
        factorVersion: 3,
        factorState: 'active',
        destination: 0,
        keyId: 'k1',
        codeLength: 6,
        channel: 'sms',
        locale: 'en',
        status: 'unknown',
        reason: null,
        updatedAtMs: now(),
        resendAvailableAtMs: now() + 30 * SECOND,
      },
    };
    expect(await store.open(command)).toEqual({ kind: 'opened', challenge: expected });
    expect(await store.read(command.id, shop)).toEqual(expected);
    expect(await store.read(command.id, other)).toBeUndefined();
  });

  it('opens a challenge that waits 15 minutes for a number', async () => {
    const { store, now, advance } = await setUp();
    const command = start(store, { ...waiting, canSkip: true });
    expect(await store.open(command)).toMatchObject({
      kind: 'opened',
      challenge: {
        status: 'enrolment_required',
        canSkip: true,
        delivery: null,
        expiresAtMs: now() + 15 * MINUTE,
      },
    });
    expect((await store.attempt(attempt(command.id, 'right'))).kind).toBe('code_not_sent');
    await advance(15 * MINUTE);
    expect(await store.read(command.id, shop)).toMatchObject({ status: 'expired' });
  });

  it('keeps the end state of an expired challenge for an hour', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store);
    await advance(CODE_TTL_MS);
    expect(await store.read(id, shop)).toEqual({
      id,
      clientId: shop,
      nonceDigest: null,
      status: 'expired',
    });
    expect(await store.attempt(attempt(id, 'right'))).toEqual({ kind: 'ended', status: 'expired' });
    await advance(HOUR - SECOND);
    expect(await store.read(id, shop)).toMatchObject({ status: 'expired' });
    await advance(SECOND);
    expect(await store.read(id, shop)).toBeUndefined();
  });

  it('R011: draws ids with 144 random bits that share nothing but the partition', async () => {
    const { store } = await setUp();
    const ids = Array.from({ length: 1_000 }, () => store.newId(alice));
    expect(new Set(ids.map((id) => id.slice(7))).size).toBe(1_000);
    for (const id of ids) expect(id).toMatch(/^chl_[0-9a-f]{3}[A-Za-z0-9_-]{24}$/);
    for (let at = 7; at < 31; at += 1) {
      expect(new Set(ids.map((id) => id[at])).size).toBeGreaterThan(16);
    }
  });

  it('does not find forged, foreign or unknown ids', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    const forged = [`chl_${id[4] === '0' ? '1' : '0'}${id.slice(5)}`, `${id}x`, '', 'chl_zzz'];
    for (const unknown of [...forged, store.newId(alice)] as ChallengeId[]) {
      expect(await store.read(unknown, shop)).toBeUndefined();
      expect(await store.attempt(attempt(unknown, 'right'))).toEqual({ kind: 'not_found' });
    }
    expect(await store.attempt(attempt(id, 'right', { clientId: other }))).toEqual({
      kind: 'not_found',
    });
  });

  it('finds the challenge of an equal nonce and sends nothing', async () => {
    const { store } = await setUp();
    const id = await opened(store, { nonceDigest: 'n1' });
    const again = await store.open(start(store, { nonceDigest: 'n1' }));
    expect(again).toMatchObject({ kind: 'existing', by: 'nonce', challenge: { id } });
  });

  it.each([
    ['client', { clientId: other }],
    ['company', { companyId: 'globex' as CompanyId }],
    ['employee', { userId: 'bob' as UserId }],
    ['nonce', { nonceDigest: 'n2' }],
  ])('does not coalesce requests of another %s', async (_what, over) => {
    const { store, advance } = await setUp();
    await opened(store, { nonceDigest: 'n1' });
    await advance(30 * SECOND);
    const outcome = await store.open(start(store, { nonceDigest: 'n1', ...over }));
    expect(outcome.kind).toBe('opened');
  });

  it.each(['accepted', 'unknown'] as const)(
    'answers "in flight" to a repeat until the first send is %s',
    async (outcome) => {
      const { store } = await setUp();
      const first = start(store, { nonceDigest: 'n1', idempotency: keyed('a') });
      await store.open(first);
      const repeats = [{ nonceDigest: 'n1' }, { idempotency: keyed('a') }];
      for (const repeat of repeats) {
        expect(await store.open(start(store, repeat))).toEqual({
          kind: 'in_flight',
          retryAfterMs: 30 * SECOND,
        });
      }
      await store.settleSend({ id: first.id, messageId: first.send?.messageId ?? fail(), outcome });
      for (const repeat of repeats) {
        expect(await store.open(start(store, repeat))).toMatchObject({
          kind: 'existing',
          challenge: { id: first.id, delivery: { status: outcome } },
        });
      }
    },
  );

  it('takes a send that nobody settled for unknown after 30 s', async () => {
    const { store, advance } = await setUp();
    await store.open(start(store, { nonceDigest: 'n1' }));
    await advance(30 * SECOND);
    expect(await store.open(start(store, { nonceDigest: 'n1' }))).toMatchObject({
      kind: 'existing',
      challenge: { delivery: { status: 'unknown' } },
    });
  });

  it('answers a reload after the approval with the approved challenge', async () => {
    const { store } = await setUp();
    const id = await opened(store, { nonceDigest: 'n1' });
    await store.end({ id, status: 'approved', epoch: 2 });
    expect(await store.open(start(store, { nonceDigest: 'n1' }))).toEqual({
      kind: 'existing',
      by: 'nonce',
      challenge: { id, clientId: shop, nonceDigest: 'n1', status: 'approved' },
    });
  });

  it.each(['canceled', 'max_attempts_reached'] as const)(
    'starts anew with the nonce of a challenge that is %s',
    async (status) => {
      const { store, advance } = await setUp();
      const id = await opened(store, { nonceDigest: 'n1' });
      await store.end({ id, status });
      await advance(30 * SECOND);
      const again = await store.open(start(store, { nonceDigest: 'n1' }));
      expect(again.kind).toBe('opened');
    },
  );

  it('lets a client have five challenges of a person open', async () => {
    const { store, advance } = await setUp();
    for (let i = 0; i < 5; i += 1) {
      await opened(store, waiting);
      await advance(SECOND);
    }
    expect(await store.open(start(store, waiting))).toEqual({
      kind: 'limit',
      limit: 'open_challenges',
      retryAfterMs: 15 * MINUTE - 5 * SECOND,
    });
    expect((await store.open(start(store, { ...waiting, clientId: other }))).kind).toBe('opened');
    await advance(15 * MINUTE - 5 * SECOND);
    expect((await store.open(start(store, waiting))).kind).toBe('opened');
  });

  it('frees the place of a challenge that ended or was used up', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store);
    for (let i = 0; i < 4; i += 1) await opened(store, waiting);
    expect((await store.open(start(store, waiting))).kind).toBe('limit');
    for (let i = 0; i < 5; i += 1) await store.attempt(attempt(id, 'wrong'));
    const fifth = start(store, waiting);
    expect((await store.open(fifth)).kind).toBe('opened');
    await store.end({ id: fifth.id, status: 'canceled' });
    await advance(SECOND);
    expect((await store.open(start(store, waiting))).kind).toBe('opened');
  });

  it('refuses the 21st try to send within an hour, also when all of them were refused', async () => {
    const { store, advance } = await setUp();
    for (let i = 0; i < 20; i += 1) {
      const command = start(store, { send: send({ numberKey: `n${i}` }) });
      await store.open(command);
      const messageId = command.send?.messageId ?? fail();
      await store.settleSend({ id: command.id, messageId, outcome: 'refused' });
      await advance(SECOND);
    }
    expect(await store.open(start(store))).toEqual({
      kind: 'limit',
      limit: 'send_tries',
      retryAfterMs: HOUR - 20 * SECOND,
    });
    expect((await store.open(start(store, { clientId: other }))).kind).toBe('opened');
    await advance(HOUR - 20 * SECOND);
    expect((await store.open(start(store))).kind).toBe('opened');
  });

  it.each([
    [
      { epoch: 1, failures: 11, lockedForMs: MINUTE },
      { kind: 'locked', retryAfterMs: MINUTE },
    ],
    [{ epoch: 1, failures: 50, lockedForMs: 0 }, { kind: 'disabled' }],
  ])('refuses to send for the counter %j', async (counter, refusal) => {
    const { store } = await setUp();
    expect(await store.open(start(store, { counter }))).toEqual(refusal);
    expect((await store.open(start(store, { ...waiting, counter }))).kind).toBe('opened');
    const enrolment = send({ factorState: 'pending' });
    const pending = start(store, { send: enrolment, counter: NO_FAILURES });
    expect((await store.open(pending)).kind).toBe('opened');
  });
}

function fail(): never {
  throw new Error('no send');
}
