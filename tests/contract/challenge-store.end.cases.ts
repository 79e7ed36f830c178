/** Contract cases of how challenges end. */

import type { CompanyId, UserId } from '../../src/domain/ids.js';
import {
  alice,
  attempt,
  CODE_TTL_MS,
  opened,
  SECOND,
  send,
  shop,
  start,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

export function endCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  it.each(['approved', 'canceled', 'max_attempts_reached'] as const)(
    'remembers %s and tells nothing more of the challenge',
    async (status) => {
      const { store } = await setUp();
      const id = await opened(store);
      await store.end({ id, status });
      expect(await store.read(id, shop)).toEqual({ id, clientId: shop, nonceDigest: null, status });
      expect(await store.attempt(attempt(id, 'right'))).toEqual({ kind: 'ended', status });
    },
  );

  it('lets nothing stand above an approval, and an approval above everything', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    await store.end({ id, status: 'canceled' });
    await store.end({ id, status: 'max_attempts_reached' });
    expect(await store.read(id, shop)).toMatchObject({ status: 'canceled' });
    await store.end({ id, status: 'approved', epoch: 2 });
    await store.end({ id, status: 'canceled' });
    await store.cancelAll(alice);
    expect(await store.read(id, shop)).toMatchObject({ status: 'approved' });
  });

  it('R127: tells one caller alone that they ended it, of any number at once', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    const ends = Array.from({ length: 8 }, () => store.end({ id, status: 'approved', epoch: 2 }));
    expect((await Promise.all(ends)).filter((isFirst) => isFirst)).toHaveLength(1);
    expect(await store.end({ id, status: 'canceled' })).toBe(false);
    expect(await store.end({ id: store.newId(alice), status: 'approved' })).toBe(false);
  });

  it('remembers the end of a challenge that expired meanwhile', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store);
    await advance(CODE_TTL_MS + SECOND);
    await store.end({ id, status: 'approved', epoch: 2 });
    expect(await store.read(id, shop)).toMatchObject({ status: 'approved' });
  });

  it('leaves unknown ids alone', async () => {
    const { store } = await setUp();
    const id = store.newId(alice);
    await store.end({ id, status: 'approved', epoch: 2 });
    expect(await store.read(id, shop)).toBeUndefined();
  });

  it("cancelAll ends every open challenge of the person and nobody else's", async () => {
    const { store } = await setUp();
    const waiting = await opened(store, { send: null });
    const pending = await opened(store);
    const approved = await opened(store, { send: send({ numberKey: 'n2' }) });
    await store.end({ id: approved, status: 'approved', epoch: 2 });
    const others = [{ userId: 'bob' as UserId }, { companyId: 'globex' as CompanyId }];
    const theirs = [];
    for (const over of others) theirs.push(await opened(store, over));
    await store.cancelAll(alice);
    for (const id of [waiting, pending]) {
      expect(await store.read(id, shop)).toMatchObject({ status: 'canceled' });
    }
    expect(await store.read(approved, shop)).toMatchObject({ status: 'approved' });
    for (const id of theirs)
      expect(await store.read(id, shop)).toMatchObject({ status: 'pending' });
  });

  it('cancelAll frees the places of what it ended', async () => {
    const { store } = await setUp();
    for (let i = 0; i < 5; i += 1) await opened(store, { send: null });
    await store.cancelAll(alice);
    expect((await store.open(start(store, { send: null }))).kind).toBe('opened');
  });

  it('cancelAll reaches a challenge whose number was corrected to live longer', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { send: null });
    const aim = send({ factorState: 'pending', ttlMs: 20 * 60 * SECOND });
    const command = { id, clientId: shop, idempotency: null, send: aim, destination: 0 };
    const counter = { epoch: 0, failures: 0, lockedForMs: 0 };
    await store.reserveDestination({ ...command, counter });
    await advance(16 * 60 * SECOND);
    await store.cancelAll(alice);
    expect(await store.read(id, shop)).toMatchObject({ status: 'canceled' });
  });
}
