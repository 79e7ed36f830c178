/** One node of a Redis group: a process that can be killed, paused and started again on its port, with its files. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import { freePort } from './loopback.js';
import { startRedisServer, until, type RedisServer } from './redis.js';

export interface RedisNode {
  readonly port: number;
  /** One command on a connection of its own. */
  ask(...command: string[]): Promise<unknown>;
  /** The sections of INFO that were asked for, as one text. */
  info(section: string): Promise<string>;
  /** `kill -9`. */
  kill(): Promise<void>;
  /** The process stands still and its sockets stay open: what a lost network looks like. */
  pause(): Promise<void>;
  resume(): void;
  /** After a kill, with the files it left. */
  start(...options: string[]): Promise<void>;
  /** Kills and removes its files. */
  remove(): Promise<void>;
}

/** `options` as on redis-server's command line, kept over restarts. */
export async function startRedisNode(...options: string[]): Promise<RedisNode> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'assay-redis-node-'));
  const launch = (more: readonly string[]): Promise<RedisServer> =>
    startRedisServer([...options, ...more, '--dir', folder], port);
  let server = await launch([]);
  let pausedPid: number | undefined;
  const resume = (): void => {
    if (pausedPid !== undefined) process.kill(pausedPid, 'SIGCONT');
    pausedPid = undefined;
  };
  const node: Omit<RedisNode, 'remove'> = {
    port,
    ask: (...command) => ask(port, command),
    info: async (section) => String(await ask(port, ['INFO', section])),
    kill: () => server.stop(),
    pause: async () => {
      pausedPid = Number(/^process_id:(\d+)/m.exec(await node.info('server'))?.[1]);
      process.kill(pausedPid, 'SIGSTOP');
    },
    resume,
    start: async (...more) => {
      server = await launch(more);
    },
  };
  const remove = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...node, remove };
}

/** The first that says it is a master and can be written to; waits for it. */
export async function masterAmong(nodes: readonly RedisNode[]): Promise<RedisNode> {
  let master: RedisNode | undefined;
  await until(async () => {
    for (const node of nodes) {
      const info = await node.info('replication').catch(() => '');
      if (info.includes('role:master')) master = node;
    }
    return master !== undefined;
  });
  if (!master) throw new Error('no master');
  return master;
}

async function ask(port: number, [name = '', ...args]: string[]): Promise<unknown> {
  const redis = new Redis({
    port,
    host: '127.0.0.1',
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableReadyCheck: false,
    commandTimeout: 5_000,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await redis.call(name, ...args);
  } finally {
    redis.disconnect();
  }
}
