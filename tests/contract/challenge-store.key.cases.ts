/** Contract cases of the Idempotency-Key of a start. */

import type { UserId } from '../../src/domain/ids.js';
import {
  CODE_TTL_MS,
  HOUR,
  opened,
  other,
  SECOND,
  start,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

const keyed = (fingerprint: string) => ({ key: 'idem-1', fingerprint });

export function keyCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  it('remembers an Idempotency-Key for a day, longer than the challenge', async () => {
    const { store, advance } = await setUp();
    const id = await opened(store, { idempotency: keyed('a') });
    const repeat = () => store.open(start(store, { idempotency: keyed('a') }));
    expect(await repeat()).toMatchObject({ by: 'idempotency_key', challenge: { id } });
    await advance(CODE_TTL_MS);
    expect(await repeat()).toMatchObject({ kind: 'existing', challenge: { status: 'expired' } });
    await advance(2 * HOUR);
    expect(await repeat()).toEqual({
      kind: 'existing',
      by: 'idempotency_key',
      challenge: undefined,
    });
    const changed = start(store, { idempotency: keyed('b') });
    expect(await store.open(changed)).toEqual({ kind: 'idempotency_key_reused' });
    await advance(22 * HOUR);
    expect((await repeat()).kind).toBe('opened');
  });

  it('remembers no key of a start that was refused', async () => {
    const { store, advance } = await setUp();
    await opened(store);
    const refused = start(store, { idempotency: keyed('a') });
    expect((await store.open(refused)).kind).toBe('cooldown');
    await advance(30 * SECOND);
    expect((await store.open(start(store, { idempotency: keyed('b') }))).kind).toBe('opened');
  });

  it('R028: tells an Idempotency-Key that comes with another person', async () => {
    const { store, advance } = await setUp();
    await opened(store, { idempotency: keyed('a') });
    const about = (userId: string, fingerprint: string) =>
      store.open(start(store, { userId: userId as UserId, idempotency: keyed(fingerprint) }));
    expect(await about('bob', 'b')).toEqual({ kind: 'idempotency_key_reused' });
    expect(await about('bob', 'b')).toEqual({ kind: 'idempotency_key_reused' });
    const theirs = { userId: 'bob' as UserId, idempotency: keyed('b'), clientId: other };
    expect((await store.open(start(store, theirs))).kind).toBe('opened');
    await advance(24 * HOUR);
    expect((await about('bob', 'b')).kind).toBe('opened');
  });

  it('frees the key of a start that was refused, before the send or by its end', async () => {
    const { store } = await setUp();
    const bob = (fingerprint: string) =>
      start(store, { userId: 'bob' as UserId, idempotency: keyed(fingerprint) });
    await opened(store);
    expect((await store.open(start(store, { idempotency: keyed('a') }))).kind).toBe('cooldown');
    const command = bob('b');
    expect((await store.open(command)).kind).toBe('opened');
    expect((await store.open(bob('b'))).kind).toBe('in_flight');
    expect((await store.open(bob('c'))).kind).toBe('idempotency_key_reused');
    const messageId = command.send?.messageId ?? fail();
    await store.settleSend({ id: command.id, messageId, outcome: 'refused' });
    const carol = { userId: 'carol' as UserId, idempotency: keyed('c') };
    expect((await store.open(start(store, carol))).kind).toBe('opened');
  });
}

function fail(): never {
  throw new Error('no send');
}
