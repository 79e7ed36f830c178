/** PortalSessionStore over one Redis server: its contract. */

import type { RedisClient } from '../../src/adapters/redis/script.js';
import { connectTestRedis } from '../support/redis.js';
import { describePortalSessionStore } from './portal-session-store.contract.js';
import { redisPortalHarness } from './portal-session-store.redis.harness.js';

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

describePortalSessionStore('redis', async () => {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  return redisPortalHarness(redis);
});
