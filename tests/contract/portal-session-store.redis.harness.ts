/** Portal sessions over a Redis namespace whose time stands still between calls of `advance`. */

import { RedisPortalSessionStore } from '../../src/adapters/redis/portal-session-store.js';
import type { RedisClient } from '../../src/adapters/redis/script.js';
import { RedisNamespace, testHasher } from '../support/redis.js';
import type { PortalSessionStoreHarness } from './portal-session-store.contract.js';

export interface RedisPortalHarness extends PortalSessionStoreHarness {
  readonly space: RedisNamespace;
  /** The same namespace as it is seen under another master key. */
  underAnotherKey(): RedisPortalSessionStore;
}

export function redisPortalHarness(redis: RedisClient): RedisPortalHarness {
  const space = new RedisNamespace(redis);
  let now = 1_700_000_000_000;
  const over = (keyHasher: (parts: string[]) => string) =>
    new RedisPortalSessionStore(redis, { keyHasher, prefix: space.prefix, testClock: () => now });
  return {
    space,
    store: over(testHasher()),
    underAnotherKey: () => over(testHasher()),
    now: () => now,
    advance: async (ms) => {
      now += ms;
      await space.age(ms);
    },
    close: () => space.clear(),
  };
}
