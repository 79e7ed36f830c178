/** What start-up, `doctor` and /health/dependencies ask of Redis. */

import { Cluster } from 'ioredis';

import { redisError } from './errors.js';
import type { RedisClient } from './script.js';

export interface RedisHealth {
  /** Milliseconds since 1970 on the server's clock; against the database's it shows the skew. */
  readonly serverTimeMs: number;
  /** `evicts` loses challenges and counters silently: refuse to start. `unknown`: asking is forbidden. */
  readonly memoryPolicy: 'keeps' | 'evicts' | 'unknown';
  /** "7.0.15"; null where asking is forbidden. */
  readonly version: string | null;
}

/** Pings and asks every primary. Rejects with `StoreUnavailableError` when one does not answer in time. */
export async function probeRedis(redis: RedisClient): Promise<RedisHealth> {
  try {
    const primaries = redis instanceof Cluster ? redis.nodes('master') : [redis];
    await redis.ping();
    const policies = await Promise.all(primaries.map(memoryPolicyOf));
    const version = await versionOf(redis);
    const [seconds, microseconds] = await redis.time();
    return {
      serverTimeMs: Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000),
      memoryPolicy:
        (['evicts', 'unknown'] as const).find((bad) => policies.includes(bad)) ?? 'keeps',
      version,
    };
  } catch (error) {
    throw redisError(error, 'probe');
  }
}

/** Managed services forbid CONFIG; INFO tells it as well and is seldom forbidden. */
async function memoryPolicyOf(
  node: Pick<RedisClient, 'info'>,
): Promise<RedisHealth['memoryPolicy']> {
  const info = await node.info('memory').catch(() => '');
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  if (policy === undefined) return 'unknown';
  return policy === 'noeviction' ? 'keeps' : 'evicts';
}

async function versionOf(node: Pick<RedisClient, 'info'>): Promise<string | null> {
  const info = await node.info('server').catch(() => '');
  return /^redis_version:(\S+)/m.exec(info)?.[1] ?? null;
}
