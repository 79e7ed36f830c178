/** Contract cases of enrolments: giving a number, correcting it, a number that is refused. */

import type { ChallengeId } from '../../src/domain/ids.js';
import {
  alice,
  attempt,
  CODE_TTL_MS,
  destination,
  HOUR,
  MINUTE,
  opened,
  other,
  SECOND,
  send,
  shop,
  start,
  wrongTimes,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

export function destinationCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  const aim = async ({ store }: ChallengeStoreHarness, id: ChallengeId, nth: number) => {
    const command = destination(id, nth);
    const outcome = await store.reserveDestination(command);
    await store.settleSend({ id, messageId: command.send.messageId, outcome: 'accepted' });
    return outcome;
  };

  it('turns a waiting challenge into a pending one with the life of its code', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null });
    await h.advance(10 * MINUTE);
    expect(await aim(h, id, 0)).toMatchObject({
      kind: 'reserved',
      challenge: {
        id,
        status: 'pending',
        expiresAtMs: h.now() + CODE_TTL_MS,
        delivery: { destination: 0, factorState: 'pending', factorId: 'factor-pending' },
      },
    });
    expect(await h.store.attempt(attempt(id, 'right-0'))).toMatchObject({
      kind: 'match',
      subject: { factorState: 'pending', factorId: 'factor-pending', channels: ['sms'] },
    });
  });

  it('a corrected number has another code, a new life and the tries that are left', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null });
    await aim(h, id, 0);
    await wrongTimes(h.store, id, 2);
    await h.advance(MINUTE);
    expect(await aim(h, id, 1)).toMatchObject({
      challenge: {
        attemptsRemaining: 3,
        expiresAtMs: h.now() + CODE_TTL_MS,
        delivery: { destination: 1 },
      },
    });
    expect(await h.store.attempt(attempt(id, 'right-0'))).toMatchObject({
      kind: 'mismatch',
      attemptsRemaining: 2,
    });
    expect((await h.store.attempt(attempt(id, 'right-1'))).kind).toBe('match');
    await h.advance(CODE_TTL_MS);
    expect(await h.store.read(id, shop)).toMatchObject({ status: 'expired' });
    await h.advance(HOUR - SECOND);
    expect(await h.store.read(id, shop)).toMatchObject({ status: 'expired' });
  });

  it('a match that was told for one number is no match for the next', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null });
    await aim(h, id, 0);
    const guess = attempt(id, 'right-0', { idempotency: { key: 'k', fingerprint: 'a' } });
    expect((await h.store.attempt(guess)).kind).toBe('match');
    await aim(h, id, 1);
    expect((await h.store.attempt(guess)).kind).toBe('mismatch');
  });

  it('takes three numbers at most', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null });
    for (const nth of [0, 1, 2]) expect((await aim(h, id, nth)).kind).toBe('reserved');
    expect(await aim(h, id, 3)).toEqual({ kind: 'destinations_used_up' });
  });

  it('refuses another destination than the next one, and challenges that are no enrolment', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null });
    expect(await aim(h, id, 1)).toEqual({ kind: 'conflict' });
    await aim(h, id, 0);
    expect(await aim(h, id, 0)).toEqual({ kind: 'conflict' });
    const signIn = await opened(h.store);
    expect(await aim(h, signIn, 1)).toEqual({ kind: 'conflict' });
  });

  it('refuses what is foreign, in flight, too soon for the number, or ended', async () => {
    const { store } = await setUp();
    const id = await opened(store, { send: null });
    const foreign = destination(id, 0, { clientId: other });
    expect(await store.reserveDestination(foreign)).toEqual({ kind: 'not_found' });
    const first = destination(id, 0);
    await store.reserveDestination(first);
    const inFlight = { kind: 'in_flight', retryAfterMs: 30 * SECOND };
    expect(await store.reserveDestination(destination(id, 1))).toEqual(inFlight);
    await store.settleSend({ id, messageId: first.send.messageId, outcome: 'accepted' });
    const same = destination(id, 1, { send: first.send });
    const cooldown = { kind: 'cooldown', retryAfterMs: 30 * SECOND };
    expect(await store.reserveDestination(same)).toEqual(cooldown);
    await store.cancelAll(alice);
    const ended = { kind: 'ended', status: 'canceled' };
    expect(await store.reserveDestination(destination(id, 1))).toEqual(ended);
  });

  it('a refused first number leaves the challenge waiting for what is left of its 15 minutes', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { send: null, nonceDigest: 'n1' });
    await advance(12 * MINUTE);
    const before = await store.read(id, shop);
    const command = destination(id, 0, { idempotency: { key: 'k', fingerprint: 'a' } });
    await store.reserveDestination(command);
    const { messageId } = command.send;
    await store.settleSend({ id, messageId, outcome: 'refused' });
    expect(await store.read(id, shop)).toEqual(before);
    const guess = attempt(id, 'right-0', { nonceDigest: 'n1' });
    expect(await store.attempt(guess)).toEqual({ kind: 'code_not_sent' });
    const same = destination(id, 0, { idempotency: { key: 'k', fingerprint: 'b' } });
    expect((await store.reserveDestination(same)).kind).toBe('reserved');
    await store.settleSend({ id, messageId: same.send.messageId, outcome: 'refused' });
    await advance(3 * MINUTE);
    expect(await store.read(id, shop)).toMatchObject({ status: 'expired' });
  });

  it('a refused number after the 15 minutes leaves an expired challenge', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { send: null });
    await advance(14 * MINUTE);
    const command = destination(id, 0);
    await store.reserveDestination(command);
    await advance(2 * MINUTE);
    const { messageId } = command.send;
    await store.settleSend({ id, messageId, outcome: 'refused' });
    expect(await store.read(id, shop)).toMatchObject({ status: 'expired' });
  });

  it('a refused correction brings back the earlier number, its code and its expiry', async () => {
    const h = await setUp();
    const { store, advance } = h;
    const id = await opened(store, { send: null });
    await aim(h, id, 0);
    await advance(MINUTE);
    const before = await store.read(id, shop);
    const longer = { ...destination(id, 1).send, codeLength: 8, keyId: 'k2' };
    const command = destination(id, 1, { send: longer });
    await store.reserveDestination(command);
    const { messageId } = command.send;
    await store.settleSend({ id, messageId, outcome: 'refused' });
    expect(await store.read(id, shop)).toEqual(before);
    expect((await store.attempt(attempt(id, 'right-0'))).kind).toBe('match');
    expect((await aim(h, id, 1)).kind).toBe('reserved');
  });

  it('a nonce finds the enrolment for as long as its newest code may live, and an hour more', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null, nonceDigest: 'n1' });
    await h.advance(14 * MINUTE);
    const late = destination(id, 0);
    await h.store.reserveDestination({ ...late, send: { ...late.send, ttlMs: 2 * HOUR } });
    await h.advance(2 * HOUR - SECOND);
    expect(await h.store.open(start(h.store, { send: null, nonceDigest: 'n1' }))).toMatchObject({
      kind: 'existing',
      challenge: { id },
    });
  });

  it('repeats a reservation under its key without sending again', async () => {
    const { store } = await setUp();
    const id = await opened(store, { send: null });
    const command = destination(id, 0, { idempotency: { key: 'k', fingerprint: 'a' } });
    await store.reserveDestination(command);
    expect((await store.reserveDestination(command)).kind).toBe('in_flight');
    await store.settleSend({ id, messageId: command.send.messageId, outcome: 'accepted' });
    expect(await store.reserveDestination(command)).toMatchObject({
      kind: 'repeated',
      challenge: { delivery: { destination: 0 } },
    });
    const changed = { ...command, idempotency: { key: 'k', fingerprint: 'b' } };
    expect(await store.reserveDestination(changed)).toEqual({ kind: 'idempotency_key_reused' });
  });

  it('a resend after a correction repeats the code of the newest number', async () => {
    const h = await setUp();
    const id = await opened(h.store, { send: null });
    await aim(h, id, 0);
    await h.advance(30 * SECOND);
    const { digest: _digest, ...again } = send(destination(id, 0).send);
    const counter = { epoch: 0, failures: 0, lockedForMs: 0 };
    const command = { id, clientId: shop, idempotency: null, send: again, counter };
    expect(await h.store.reserveResend(command)).toMatchObject({
      kind: 'reserved',
      challenge: { delivery: { destination: 0, factorState: 'pending' } },
    });
  });
}
