/** Contract cases of what the provider reports, and of automatic repeats (R043, R044). */

import type { ReceiptCommand, RepeatCommand } from '../../src/app/ports/challenge-commands.js';
import type { ChallengeStore } from '../../src/app/ports/challenge-store.js';
import type { ChallengeId, FactorId, MessageId } from '../../src/domain/ids.js';
import {
  attempt,
  destination,
  MINUTE,
  NO_FAILURES,
  opened,
  resend,
  SECOND,
  send,
  shop,
  start,
  wrongTimes,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

const FIRST = 'msg-first' as MessageId;
const SECOND_ONE = 'msg-second' as MessageId;
const sent = (over = {}) => ({ send: send({ messageId: FIRST, ...over }) });

const receipt = (
  id: ChallengeId,
  status: ReceiptCommand['status'],
  messageId = FIRST,
): ReceiptCommand => ({
  ...{ id, messageId, status },
  reason: status === 'undelivered' ? 'temporary' : null,
});

function repeat(id: ChallengeId, over: Partial<RepeatCommand> = {}): RepeatCommand {
  const { channel: _channel, locale: _locale, ...aim } = send({ messageId: SECOND_ONE });
  return { id, repeats: FIRST, send: aim, counter: NO_FAILURES, ...over };
}

async function deliveryOf(store: ChallengeStore, id: ChallengeId) {
  const challenge = await store.read(id, shop);
  return challenge && 'delivery' in challenge ? challenge.delivery : undefined;
}

export function receiptCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  it('R043: a report shows on the challenge and changes nothing else', async () => {
    const { store, now, advance } = await setUp();
    const id = await opened(store, sent());
    await wrongTimes(store, id, 2);
    await advance(10 * SECOND);
    const before = await store.read(id, shop);
    const delivery = before && 'delivery' in before ? before.delivery : null;
    await store.recordReceipt(receipt(id, 'delivered'));
    const shown = { ...delivery, status: 'delivered', reason: null, updatedAtMs: now() };
    expect(await store.read(id, shop)).toEqual({ ...before, delivery: shown });
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('match');
  });

  it('R043: reports move forward only, in whatever order and however often they come', async () => {
    const { store, now, advance } = await setUp();
    const id = await opened(store, sent());
    const at = now();
    await store.recordReceipt(receipt(id, 'undelivered'));
    const final = { status: 'undelivered', reason: 'temporary', updatedAtMs: at };
    for (const late of ['delivered', 'sent', 'undelivered', 'sent'] as const) {
      await advance(SECOND);
      await store.recordReceipt(receipt(id, late));
      expect(await deliveryOf(store, id)).toMatchObject(final);
    }
  });

  it('R043: a report prolongs nothing and is gone with the challenge', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, sent());
    await advance(4 * MINUTE);
    await store.recordReceipt(receipt(id, 'sent'));
    await advance(MINUTE);
    await store.recordReceipt(receipt(id, 'delivered'));
    expect(await store.read(id, shop)).toMatchObject({ status: 'expired' });
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('ended');
  });

  it.each(['approved', 'canceled', 'max_attempts_reached'] as const)(
    'R043: a report after the end leaves the challenge %s',
    async (status) => {
      const { store } = await setUp();
      const id = await opened(store, sent());
      await store.end({ id, status });
      const ended = await store.read(id, shop);
      await store.recordReceipt(receipt(id, 'delivered'));
      expect(await store.read(id, shop)).toEqual(ended);
      expect(await store.attempt(attempt(id, 'right'))).toEqual({ kind: 'ended', status });
      expect((await store.reserveRepeat(repeat(id))).kind).toBe('ended');
    },
  );

  it('a report of an unknown challenge or message makes nothing', async () => {
    const { store } = await setUp();
    const id = await opened(store, sent());
    const before = await store.read(id, shop);
    const never = store.newId(start(store));
    await store.recordReceipt(receipt(never, 'delivered'));
    await store.recordReceipt(receipt('nonsense' as ChallengeId, 'delivered'));
    await store.recordReceipt(receipt(id, 'undelivered', 'msg-of-another' as MessageId));
    expect(await store.read(never, shop)).toBeUndefined();
    expect(await store.read(id, shop)).toEqual(before);
  });

  it('a report that overtakes the answer of the provider is kept', async () => {
    const { store } = await setUp();
    const command = start(store, sent());
    await store.open(command);
    await store.recordReceipt(receipt(command.id, 'delivered'));
    expect(await deliveryOf(store, command.id)).toMatchObject({ status: 'delivered' });
    await store.settleSend({ id: command.id, messageId: FIRST, outcome: 'unknown' });
    expect(await deliveryOf(store, command.id)).toMatchObject({ status: 'delivered' });
  });

  it('a further message begins anew: reports of the one before are not shown', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, sent());
    await store.recordReceipt(receipt(id, 'sent'));
    await advance(30 * SECOND);
    await store.reserveResend(resend(id, { send: send({ messageId: SECOND_ONE }) }));
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'unknown', reason: null });
    await store.settleSend({ id, messageId: SECOND_ONE, outcome: 'accepted' });
    await store.recordReceipt(receipt(id, 'undelivered'));
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'accepted', reason: null });
    await store.recordReceipt(receipt(id, 'delivered', SECOND_ONE));
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'delivered' });
  });

  it('a refused further message brings back what was reported of the one before', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, sent());
    await store.recordReceipt(receipt(id, 'sent'));
    const before = await deliveryOf(store, id);
    await advance(30 * SECOND);
    await store.reserveResend(resend(id, { send: send({ messageId: SECOND_ONE }) }));
    await store.settleSend({ id, messageId: SECOND_ONE, outcome: 'refused' });
    expect(await deliveryOf(store, id)).toEqual(before);
    await store.recordReceipt(receipt(id, 'delivered'));
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'delivered' });
  });

  it('a message to a corrected number begins anew too', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { send: null });
    const to = (nth: number, messageId: MessageId) => {
      const command = destination(id, nth);
      return { ...command, send: { ...command.send, messageId } };
    };
    await store.reserveDestination(to(0, FIRST));
    await store.settleSend({ id, messageId: FIRST, outcome: 'accepted' });
    await store.recordReceipt(receipt(id, 'undelivered'));
    await advance(30 * SECOND);
    await store.reserveDestination(to(1, SECOND_ONE));
    await store.settleSend({ id, messageId: SECOND_ONE, outcome: 'accepted' });
    await store.recordReceipt(receipt(id, 'undelivered'));
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'accepted' });
  });

  it('repeats the last message inside the running gap, which moves on as for any other', async () => {
    const { store, now, advance } = await setUp();
    const id = await opened(store, sent());
    const before = await store.read(id, shop);
    await store.recordReceipt(receipt(id, 'undelivered'));
    await advance(SECOND);
    expect(await store.reserveRepeat(repeat(id))).toMatchObject({
      kind: 'reserved',
      challenge: {
        expiresAtMs: before && 'expiresAtMs' in before ? before.expiresAtMs : 0,
        delivery: {
          ...{ status: 'unknown', reason: null, channel: 'sms', locale: 'en' },
          resendAvailableAtMs: now() + MINUTE,
        },
      },
    });
    await store.settleSend({ id, messageId: SECOND_ONE, outcome: 'accepted' });
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'accepted', reason: null });
    expect(await store.reserveResend(resend(id))).toEqual({
      kind: 'cooldown',
      retryAfterMs: MINUTE,
    });
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('match');
  });

  it('a refused repeat leaves the challenge, its report and the gap as they were', async () => {
    const { store } = await setUp();
    const id = await opened(store, sent());
    await store.recordReceipt(receipt(id, 'undelivered'));
    const before = await store.read(id, shop);
    await store.reserveRepeat(repeat(id));
    await store.settleSend({ id, messageId: SECOND_ONE, outcome: 'refused' });
    expect(await store.read(id, shop)).toEqual(before);
  });

  it('repeats nothing that is not the last message, or to another phone by now', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, sent());
    const stale = repeat(id, { repeats: 'msg-of-another' as MessageId });
    expect(await store.reserveRepeat(stale)).toEqual({ kind: 'conflict' });
    const { send: aim } = repeat(id);
    for (const over of [{ factorVersion: 4 }, { factorId: 'factor-2' as FactorId }]) {
      const moved = repeat(id, { send: { ...aim, ...over } });
      expect(await store.reserveRepeat(moved)).toEqual({ kind: 'conflict' });
    }
    await advance(30 * SECOND);
    await store.reserveResend(resend(id));
    expect(await store.reserveRepeat(repeat(id))).toEqual({ kind: 'conflict' });
    const waiting = await opened(store, { send: null });
    expect(await store.reserveRepeat(repeat(waiting))).toEqual({ kind: 'code_not_sent' });
    const never = store.newId(start(store));
    expect(await store.reserveRepeat(repeat(never))).toEqual({ kind: 'not_found' });
  });

  it('repeats nothing in flight, locked, disabled, expiring or used up', async () => {
    const { store, advance } = await setUp();
    const flying = start(store, sent());
    await store.open(flying);
    expect((await store.reserveRepeat(repeat(flying.id))).kind).toBe('in_flight');
    await store.settleSend({ id: flying.id, messageId: FIRST, outcome: 'accepted' });
    const locked = { epoch: 1, failures: 12, lockedForMs: MINUTE };
    const refused = await store.reserveRepeat(repeat(flying.id, { counter: locked }));
    expect(refused).toEqual({ kind: 'locked', retryAfterMs: MINUTE });
    await advance(4 * MINUTE + SECOND);
    expect(await store.reserveRepeat(repeat(flying.id))).toEqual({ kind: 'expiring' });
    const disabled = { epoch: 1, failures: 50, lockedForMs: 0 };
    const never = await store.reserveRepeat(repeat(flying.id, { counter: disabled }));
    expect(never).toEqual({ kind: 'disabled' });
  });

  it('repeats what nobody settled once it counts as unknown', async () => {
    const { store, advance } = await setUp();
    const flying = start(store, sent());
    await store.open(flying);
    await advance(30 * SECOND);
    const { id } = flying;
    expect((await store.reserveRepeat(repeat(id))).kind).toBe('reserved');
    await store.settleSend({ id, messageId: SECOND_ONE, outcome: 'refused' });
    await store.recordReceipt(receipt(id, 'delivered'));
    expect(await deliveryOf(store, id)).toMatchObject({ status: 'delivered' });
  });
}
