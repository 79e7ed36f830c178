/** What stands in Redis: names without a person, values without a number, nothing without an expiry. */

import fc from 'fast-check';

import { RedisChallengeStore } from '../../../src/adapters/redis/challenge-store.js';
import type { RedisClient } from '../../../src/adapters/redis/script.js';
import { RedisSendBudget } from '../../../src/adapters/redis/send-budget.js';
import type { ChallengeId, CompanyId, MessageId, UserId } from '../../../src/domain/ids.js';
import {
  alice,
  attempt,
  destination,
  opened,
  resend,
  SECOND,
  send,
  shop,
  start,
} from '../../contract/challenge-store.harness.js';
import { history, play } from '../../contract/challenge-store.model.js';
import { redisHarness } from '../../contract/challenge-store.redis.harness.js';
import { connectTestRedis, RedisNamespace, testHasher } from '../../support/redis.js';

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

function client(): RedisClient {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  return redis;
}

/** Every name and every value of a namespace, as text. */
async function dump(space: RedisNamespace): Promise<string[]> {
  const texts: string[] = [];
  for (const key of await space.keys()) {
    const type = await space.redis.type(key);
    if (type === 'string') texts.push(key, (await space.redis.get(key)) ?? '');
    if (type === 'hash') texts.push(key, ...Object.entries(await space.redis.hgetall(key)).flat());
    if (type === 'zset') texts.push(key, ...(await space.redis.zrange(key, '0', '-1')));
    if (type === 'list') texts.push(key, ...(await space.redis.lrange(key, 0, -1)));
  }
  return texts;
}

it('R004: every key has an expiry of at most a day, after any history', async () => {
  const property = fc.asyncProperty(history, async (steps) => {
    const { store, space, advance, close } = redisHarness(client());
    const ids: ChallengeId[] = [];
    try {
      for (const step of steps) {
        if (step.kind === 'advance') {
          await advance(step.ms);
          continue;
        }
        const id = 'nth' in step ? ids.at(-1 - step.nth) : store.newId(step.employee);
        if (id === undefined) continue;
        const answer = await play(store, id, step);
        if (answer?.kind === 'opened') ids.push(id);
      }
      for (const key of await space.keys()) {
        expect(await space.redis.pttl(key)).toBeGreaterThan(0);
        expect(await space.redis.pttl(key)).toBeLessThanOrEqual(24 * 3_600 * SECOND);
      }
    } finally {
      await close();
    }
  });
  await fc.assert(property, { numRuns: 25, seed: 4 });
}, 180_000);

it('R102: no key name holds an id of a person, a number, a nonce or a key of the caller', async () => {
  const { store, space, close } = redisHarness(client());
  const person = {
    companyId: 'SEEDED-COMPANY' as CompanyId,
    userId: 'SEEDED-USER' as UserId,
    nonceDigest: 'SEEDED-NONCE',
    idempotency: { key: 'SEEDED-KEY', fingerprint: 'f' },
  };
  const id = await opened(store, { ...person, send: send({ numberKey: 'SEEDED-NUMBER' }) });
  const withNonce = { nonceDigest: 'SEEDED-NONCE', idempotency: person.idempotency };
  await store.attempt(attempt(id, 'wrong', withNonce));
  const budget = new RedisSendBudget(client(), { keyHasher: testHasher(), prefix: space.prefix });
  const window = { keepMs: 3_600 * SECOND, caps: [] };
  await budget.take({
    owner: ['number', 'SEEDED-NUMBER'],
    messageId: 'm' as MessageId,
    meters: [
      { name: 'b', counts: 'each', ...window },
      { name: 'a', counts: 'steps', ...window },
    ],
    warn: { at: 1, everyMs: 3_600 * SECOND },
  });
  const keys = await space.keys();
  expect(keys).toHaveLength(14);
  expect(keys.filter((key) => key.includes('SEEDED'))).toEqual([]);
  await close();
});

it('R007: no value holds a number; the blind index is hashed once more', async () => {
  const { store, space, advance, close } = redisHarness(client());
  const id = await opened(store, { send: null });
  const number = { numberKey: 'SEEDED-NUMBER', ttlMs: 300 * SECOND };
  const first = destination(id, 0);
  await store.reserveDestination({ ...first, send: { ...first.send, ...number } });
  await store.settleSend({ id, messageId: first.send.messageId, outcome: 'accepted' });
  await advance(30 * SECOND);
  const again = resend(id, { send: { ...first.send, ...number, messageId: 'm2' as MessageId } });
  expect((await store.reserveResend(again)).kind).toBe('reserved');
  expect((await dump(space)).filter((text) => text.includes('SEEDED'))).toEqual([]);
  await close();
});

it('keeps a pending challenge in compact encodings', async () => {
  const { store, space, close } = redisHarness(client());
  const digest = 'd'.repeat(43);
  await opened(store, { nonceDigest: 'n'.repeat(43), send: send({ digest }) });
  const encodings = await Promise.all(
    (await space.keys()).map(async (key) => await space.redis.object('ENCODING', key)),
  );
  expect(encodings).not.toContain('hashtable');
  expect(encodings).not.toContain('skiplist');
  await close();
});

it('R011: an id tells the partition of its person and nothing more', () => {
  const { store } = redisHarness(client());
  const partitions = (userId: string) =>
    new Set(
      Array.from({ length: 50 }, () =>
        store.newId({ ...alice, userId: userId as UserId }).slice(0, 7),
      ),
    );
  expect(partitions('alice').size).toBe(1);
  const all = new Set(Array.from({ length: 500 }, (_, i) => [...partitions(`u${i}`)][0]));
  expect(all.size).toBeGreaterThan(400);
});

it("uses the server's clock where no test gives one", async () => {
  const space = new RedisNamespace(client());
  const options = { keyHasher: testHasher(), prefix: space.prefix };
  const store = new RedisChallengeStore(client(), options);
  const id = await opened(store);
  const [seconds] = await client().time();
  const challenge = await store.read(id, shop);
  const nowMs = challenge && 'nowMs' in challenge ? challenge.nowMs : 0;
  expect(Math.abs(nowMs - Number(seconds) * 1_000)).toBeLessThan(60 * SECOND);
  expect((await store.open(start(store))).kind).toBe('cooldown');
  await space.clear();
});
