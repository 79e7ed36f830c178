/** A budget over a Redis namespace whose time stands still between calls of `advance`. */

import type { RedisClient } from '../../src/adapters/redis/script.js';
import { RedisSendBudget } from '../../src/adapters/redis/send-budget.js';
import { RedisNamespace, testHasher } from '../support/redis.js';
import type { SendBudgetHarness } from './send-budget.harness.js';

export function redisBudgetHarness(redis: RedisClient): SendBudgetHarness {
  const space = new RedisNamespace(redis);
  let now = 1_700_000_000_000;
  return {
    budget: new RedisSendBudget(redis, {
      keyHasher: testHasher(),
      prefix: space.prefix,
      testClock: () => now,
    }),
    advance: async (ms) => {
      now += ms;
      await space.age(ms);
    },
    close: () => space.clear(),
  };
}
