/** A Redis that cannot write: nothing is opened, nothing is charged, and no guess is free (decision 1). */

import { RedisChallengeStore } from '../../../src/adapters/redis/challenge-store.js';
import type { RedisClient } from '../../../src/adapters/redis/script.js';
import { RedisSendBudget } from '../../../src/adapters/redis/send-budget.js';
import { StoreUnavailableError } from '../../../src/app/errors.js';
import type { MessageId, UserId } from '../../../src/domain/ids.js';
import { attempt, opened, shop, start } from '../../contract/challenge-store.harness.js';
import {
  cli,
  connectTestRedis,
  startRedisServer,
  testHasher,
  until,
  type RedisServer,
} from '../../support/redis.js';

const started: { servers: RedisServer[]; clients: RedisClient[] } = { servers: [], clients: [] };
afterEach(async () => {
  for (const client of started.clients.splice(0)) client.disconnect();
  await Promise.all(started.servers.splice(0).map((server) => server.stop()));
});

async function server(...options: string[]): Promise<RedisServer> {
  const one = await startRedisServer(options);
  started.servers.push(one);
  return one;
}

async function connect(url: string): Promise<RedisClient> {
  const redis = await connectTestRedis(url);
  started.clients.push(redis);
  return redis;
}

const keyHasher = testHasher();
const refused = (reason: string) => ({ name: 'StoreUnavailableError', part: 'redis', reason });

describe('at the memory limit', () => {
  const fill = async (redis: RedisClient) => {
    const junk = 'x'.repeat(16_384);
    for (let i = 0; i < 10_000; i += 1) {
      try {
        await redis.set(`junk-${i}`, junk, 'EX', 600);
      } catch {
        return;
      }
    }
    throw new Error('never full');
  };

  const setUp = async () => {
    const { url } = await server('--maxmemory', '12mb', '--maxmemory-policy', 'noeviction');
    const redis = await connect(url);
    const store = new RedisChallengeStore(redis, { keyHasher });
    const id = await opened(store);
    const right = await opened(store, { userId: 'bob' as UserId });
    await fill(redis);
    return { redis, store, id, right };
  };

  it('R014: verify goes on, evaluates five of 200 parallel wrong codes and matches right ones', async () => {
    const { store, id, right } = await setUp();
    const guesses = Array.from({ length: 200 }, () => store.attempt(attempt(id, 'wrong')));
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'mismatch')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'ended')).toHaveLength(195);
    const matches = await Promise.all(
      Array.from({ length: 50 }, () => store.attempt(attempt(right, 'right'))),
    );
    expect(new Set(matches.map(({ kind }) => kind))).toEqual(new Set(['match']));
    await store.end({ id: right, status: 'approved', epoch: 2 });
    expect(await store.read(right, shop)).toMatchObject({ status: 'approved' });
  });

  it('open and budget are refused as a whole: no key is left behind', async () => {
    const { redis, store } = await setUp();
    const before = await redis.dbsize();
    await expect(store.open(start(store, { userId: 'carol' as UserId }))).rejects.toMatchObject(
      refused('OOM'),
    );
    const budget = new RedisSendBudget(redis, { keyHasher });
    const meters = [{ name: 'b', counts: 'each', keepMs: 60_000, caps: [] }] as const;
    const request = { owner: ['number', 'n'], messageId: 'm' as MessageId, meters } as const;
    await expect(budget.take(request)).rejects.toMatchObject(refused('OOM'));
    expect(await redis.dbsize()).toBe(before);
  });
});

describe('a server that refuses writes', () => {
  const tries = async (store: RedisChallengeStore, id: Parameters<typeof attempt>[0]) => {
    const challenge = await store.read(id, shop);
    return challenge && 'attemptsRemaining' in challenge ? challenge.attemptsRemaining : undefined;
  };

  it('for want of replicas charges nothing, for right and wrong codes alike', async () => {
    const { url, port } = await server();
    const store = new RedisChallengeStore(await connect(url), { keyHasher });
    const id = await opened(store);
    await cli(port, 'config', 'set', 'min-replicas-to-write', '1');
    for (const digest of ['wrong', 'right']) {
      await expect(store.attempt(attempt(id, digest))).rejects.toMatchObject(refused('NOREPLICAS'));
    }
    await expect(store.open(start(store))).rejects.toMatchObject(refused('NOREPLICAS'));
    expect(await tries(store, id)).toBe(5);
    await cli(port, 'config', 'set', 'min-replicas-to-write', '0');
    expect((await store.attempt(attempt(id, 'right'))).kind).toBe('match');
  });

  it('as a replica reads and charges nothing, for right and wrong codes alike', async () => {
    const primary = await server('--repl-diskless-sync-delay', '0');
    const replica = await server('--replicaof', '127.0.0.1', String(primary.port));
    const writer = new RedisChallengeStore(await connect(primary.url), { keyHasher });
    const id = await opened(writer);
    const reader = new RedisChallengeStore(await connect(replica.url), { keyHasher });
    await until(async () => (await tries(reader, id)) === 5);
    const tried = ['wrong', 'right'].map((digest) => reader.attempt(attempt(id, digest)));
    const outcomes = await Promise.allSettled([...tried, reader.end({ id, status: 'approved' })]);
    // Whoever waits beside the first one loses the connection, which is made anew.
    const unavailable = {
      status: 'rejected',
      reason: { part: 'redis', reason: expect.stringMatching(/^(READONLY|connection)$/) },
    };
    expect(outcomes).toMatchObject([unavailable, unavailable, unavailable]);
    expect(await tries(writer, id)).toBe(5);
  });
});

describe('a server that lost its scripts', () => {
  it('is taught them again, and the call counts once', async () => {
    const { url } = await server();
    const redis = await connect(url);
    const store = new RedisChallengeStore(redis, { keyHasher });
    const id = await opened(store);
    await redis.script('FLUSH');
    expect(await store.attempt(attempt(id, 'wrong'))).toMatchObject({ attemptsRemaining: 4 });
    await redis.script('FLUSH');
    const parallel = Array.from({ length: 20 }, () => store.attempt(attempt(id, 'wrong')));
    const kinds = (await Promise.all(parallel)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'mismatch')).toHaveLength(4);
  });
});

describe('a server that is gone', () => {
  it('R108: is told at once, and R120: works again when it is back, without a restart', async () => {
    const { url, port, stop } = await server();
    const redis = await connect(url);
    const store = new RedisChallengeStore(redis, { keyHasher });
    const id = await opened(store);
    await stop();
    await expect(store.attempt(attempt(id, 'right'))).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(store.read(id, shop)).rejects.toBeInstanceOf(StoreUnavailableError);
    started.servers.push(await startRedisServer([], port));
    await until(async () => (await store.read(id, shop)) === undefined);
    expect((await store.open(start(store))).kind).toBe('opened');
  });

  it('is named as unavailable at the start', async () => {
    const { url, stop } = await server();
    await stop();
    await expect(connectTestRedis(url)).rejects.toBeInstanceOf(StoreUnavailableError);
    const cluster = url.replace('redis:', 'redis+cluster:');
    await expect(connectTestRedis(cluster)).rejects.toBeInstanceOf(StoreUnavailableError);
  });
});
