/** A Sentinel group: one master, two replicas, and three sentinels that watch them. */

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import { freePort } from './loopback.js';
import { masterAmong, startRedisNode, type RedisNode } from './redis-nodes.js';
import { until } from './redis.js';

const GROUP = 'assay';
const SENTINELS = 3;
const QUORUM = 2;
const DOWN_AFTER_MS = 1_000;
const FAILOVER_TIMEOUT_MS = 3_000;

export interface SentinelGroup {
  readonly url: string;
  readonly nodes: readonly RedisNode[];
  /** The master that the sentinels name, once it says itself that it is one. */
  master(): Promise<RedisNode>;
  /** Waits until the sentinels name another one that takes writes. */
  masterAfter(old: RedisNode): Promise<RedisNode>;
  /** Starts a killed node as a replica of the present master and waits until it is in step. */
  rejoin(node: RedisNode): Promise<void>;
  stop(): Promise<void>;
}

export async function startSentinelGroup(...options: string[]): Promise<SentinelGroup> {
  const common = [
    '--maxmemory-policy',
    'noeviction',
    '--repl-diskless-sync-delay',
    '0',
    ...options,
  ];
  const nodes = [await startRedisNode(...common)];
  const folder = await mkdtemp(join(tmpdir(), 'assay-sentinels-'));
  const sentinels: Sentinel[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(sentinels.map((sentinel) => sentinel.stop()));
    await Promise.all(nodes.map((node) => node.remove()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const masterPort = String(nodes[0]?.port);
    const replica = ['--replicaof', '127.0.0.1', masterPort];
    for (let i = 0; i < 2; i += 1) nodes.push(await startRedisNode(...common, ...replica));
    await Promise.all(nodes.slice(1).map(inStep));
    for (let i = 0; i < SENTINELS; i += 1) sentinels.push(await startSentinel(folder, masterPort));
    await Promise.all(sentinels.map(knowsAll));
    return groupOf(nodes, sentinels, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function groupOf(
  nodes: readonly RedisNode[],
  sentinels: readonly Sentinel[],
  stop: () => Promise<void>,
): SentinelGroup {
  const named = async (): Promise<RedisNode | undefined> => {
    const [, port] = (await sentinels[0]?.ask('get-master-addr-by-name', GROUP)) as string[];
    return nodes.find((node) => node.port === Number(port));
  };
  const masterAfter = async (old: RedisNode | undefined): Promise<RedisNode> => {
    await until(async () => {
      const node = await named();
      return node !== undefined && node !== old && (await masterAmong([node])) === node;
    });
    return (await named()) ?? masterAfter(old);
  };
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${String(port)}`).join(',')}/${GROUP}`,
    nodes,
    master: () => masterAfter(undefined),
    masterAfter,
    rejoin: async (node) => {
      const { port } = await masterAfter(node);
      await node.start('--replicaof', '127.0.0.1', String(port));
      await inStep(node);
    },
    stop,
  };
}

const inStep = (node: RedisNode): Promise<void> =>
  until(async () => (await node.info('replication')).includes('master_link_status:up'));

/** Another two sentinels and two replicas: only then can a majority agree, and somebody be promoted. */
const knowsAll = ({ ask }: Sentinel): Promise<void> =>
  until(async () => {
    const others = (await ask('sentinels', GROUP)) as unknown[];
    const replicas = (await ask('replicas', GROUP)) as unknown[];
    return others.length === SENTINELS - 1 && replicas.length === 2;
  });

interface Sentinel {
  readonly port: number;
  ask(...command: string[]): Promise<unknown>;
  stop(): Promise<void>;
}

async function startSentinel(folder: string, masterPort: string): Promise<Sentinel> {
  const port = await freePort();
  const file = join(folder, `${String(port)}.conf`);
  await writeFile(
    file,
    [
      `port ${String(port)}`,
      'bind 127.0.0.1',
      `dir ${folder}`,
      `sentinel monitor ${GROUP} 127.0.0.1 ${masterPort} ${String(QUORUM)}`,
      `sentinel down-after-milliseconds ${GROUP} ${String(DOWN_AFTER_MS)}`,
      `sentinel failover-timeout ${GROUP} ${String(FAILOVER_TIMEOUT_MS)}`,
      `sentinel parallel-syncs ${GROUP} 2`,
    ].join('\n'),
  );
  const child = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  const redis = new Redis({ port, host: '127.0.0.1', enableReadyCheck: false });
  redis.on('error', () => undefined);
  const ask = (...command: string[]): Promise<unknown> => redis.call('SENTINEL', ...command);
  const stop = async (): Promise<void> => {
    redis.disconnect();
    await killed(child);
  };
  await until(async () => String(await redis.call('PING')) === 'PONG', child);
  return { port, ask, stop };
}

async function killed(child: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  if (child.kill('SIGKILL')) await exit;
}
