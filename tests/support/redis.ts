/** Redis for tests: the shared server under a random prefix, and servers of their own in temporary folders. */

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Cluster, type Redis } from 'ioredis';

import { connectRedis } from '../../src/adapters/redis/client.js';
import type { RedisClient } from '../../src/adapters/redis/script.js';
import { freePort } from './loopback.js';

const run = promisify(execFile);
const POLL_MS = 20;
const START_DEADLINE_MS = 180_000;

/** Of the shared server; tests on Redis never skip. */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (url === undefined || url === '') throw new Error('TEST_REDIS_URL is not set');
  return url;
}

/** A keyed hash with a key of its own, as the store wants one. */
export function testHasher(): (parts: string[]) => string {
  const key = randomBytes(32);
  return (parts) => createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

/** One namespace on one server: nobody else's keys are seen, aged or removed. */
export class RedisNamespace {
  readonly prefix = `test-${randomUUID().slice(0, 8)}`;

  constructor(readonly redis: RedisClient) {}

  async keys(): Promise<string[]> {
    const found = await Promise.all(primaries(this.redis).map((node) => this.#scan(node)));
    return found.flat().sort();
  }

  /** Redis keeps its own clock: every key is aged instead of sleeping. Throws for a key without an expiry. */
  async age(ms: number): Promise<void> {
    await Promise.all(
      (await this.keys()).map(async (key) => {
        const leftMs = await this.redis.pttl(key);
        if (leftMs === -1) throw new Error(`${key} has no expiry`);
        await (leftMs - ms <= 0 ? this.redis.del(key) : this.redis.pexpire(key, leftMs - ms));
      }),
    );
  }

  async clear(): Promise<void> {
    await Promise.all((await this.keys()).map((key) => this.redis.del(key)));
  }

  async #scan(node: Redis): Promise<string[]> {
    const found = new Set<string>();
    let cursor = '0';
    do {
      const [next, page] = await node.scan(cursor, 'MATCH', `${this.prefix}:*`, 'COUNT', 10_000);
      for (const key of page) found.add(key);
      cursor = next;
    } while (cursor !== '0');
    return [...found];
  }
}

/** Waits for replies however busy the machine is. */
export async function connectTestRedis(url = testRedisUrl()): Promise<RedisClient> {
  return connectRedis(url, { onError: () => undefined, replyTimeoutMs: 60_000 });
}

export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** Kills the process and removes its folder. Repeatable. */
  stop(): Promise<void>;
}

/** Starts a server that keeps nothing on disk; `options` as on redis-server's command line. */
export async function startRedisServer(
  options: readonly string[] = [],
  onPort?: number,
): Promise<RedisServer> {
  const port = onPort ?? (await freePort());
  const folder = await mkdtemp(join(tmpdir(), 'assay-redis-'));
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  args.push('--save', '', '--appendonly', 'no', '--daemonize', 'no', ...options);
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  const stop = async () => {
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await until(async () => (await cli(port, 'ping')) === 'PONG', child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url: `redis://127.0.0.1:${port}`, stop };
}

/** Three masters on loopback. */
export async function startRedisCluster(): Promise<RedisServer> {
  const options = ['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'];
  const nodes: RedisServer[] = [];
  const stop = async () => {
    await Promise.all(nodes.map((node) => node.stop()));
  };
  try {
    for (let i = 0; i < 3; i += 1) {
      const busPort = await freePort();
      nodes.push(await startRedisServer([...options, '--cluster-port', String(busPort)]));
    }
    const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
    await run('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes']);
    for (const { port } of nodes) {
      await until(async () => (await cli(port, 'cluster', 'info')).includes('cluster_state:ok'));
    }
    const [first] = nodes;
    if (!first) throw new Error('no cluster node started');
    return { port: first.port, url: `redis+cluster://${addresses.join(',')}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What redis-cli prints, trimmed. */
export async function cli(port: number, ...args: string[]): Promise<string> {
  const { stdout } = await run('redis-cli', ['-p', String(port), ...args]);
  return stdout.trim();
}

/** Polls until `check` holds; fails after minutes, or at once when `child` has ended. */
export async function until(check: () => Promise<boolean>, child?: ChildProcess): Promise<void> {
  const attempts = START_DEADLINE_MS / POLL_MS;
  for (let i = 0; i < attempts; i += 1) {
    if (child && (child.exitCode !== null || child.signalCode !== null)) break;
    if (await check().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error('gave up waiting');
}

function primaries(redis: RedisClient): Redis[] {
  return redis instanceof Cluster ? redis.nodes('master') : [redis];
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
}
