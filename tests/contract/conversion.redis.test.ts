/** Conversion over one Redis server: its contract, and what its keys hold. */

import { randomUUID } from 'node:crypto';

import { RedisConversion } from '../../src/adapters/redis/conversion.js';
import type { RedisClient } from '../../src/adapters/redis/script.js';
import type { FactorId, MessageId } from '../../src/domain/ids.js';
import { connectTestRedis, RedisNamespace, testHasher } from '../support/redis.js';
import { describeConversion } from './conversion.contract.js';

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

function connected(): RedisClient {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  return redis;
}

describeConversion('redis', async () => {
  const space = new RedisNamespace(connected());
  let now = 1_700_000_000_000;
  const options = { keyHasher: testHasher(), prefix: space.prefix, testClock: () => now };
  return {
    conversion: new RedisConversion(connected(), options),
    advance: async (ms) => {
      now += ms;
      await space.age(ms);
    },
    close: () => space.clear(),
  };
});

it('R102: names no prefix in a key, and every key has an expiry', async () => {
  const redis = connected();
  const space = new RedisNamespace(redis);
  const options = { keyHasher: testHasher(), prefix: space.prefix };
  const conversion = new RedisConversion(redis, options);
  const range = { country: 'GB', prefix: '+447700' };
  const send = { messageId: randomUUID() as MessageId, range, lifeMs: 300_000 };
  await conversion.take({ ...send, factorId: 'f-1' as FactorId });
  await conversion.take({ ...send, factorId: 'f-2' as FactorId });
  await conversion.proven('f-2' as FactorId);
  const keys = await space.keys();
  expect(keys).toHaveLength(3);
  expect(keys.join()).not.toContain('7700');
  for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
  await space.clear();
});
