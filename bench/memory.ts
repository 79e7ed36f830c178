/** What one pending challenge takes of Redis, and what the processes take of the machine. */

import { readFileSync } from 'node:fs';

import { cli, startRedisServer } from '../tests/support/redis.js';
import { newMasterKey } from '../tests/support/service.js';
import type { ClientId, FactorId, UserId } from '../src/domain/ids.js';
import { openBenchParts } from './parts.js';
import { seedChallenges } from './seed.js';

const CHALLENGES = 100_000;

/** Bytes per challenge, with its end state, counter, gap and place among the open ones. */
export async function bytesPerChallenge(databaseUrl: string): Promise<number> {
  const redis = await startRedisServer();
  const masterKey = newMasterKey();
  const parts = await openBenchParts({ databaseUrl, redisUrl: redis.url, masterKey });
  const people = Array.from({ length: CHALLENGES }, (_, n) => ({
    userId: `employee-${String(n)}` as UserId,
    factorId: `fac_${String(n).padStart(22, '0')}` as FactorId,
    index: `index-${String(n).padStart(16, '0')}`,
  }));
  const before = await usedMemory(redis.port);
  await seedChallenges(parts, 'client' as ClientId, people);
  const bytes = ((await usedMemory(redis.port)) - before) / CHALLENGES;
  await parts.close();
  await redis.stop();
  return bytes;
}

async function usedMemory(port: number): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await cli(port, 'info', 'memory'))?.[1]);
}

/** Resident megabytes of one process. */
export function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}
