/** Contract cases of failure counters: handed over, locked, disabled, discarded (decisions 7, 8). */

import type { ChallengeId } from '../../src/domain/ids.js';
import {
  attempt,
  HOUR,
  MINUTE,
  opened,
  SECOND,
  send,
  start,
  wrongTimes,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

const counter = (failures: number, over: { epoch?: number; lockedForMs?: number } = {}) => ({
  epoch: 1,
  failures,
  lockedForMs: 0,
  ...over,
});

export function counterCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  it('R018: counts failures across challenges, and locks from the tenth on for 30 s, doubling', async () => {
    const { store, advance } = await setUp();
    const first = await opened(store);
    expect(await wrongTimes(store, first, 5)).toEqual(Array(5).fill('mismatch'));
    await advance(30 * SECOND);
    const second = await opened(store);
    expect(await wrongTimes(store, second, 5)).toEqual(Array(5).fill('mismatch'));
    await advance(MINUTE);
    const third = await opened(store);
    for (const lockMs of [60 * SECOND, 120 * SECOND]) {
      expect((await store.attempt(attempt(third, 'wrong'))).kind).toBe('mismatch');
      expect(await store.attempt(attempt(third, 'right'))).toMatchObject({
        kind: 'locked',
        retryAfterMs: lockMs,
        subject: { userId: 'alice' },
      });
      await advance(lockMs);
    }
    expect((await store.attempt(attempt(third, 'right'))).kind).toBe('match');
  });

  it('counts nothing while locked, and says how much life is left', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { counter: counter(9) });
    expect(await wrongTimes(store, id, 4)).toEqual(['mismatch', 'locked', 'locked', 'locked']);
    expect(await store.attempt(attempt(id, 'right'))).toMatchObject({
      retryAfterMs: 30 * SECOND,
      lifeLeftMs: 5 * MINUTE,
    });
    await advance(30 * SECOND);
    expect(await store.attempt(attempt(id, 'wrong'))).toMatchObject({ attemptsRemaining: 3 });
  });

  it('locks for an hour at most', async () => {
    const { store } = await setUp();
    const id = await opened(store, { counter: counter(30) });
    await store.attempt(attempt(id, 'wrong'));
    expect(await store.attempt(attempt(id, 'right'))).toMatchObject({ retryAfterMs: HOUR });
  });

  it('R020: refuses every code, also the right one, after 50 failures in a row', async () => {
    const { store } = await setUp();
    const id = await opened(store, { counter: counter(49) });
    expect((await store.attempt(attempt(id, 'wrong'))).kind).toBe('mismatch');
    expect(await store.attempt(attempt(id, 'right'))).toEqual({ kind: 'disabled' });
  });

  it.each([
    ['a newer epoch replaces', counter(0, { epoch: 2 }), 'match'],
    ['an equal epoch takes the larger', counter(3), 'disabled'],
    ['an older epoch is ignored', counter(0, { epoch: 0 }), 'disabled'],
  ])('hand-over: %s', async (_what, handed, kind) => {
    const { store, advance } = await setUp();
    const id = await opened(store, { counter: counter(49) });
    await store.attempt(attempt(id, 'wrong'));
    await advance(HOUR + 30 * SECOND);
    const again = start(store, { counter: handed });
    const outcome = await store.open(again);
    if (kind === 'disabled') expect(outcome).toEqual({ kind });
    else expect(await store.attempt(attempt(again.id, 'right'))).toMatchObject({ kind });
  });

  it('hand-over: a lock of the same epoch takes the longer', async () => {
    const { store } = await setUp();
    const id = await opened(store, { counter: counter(9) });
    await store.attempt(attempt(id, 'wrong'));
    const lock = (lockedForMs: number) =>
      store.open(start(store, { counter: counter(10, { lockedForMs }) }));
    expect(await lock(SECOND)).toEqual({ kind: 'locked', retryAfterMs: 30 * SECOND });
    expect(await lock(MINUTE)).toEqual({ kind: 'locked', retryAfterMs: MINUTE });
    expect(await store.attempt(attempt(id, 'right'))).toMatchObject({ retryAfterMs: MINUTE });
  });

  it('asks for a counter that it forgot, and never takes it for zero', async () => {
    const { store, advance } = await setUp();
    const ttlMs = 3 * HOUR;
    const id = await opened(store, { send: send({ ttlMs }) });
    await advance(2 * HOUR + SECOND);
    expect(await store.attempt(attempt(id, 'right'))).toMatchObject({
      kind: 'counter_missing',
      subject: { companyId: 'acme', userId: 'alice', factorState: 'active' },
    });
    const disabled = attempt(id, 'right', { counter: counter(50) });
    expect(await store.attempt(disabled)).toEqual({ kind: 'disabled' });
    expect(await store.attempt(attempt(id, 'right'))).toEqual({ kind: 'disabled' });
  });

  it('an approval starts the epoch that it names, so that older failures are ignored', async () => {
    const { store } = await setUp();
    const id = await opened(store, { counter: counter(8) });
    await wrongTimes(store, id, 1);
    await store.end({ id, status: 'approved', epoch: 2 });
    const next = await opened(store, { counter: counter(49) });
    expect(await wrongTimes(store, next, 4)).toEqual(Array(4).fill('mismatch'));
    expect((await store.attempt(attempt(next, 'right'))).kind).toBe('match');
  });

  it('an approval of an older epoch lifts no lock, one of a newer epoch does', async () => {
    const { store } = await setUp();
    const aims = ['number-1', 'number-2', 'number-3'].map((numberKey) => send({ numberKey }));
    const [locked, older, newer] = await Promise.all(
      aims.map((aim) => opened(store, { send: aim, counter: counter(9, { epoch: 2 }) })),
    );
    if (!locked || !older || !newer) throw new Error('not opened');
    await wrongTimes(store, locked, 1);
    await store.end({ id: older, status: 'approved', epoch: 2 });
    expect((await store.attempt(attempt(locked, 'right'))).kind).toBe('locked');
    await store.end({ id: newer, status: 'approved', epoch: 3 });
    expect((await store.attempt(attempt(locked, 'right'))).kind).toBe('match');
  });

  it('counts guesses at a pending factor on it alone, and discards it at ten', async () => {
    const { store } = await setUp();
    const enrol = async (failures: number): Promise<ChallengeId> => {
      const command = start(store, {
        send: send({ factorState: 'pending', numberKey: `n${failures}` }),
        counter: counter(failures, { epoch: 0 }),
      });
      await store.open(command);
      return command.id;
    };
    const first = await enrol(8);
    expect(await store.attempt(attempt(first, 'wrong'))).toMatchObject({ attemptsRemaining: 4 });
    expect(await store.attempt(attempt(first, 'wrong'))).toMatchObject({ attemptsRemaining: 0 });
    const ended = { kind: 'ended', status: 'max_attempts_reached' };
    expect(await store.attempt(attempt(first, 'right'))).toEqual(ended);
    const second = await enrol(9);
    expect(await store.attempt(attempt(second, 'right'))).toEqual(ended);
    const active = await opened(store, { counter: counter(0) });
    expect(await wrongTimes(store, active, 2)).toEqual(['mismatch', 'mismatch']);
  });
}
