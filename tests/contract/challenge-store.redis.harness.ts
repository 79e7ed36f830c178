/** A harness over a Redis namespace whose time stands still between calls of `advance`. */

import { RedisChallengeStore } from '../../src/adapters/redis/challenge-store.js';
import type { RedisClient } from '../../src/adapters/redis/script.js';
import { RedisNamespace, testHasher } from '../support/redis.js';
import type { ChallengeStoreHarness } from './challenge-store.harness.js';

export function redisHarness(
  redis: RedisClient,
): ChallengeStoreHarness & { space: RedisNamespace } {
  const space = new RedisNamespace(redis);
  let now = 1_700_000_000_000;
  return {
    space,
    store: new RedisChallengeStore(redis, {
      keyHasher: testHasher(),
      prefix: space.prefix,
      testClock: () => now,
    }),
    now: () => now,
    advance: async (ms) => {
      now += ms;
      await space.age(ms);
    },
    close: () => space.clear(),
  };
}
