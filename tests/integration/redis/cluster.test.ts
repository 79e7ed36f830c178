/** Both stores on a three-master Cluster: everything one script touches lies in one slot. */

import type { RedisClient } from '../../../src/adapters/redis/script.js';
import { probeRedis } from '../../../src/adapters/redis/health.js';
import { describeChallengeStore } from '../../contract/challenge-store.contract.js';
import { alice, opened } from '../../contract/challenge-store.harness.js';
import { redisHarness } from '../../contract/challenge-store.redis.harness.js';
import { describeSendBudget } from '../../contract/send-budget.contract.js';
import { redisBudgetHarness } from '../../contract/send-budget.redis.harness.js';
import { connectTestRedis, startRedisCluster, type RedisServer } from '../../support/redis.js';

const cluster: { server?: RedisServer; redis?: RedisClient } = {};
beforeAll(async () => {
  cluster.server = await startRedisCluster();
  cluster.redis = await connectTestRedis(cluster.server.url);
}, 180_000);
afterAll(async () => {
  cluster.redis?.disconnect();
  await cluster.server?.stop();
});

function client(): RedisClient {
  if (!cluster.redis) throw new Error('not connected');
  return cluster.redis;
}

describeChallengeStore('redis cluster', async () => redisHarness(client()));
describeSendBudget('redis cluster', async () => redisBudgetHarness(client()));

describe('RedisChallengeStore on a Cluster', () => {
  it('keeps each person in one slot, and people in many', async () => {
    const { store, space } = redisHarness(client());
    const slots = new Set<number>();
    for (let i = 0; i < 20; i += 1) {
      const person = { ...alice, userId: `person-${i}` as typeof alice.userId };
      await opened(store, {
        ...person,
        nonceDigest: 'n',
        idempotency: { key: 'k', fingerprint: 'f' },
      });
    }
    for (const key of await space.keys()) slots.add(await client().cluster('KEYSLOT', key));
    expect(slots.size).toBeGreaterThan(15);
    await space.clear();
  });

  it('probes every primary', async () => {
    expect(await probeRedis(client())).toMatchObject({ memoryPolicy: 'keeps' });
  });
});
