/** Group commit by itself, over a write that the test holds open. */

import { setImmediate } from 'node:timers/promises';
import { GroupCommit } from '../../../src/adapters/postgres/group-commit.js';
import { StoreUnavailableError } from '../../../src/app/errors.js';
import { clock, later } from '../../support/postgres-people.js';

function setUp(cap = 128, connection: Promise<void> = Promise.resolve()) {
  const batches: (readonly number[])[] = [];
  const releases: ((error?: Error) => void)[] = [];
  const group = new GroupCommit<number, number>({
    cap,
    clock,
    write: async (take) => {
      await connection;
      const items = take();
      batches.push(items);
      return new Promise((resolve, reject) => {
        releases.push((error) => (error ? reject(error) : resolve(items.map((item) => item * 10))));
      });
    },
  });
  const turn = () => setImmediate();
  const release = async (error?: Error) => {
    await turn();
    releases.shift()?.(error);
    await turn();
  };
  return { group, batches, release, turn };
}

it('writes a lone item at once, and what arrives meanwhile with the next write', async () => {
  const { group, batches, release, turn } = setUp();
  const first = group.submit(1, later());
  await turn();
  const others = [2, 3, 4].map((item) => group.submit(item, later()));
  await release();
  await release();
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40]);
  expect(batches).toEqual([[1], [2, 3, 4]]);
});

it('caps a batch and keeps the order', async () => {
  const { group, batches, release } = setUp(2);
  const all = Promise.all([1, 2, 3].map((item) => group.submit(item, later())));
  await release();
  await release();
  expect(await all).toEqual([10, 20, 30]);
  expect(batches).toEqual([[1, 2], [3]]);
});

it('replays a refused batch item by item, so that one fails alone', async () => {
  const { group, batches, release } = setUp();
  const bad = new Error('refused');
  const all = Promise.allSettled([1, 2, 3].map((item) => group.submit(item, later())));
  await release(bad);
  await release();
  await release(bad);
  await release();
  expect(await all).toEqual([
    { status: 'fulfilled', value: 10 },
    { status: 'rejected', reason: bad },
    { status: 'fulfilled', value: 30 },
  ]);
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
});

it('runs a write that lost a deadlock once more', async () => {
  const { group, batches, release } = setUp();
  const only = group.submit(1, later());
  await release(new StoreUnavailableError('postgres', '40P01'));
  await release();
  expect(await only).toBe(10);
  expect(batches).toEqual([[1], [1]]);
});

it('never writes what waited in the queue beyond its deadline', async () => {
  const { group, batches, release, turn } = setUp();
  const first = group.submit(1, later());
  await turn();
  const late = group.submit(2, clock.monotonicMs() + 5);
  await expect(late).rejects.toMatchObject({ part: 'postgres', reason: 'deadline' });
  await release();
  expect(await first).toBe(10);
  const next = group.submit(3, later());
  await release();
  expect(await next).toBe(30);
  expect(batches).toEqual([[1], [3]]);
});

it('R077: lets nobody wait for an item that loses its race again and again', async () => {
  const { group, batches, release, turn } = setUp();
  const blocked = new StoreUnavailableError('postgres', '55P03');
  const settled: number[] = [];
  const all = [1, 2].map((item) =>
    group.submit(item, later()).then((result) => settled.push(result)),
  );
  await release(blocked);
  await release(blocked);
  await release();
  expect(settled).toEqual([20]);
  const arrived = group.submit(3, later());
  await release(blocked);
  await release();
  expect(await arrived).toBe(30);
  await release();
  await Promise.all(all);
  await turn();
  expect(settled).toEqual([20, 10]);
  expect(batches).toEqual([[1, 2], [1], [2], [1], [3], [1]]);
});

it('R112: writes nothing of a request that gave up while a connection was being opened', async () => {
  let connect = (): void => undefined;
  const connection = new Promise<void>((resolve) => {
    connect = resolve;
  });
  const { group, batches, release } = setUp(128, connection);
  const late = group.submit(1, clock.monotonicMs() + 5);
  await expect(late).rejects.toMatchObject({ part: 'postgres', reason: 'deadline' });
  const next = group.submit(2, later());
  connect();
  await release();
  await release();
  expect(await next).toBe(20);
  expect(batches.flat()).toEqual([2]);
});
