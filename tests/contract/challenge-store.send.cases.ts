/** Contract cases of the gap, of resends and of settlement (decisions 12, 13, 16). */

import type { FactorId, MessageId } from '../../src/domain/ids.js';
import {
  attempt,
  HOUR,
  MINUTE,
  opened,
  other,
  resend,
  SECOND,
  send,
  shop,
  start,
  wrongTimes,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

const keyed = (fingerprint: string) => ({ idempotency: { key: 'idem-r', fingerprint } });
const LONG = { send: send({ ttlMs: HOUR }) };

export function sendCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  it('keeps a gap per employee and number that doubles from 30 s to 240 s', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, LONG);
    for (const gapMs of [30, 60, 120, 240, 240].map((seconds) => seconds * SECOND)) {
      const refused = { kind: 'cooldown', retryAfterMs: gapMs };
      expect(await store.reserveResend(resend(id))).toEqual(refused);
      expect(await store.open(start(store, { clientId: other }))).toEqual(refused);
      await advance(gapMs);
      const command = resend(id);
      expect((await store.reserveResend(command)).kind).toBe('reserved');
      const { messageId } = command.send;
      await store.settleSend({ id, messageId, outcome: 'accepted' });
    }
  });

  it('leaves other numbers and other employees out of the gap', async () => {
    const { store } = await setUp();
    await opened(store);
    const elsewhere = start(store, { send: send({ numberKey: 'number-2' }) });
    expect((await store.open(elsewhere)).kind).toBe('opened');
    const someone = start(store, { userId: 'bob' as typeof elsewhere.userId });
    expect((await store.open(someone)).kind).toBe('opened');
  });

  it('begins at 30 s again ten minutes after the last send', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, LONG);
    await advance(30 * SECOND);
    const command = resend(id);
    await store.reserveResend(command);
    await store.settleSend({ id, messageId: command.send.messageId, outcome: 'accepted' });
    await advance(10 * MINUTE);
    await store.reserveResend(resend(id));
    await advance(30 * SECOND);
    expect((await store.reserveResend(resend(id))).kind).toBe('reserved');
  });

  it('an approval ends the running gap and not its growth', async () => {
    const { store, now } = await setUp();
    const id = await opened(store);
    await store.end({ id, status: 'approved', epoch: 2 });
    const outcome = await store.open(start(store));
    expect(outcome).toMatchObject({
      challenge: { delivery: { resendAvailableAtMs: now() + MINUTE } },
    });
  });

  it('a resend reserves the same code, in another language, and prolongs nothing', async () => {
    const { store, now, advance } = await setUp();
    const id = await opened(store);
    const before = await store.read(id, shop);
    await advance(30 * SECOND);
    const command = resend(id, { send: send({ locale: 'de' }) });
    expect(await store.reserveResend(command)).toMatchObject({
      kind: 'reserved',
      challenge: {
        expiresAtMs: before && 'expiresAtMs' in before ? before.expiresAtMs : 0,
        delivery: {
          destination: 0,
          locale: 'de',
          status: 'unknown',
          updatedAtMs: now(),
          resendAvailableAtMs: now() + MINUTE,
        },
      },
    });
    const inFlight = { kind: 'in_flight', retryAfterMs: 30 * SECOND };
    expect(await store.reserveResend(resend(id))).toEqual(inFlight);
    await store.settleSend({ id, messageId: command.send.messageId, outcome: 'accepted' });
    expect(await store.read(id, shop)).toMatchObject({ delivery: { status: 'accepted' } });
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('match');
  });

  it('refuses a resend with under a minute of life left', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store);
    await advance(4 * MINUTE + SECOND);
    expect(await store.reserveResend(resend(id))).toEqual({ kind: 'expiring' });
  });

  it('refuses a resend of what is foreign, waiting, ended or another destination by now', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    const foreign = resend(id, { clientId: other });
    expect(await store.reserveResend(foreign)).toEqual({ kind: 'not_found' });
    const waiting = await opened(store, { send: null });
    expect(await store.reserveResend(resend(waiting))).toEqual({ kind: 'code_not_sent' });
    for (const over of [{ factorVersion: 4 }, { factorId: 'factor-2' as FactorId }]) {
      const moved = resend(id, { send: send(over) });
      expect(await store.reserveResend(moved)).toEqual({ kind: 'conflict' });
    }
    await wrongTimes(store, id, 5);
    const ended = { kind: 'ended', status: 'max_attempts_reached' };
    expect(await store.reserveResend(resend(id))).toEqual(ended);
  });

  it('refuses a resend while the person is locked or disabled', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store);
    await advance(30 * SECOND);
    const locked = { epoch: 1, failures: 12, lockedForMs: MINUTE };
    const disabled = { epoch: 1, failures: 50, lockedForMs: 0 };
    const refused = { kind: 'locked', retryAfterMs: MINUTE };
    expect(await store.reserveResend(resend(id, { counter: locked }))).toEqual(refused);
    expect(await store.reserveResend(resend(id, { counter: disabled }))).toEqual({
      kind: 'disabled',
    });
  });

  it('counts resends among the 20 tries an hour', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, LONG);
    for (let i = 1; i < 20; i += 1) {
      await advance(30 * SECOND);
      const command = resend(id, { send: send({ numberKey: `n${i}` }) });
      expect((await store.reserveResend(command)).kind).toBe('reserved');
      await store.settleSend({ id, messageId: command.send.messageId, outcome: 'refused' });
    }
    await advance(30 * SECOND);
    expect(await store.reserveResend(resend(id))).toEqual({
      kind: 'limit',
      limit: 'send_tries',
      retryAfterMs: HOUR - 10 * MINUTE,
    });
  });

  it('answers a repeated resend with the challenge as it is now, for an hour', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { send: send({ ttlMs: 2 * HOUR }) });
    await advance(30 * SECOND);
    const command = resend(id, keyed('a'));
    await store.reserveResend(command);
    expect((await store.reserveResend(resend(id, keyed('a')))).kind).toBe('in_flight');
    await store.settleSend({ id, messageId: command.send.messageId, outcome: 'unknown' });
    expect(await store.reserveResend(resend(id, keyed('a')))).toMatchObject({
      kind: 'repeated',
      challenge: { id, delivery: { status: 'unknown' } },
    });
    const changed = resend(id, keyed('b'));
    expect(await store.reserveResend(changed)).toEqual({ kind: 'idempotency_key_reused' });
    await store.end({ id, status: 'canceled' });
    expect(await store.reserveResend(resend(id, keyed('a')))).toEqual({
      kind: 'repeated',
      challenge: { id, clientId: shop, nonceDigest: null, status: 'canceled' },
    });
    await advance(HOUR);
    expect((await store.reserveResend(resend(id, keyed('a')))).kind).toBe('ended');
  });

  it('a refused first send leaves nothing to find, but the try stays used', async () => {
    const { store } = await setUp();
    const command = start(store, {
      nonceDigest: 'n1',
      idempotency: { key: 'idem', fingerprint: 'a' },
    });
    await store.open(command);
    const messageId = command.send?.messageId ?? ('' as MessageId);
    await store.settleSend({ id: command.id, messageId, outcome: 'refused' });
    expect(await store.read(command.id, shop)).toBeUndefined();
    const again = start(store, {
      nonceDigest: 'n1',
      idempotency: { key: 'idem', fingerprint: 'b' },
    });
    expect((await store.open(again)).kind).toBe('opened');
    for (let i = 0; i < 4; i += 1) await opened(store, { send: null });
    expect((await store.open(start(store, { send: null }))).kind).toBe('limit');
  });

  it('a refused resend brings back the gap, the delivery and the key as they were', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { send: send({ ttlMs: HOUR }) });
    await advance(30 * SECOND);
    const before = await store.read(id, shop);
    const command = resend(id, { ...keyed('a'), send: send({ locale: 'fr' }) });
    await store.reserveResend(command);
    const refused = { id, messageId: command.send.messageId, outcome: 'refused' } as const;
    await store.settleSend(refused);
    expect(await store.read(id, shop)).toEqual(before);
    expect((await store.reserveResend(resend(id, keyed('b')))).kind).toBe('reserved');
    await store.settleSend(refused);
    expect(await store.reserveResend(resend(id))).toMatchObject({ kind: 'in_flight' });
  });

  it('a refused send takes no gap back that another send has started since', async () => {
    const { store, advance } = await setUp();
    const flying = start(store, { send: send({ ttlMs: HOUR }) });
    await store.open(flying);
    await advance(30 * SECOND);
    await opened(store);
    const messageId = flying.send?.messageId ?? ('' as MessageId);
    await store.settleSend({ id: flying.id, messageId, outcome: 'refused' });
    const refused = { kind: 'cooldown', retryAfterMs: MINUTE };
    expect(await store.open(start(store))).toEqual(refused);
  });

  it('settles once: a later word on the same send changes nothing', async () => {
    const { store } = await setUp();
    const command = start(store);
    await store.open(command);
    const messageId = command.send?.messageId ?? ('' as MessageId);
    for (const outcome of ['accepted', 'refused', 'unknown'] as const) {
      await store.settleSend({ id: command.id, messageId, outcome });
      expect(await store.read(command.id, shop)).toMatchObject({
        delivery: { status: 'accepted' },
      });
    }
    const unknown = store.newId(command);
    await store.settleSend({ id: unknown, messageId, outcome: 'accepted' });
    expect(await store.read(unknown, shop)).toBeUndefined();
  });

  it('a send that nobody settled counts as unknown when the next is reserved', async () => {
    const { store, advance } = await setUp();
    const command = start(store, { send: send({ ttlMs: HOUR }) });
    await store.open(command);
    await advance(30 * SECOND);
    const next = resend(command.id);
    expect((await store.reserveResend(next)).kind).toBe('reserved');
    const { messageId } = next.send;
    await store.settleSend({ id: command.id, messageId, outcome: 'refused' });
    expect(await store.read(command.id, shop)).toMatchObject({ delivery: { status: 'unknown' } });
    expect(await store.attempt(attempt(command.id, 'right'))).toMatchObject({
      subject: { channels: ['sms'] },
    });
  });
}
