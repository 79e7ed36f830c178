/** R033, R121: a Redis that may drop a counter is no Redis for Assay, wherever it runs. */

import { createTestDatabase, type PostgresTestDatabase } from '../support/postgres.js';
import { cli, startRedisCluster, startRedisServer } from '../support/redis.js';
import { launch, serviceEnv } from '../support/service.js';

let database: PostgresTestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const REFUSED =
  /^assay: REDIS_URL: maxmemory-policy of this Redis must be noeviction: .*free guess/m;

async function start(redisUrl: string, settings: Record<string, string> = {}) {
  const given = { databaseUrl: database.url, redisUrl, twilioUrl: 'http://127.0.0.1:9' };
  return launch(await serviceEnv({ ...given, settings }));
}

it.each([
  ['production', 'volatile-ttl', '2'],
  ['development', 'allkeys-random', '1'],
])(
  'R033, R121: in %s the start is refused on a Redis of %s, with WORKERS=%s',
  async (NODE_ENV, policy, WORKERS) => {
    const redis = await startRedisServer(['--maxmemory-policy', policy]);
    try {
      await expect(start(redis.url, { NODE_ENV, WORKERS })).rejects.toThrow(REFUSED);
    } finally {
      await redis.stop();
    }
  },
  180_000,
);

it('R033, R121: one evicting master of a Redis Cluster is enough, and mended the start goes on', async () => {
  const cluster = await startRedisCluster();
  const [last = ''] = cluster.url.split(':').slice(-1);
  const set = (policy: string) => cli(Number(last), 'config', 'set', 'maxmemory-policy', policy);
  try {
    await set('volatile-lru');
    await expect(start(cluster.url)).rejects.toThrow(REFUSED);
    await set('noeviction');
    await (await start(cluster.url)).kill();
  } finally {
    await cluster.stop();
  }
}, 300_000);
