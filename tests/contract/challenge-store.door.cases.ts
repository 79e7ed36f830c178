/** Doors and actions: where a code is entered, and what it is entered for. */

import type { PageId } from '../../src/domain/ids.js';
import {
  attempt,
  destination,
  opened,
  shop,
  start,
  type ChallengeStoreHarness,
} from './challenge-store.harness.js';

const PAGE = 'pag_1' as PageId;
const OTHER_PAGE = 'pag_2' as PageId;
const step = { purpose: 'step_up', action: 'weaken_policy' } as const;

export function doorCases(setUp: () => Promise<ChallengeStoreHarness>): void {
  test('R090: a code of a page is judged on that page alone, and uncharged elsewhere', async () => {
    const { store } = await setUp();
    const id = await opened(store, { door: PAGE });
    for (const digest of ['right', 'wrong']) {
      expect(await store.attempt(attempt(id, digest))).toEqual({ kind: 'on_page' });
      const elsewhere = attempt(id, digest, { door: OTHER_PAGE });
      expect(await store.attempt(elsewhere)).toEqual({ kind: 'not_found' });
    }
    expect(await store.read(id, shop)).toMatchObject({ door: PAGE, attemptsRemaining: 5 });
    expect(await store.attempt(attempt(id, 'right', { door: PAGE }))).toMatchObject({
      kind: 'match',
    });
  });

  test('a code of the API is judged on no page', async () => {
    const { store } = await setUp();
    const id = await opened(store);
    const outcome = await store.attempt(attempt(id, 'right', { door: PAGE }));
    expect(outcome).toEqual({ kind: 'not_found' });
  });

  test('R090: the door stays what it was when numbers are corrected', async () => {
    const { store } = await setUp();
    const id = await opened(store, { door: PAGE, send: null });
    expect(await store.attempt(attempt(id, 'right'))).toEqual({ kind: 'on_page' });
    for (const nth of [0, 1]) {
      const command = destination(id, nth);
      const reserved = await store.reserveDestination(command);
      expect(reserved).toMatchObject({ kind: 'reserved', challenge: { door: PAGE } });
      await store.settleSend({ id, messageId: command.send.messageId, outcome: 'accepted' });
      expect(await store.attempt(attempt(id, `right-${String(nth)}`))).toEqual({
        kind: 'on_page',
      });
    }
    const command = destination(id, 2);
    await store.reserveDestination(command);
    await store.settleSend({ id, messageId: command.send.messageId, outcome: 'refused' });
    expect(await store.read(id, shop)).toMatchObject({ door: PAGE });
  });

  test('tells what ended whatever door is asked at', async () => {
    const { store } = await setUp();
    const id = await opened(store, { door: PAGE });
    await store.end({ id, status: 'canceled' });
    const outcome = await store.attempt(attempt(id, 'right'));
    expect(outcome).toEqual({ kind: 'ended', status: 'canceled' });
  });

  test('carries the action of a step-up to whatever is asked of it', async () => {
    const { store } = await setUp();
    const id = await opened(store, step);
    expect(await store.read(id, shop)).toMatchObject(step);
    expect(await store.attempt(attempt(id, 'right'))).toMatchObject({ subject: step });
  });

  test('an equal nonce with another action, or for another purpose, is another start', async () => {
    const { store } = await setUp();
    const common = { nonceDigest: 'n1', send: null };
    const id = await opened(store, { ...common, ...step });
    const again = await store.open(start(store, { ...common, ...step }));
    expect(again).toMatchObject({ kind: 'existing', by: 'nonce', challenge: { id } });
    const other = start(store, { ...common, ...step, action: 'view_phone' });
    expect(await store.open(other)).toMatchObject({ kind: 'opened' });
    expect(await store.open(start(store, common))).toMatchObject({ kind: 'opened' });
  });

  test('shows the nonce of a challenge as long as it shows the challenge', async () => {
    const { store } = await setUp();
    const id = await opened(store, { nonceDigest: 'n1' });
    expect(await store.read(id, shop)).toMatchObject({ nonceDigest: 'n1' });
    await store.end({ id, status: 'approved' });
    expect(await store.read(id, shop)).toMatchObject({ nonceDigest: 'n1', status: 'approved' });
  });
}
