/** PageStore over one Redis server: its contract. */

import { RedisPageStore } from '../../src/adapters/redis/page-store.js';
import type { RedisClient } from '../../src/adapters/redis/script.js';
import { connectTestRedis, RedisNamespace, testHasher } from '../support/redis.js';
import { describePageStore } from './page-store.contract.js';

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

describePageStore('redis', async () => {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  const space = new RedisNamespace(redis);
  return {
    pages: new RedisPageStore(redis, { keyHasher: testHasher(), prefix: space.prefix }),
    advance: (ms) => space.age(ms),
    close: () => space.clear(),
  };
});
