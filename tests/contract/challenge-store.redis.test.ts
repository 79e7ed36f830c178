/** ChallengeStore over one Redis server: its contract. */

import type { RedisClient } from '../../src/adapters/redis/script.js';
import { connectTestRedis } from '../support/redis.js';
import { describeChallengeStore } from './challenge-store.contract.js';
import { redisHarness } from './challenge-store.redis.harness.js';

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

describeChallengeStore('redis', async () => {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  return redisHarness(redis);
});
