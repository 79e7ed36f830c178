/** A Redis Cluster of three masters with a replica each, put together by CLUSTER commands. */

import { freePort } from './loopback.js';
import { startRedisNode, type RedisNode } from './redis-nodes.js';
import { until } from './redis.js';

const SLOTS = 16_384;
const MASTERS = 3;
/** How long a node is silent before it counts as failing. Milliseconds. */
const NODE_TIMEOUT_MS = 1_500;

export interface ReplicatedCluster {
  readonly url: string;
  readonly nodes: readonly RedisNode[];
  /** The masters that own slots now, as the first node that answers sees it. */
  masters(): Promise<RedisNode[]>;
  /** The master whose slot this key is in. */
  ownerOf(key: string): Promise<RedisNode>;
  /** Waits until another node has taken the place of this master and every slot is served. */
  replaced(old: RedisNode): Promise<void>;
  /** Waits until every slot is served and each of the masters has a replica in step. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplicatedCluster(...options: string[]): Promise<ReplicatedCluster> {
  const nodes: RedisNode[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.remove()));
  };
  try {
    for (let i = 0; i < MASTERS * 2; i += 1) nodes.push(await startNode(options));
    await assemble(nodes);
    const cluster = clusterOf(nodes, stop);
    await cluster.settled();
    return cluster;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startNode(options: string[]): Promise<RedisNode> {
  return startRedisNode(
    ...['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'],
    ...['--cluster-port', String(await freePort()), '--maxmemory-policy', 'noeviction'],
    ...['--cluster-node-timeout', String(NODE_TIMEOUT_MS), '--repl-diskless-sync-delay', '0'],
    ...['--cluster-replica-validity-factor', '0', ...options],
  );
}

/** The first half become masters of equal shares, the others their replicas. */
async function assemble(nodes: readonly RedisNode[]): Promise<void> {
  const [first] = nodes;
  if (!first) throw new Error('no nodes');
  for (const [n, node] of nodes.entries()) {
    await node.ask('CLUSTER', 'SET-CONFIG-EPOCH', String(n + 1));
    if (n < MASTERS) await node.ask('CLUSTER', 'ADDSLOTSRANGE', ...shareOf(n));
    const busPort = String(await node.ask('CONFIG', 'GET', 'cluster-port')).split(',')[1] ?? '';
    if (n > 0) await first.ask('CLUSTER', 'MEET', '127.0.0.1', String(node.port), busPort);
  }
  await until(async () =>
    (await Promise.all(nodes.map(knownNodes))).every((n) => n === nodes.length),
  );
  for (const [n, node] of nodes.slice(MASTERS).entries()) {
    const masterId = String(await nodes[n]?.ask('CLUSTER', 'MYID'));
    await until(async () => (await node.ask('CLUSTER', 'REPLICATE', masterId)) === 'OK');
  }
}

function shareOf(n: number): [string, string] {
  const from = Math.floor((n * SLOTS) / MASTERS);
  const to = Math.floor(((n + 1) * SLOTS) / MASTERS) - 1;
  return [String(from), String(to)];
}

async function knownNodes(node: RedisNode): Promise<number> {
  const text = String(await node.ask('CLUSTER', 'INFO'));
  return Number(/cluster_known_nodes:(\d+)/.exec(text)?.[1]);
}

function clusterOf(nodes: readonly RedisNode[], stop: () => Promise<void>): ReplicatedCluster {
  const addresses = nodes.map(({ port }) => `127.0.0.1:${String(port)}`);
  const at = (port: number): RedisNode => {
    const node = nodes.find((one) => one.port === port);
    if (!node) throw new Error('not a node of this cluster');
    return node;
  };
  const masters = async (): Promise<RedisNode[]> =>
    (await slotsSeen(nodes))
      .map(({ masterPort }) => masterPort)
      .filter(first)
      .map(at);
  return {
    url: `redis+cluster://${addresses.join(',')}`,
    nodes,
    masters,
    replaced: (old) =>
      until(async () => {
        const now = await masters();
        return !now.includes(old) && (await Promise.all(now.map(serves))).every(Boolean);
      }),
    ownerOf: async (key) => {
      const slot = Number(await (await anyAlive(nodes)).ask('CLUSTER', 'KEYSLOT', key));
      const share = (await slotsSeen(nodes)).find(({ from, to }) => from <= slot && slot <= to);
      return at(share?.masterPort ?? 0);
    },
    settled: () => until(async () => (await Promise.all(nodes.map(isInStep))).every(Boolean)),
    stop,
  };
}

const first = <T>(value: T, n: number, all: T[]): boolean => all.indexOf(value) === n;

interface Share {
  readonly from: number;
  readonly to: number;
  readonly masterPort: number;
}

async function slotsSeen(nodes: readonly RedisNode[]): Promise<Share[]> {
  const rows = (await (await anyAlive(nodes)).ask('CLUSTER', 'SLOTS')) as [
    number,
    number,
    [string, number],
  ][];
  return rows.map(([from, to, [, masterPort]]) => ({ from, to, masterPort }));
}

async function anyAlive(nodes: readonly RedisNode[]): Promise<RedisNode> {
  for (const node of nodes) {
    if ((await node.ask('PING').catch(() => '')) === 'PONG') return node;
  }
  throw new Error('no node answers');
}

async function serves(node: RedisNode): Promise<boolean> {
  return String(await node.ask('CLUSTER', 'INFO')).includes('cluster_state:ok');
}

async function isInStep(node: RedisNode): Promise<boolean> {
  if (!(await serves(node))) return false;
  const info = await node.info('replication');
  return info.includes('role:master')
    ? info.includes('state=online')
    : info.includes('master_link_status:up');
}
