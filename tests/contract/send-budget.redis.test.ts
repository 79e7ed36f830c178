/** SendBudget over one Redis server: its contract. */

import type { RedisClient } from '../../src/adapters/redis/script.js';
import { connectTestRedis } from '../support/redis.js';
import { describeSendBudget } from './send-budget.contract.js';
import { redisBudgetHarness } from './send-budget.redis.harness.js';

const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

describeSendBudget('redis', async () => {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  return redisBudgetHarness(redis);
});
