/** Builds ioredis clients whose every wait is bounded and who never send a command twice. */

import { Cluster, Redis, type RedisOptions } from 'ioredis';

import { StoreUnavailableError } from '../../app/errors.js';
import { redisError } from './errors.js';
import type { RedisClient } from './script.js';
import { parseRedisUrl, type RedisTarget } from './target.js';

/** Longest wait for one reply; two of them fit into a request's deadline (R108). Milliseconds. */
const REPLY_TIMEOUT_MS = 700;
/** Longest wait for one connection. Milliseconds. */
const CONNECT_TIMEOUT_MS = 2_000;
/** Longest wait for the first one, whatever the topology; a Cluster's own may never come. Milliseconds. */
const START_TIMEOUT_MS = 5_000;
/** Reconnecting goes on for ever, at most this far apart. Milliseconds. */
const RECONNECT_MAX_MS = 1_000;
const RECONNECT_STEP_MS = 50;
/**
 * Waits for replies after which a connection counts as lost. A server that stands still or is cut off
 * leaves its connections open: without this nobody would ever look for the one that replaced it.
 */
const SILENT_REPLIES = 2;
/** How often a server that loads its data is asked whether it is done; ioredis waits up to 10 s. Milliseconds. */
const LOADING_POLL_MS = 500;
/** How often a Cluster is asked who serves what, beside whenever it says so itself. Milliseconds. */
const SLOTS_REFRESH_MS = 5_000;
/** Longest wait for that answer, from one node; then the next one is asked. Milliseconds. */
const SLOTS_TIMEOUT_MS = 1_000;

/** Answers of a server that is no longer the primary, or no longer hears of its replicas. */
const DEMOTED = /^(READONLY|MASTERDOWN)/;
const DEMOTED_OR_CUT_OFF = /^(READONLY|MASTERDOWN|NOREPLICAS)/;

/**
 * Without these, ioredis hangs 73 s when Redis is down and repeats commands whose reply was lost, so
 * that a guess counts twice (E3, E4). "Error" then means "unknown": scripts are safe to run again.
 */
const BOUNDED = {
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  connectTimeout: CONNECT_TIMEOUT_MS,
  maxLoadingRetryTime: LOADING_POLL_MS,
} satisfies RedisOptions;

export interface ConnectOptions {
  /** Told of every connection error as a short class; nothing else is known to be safe to log. */
  readonly onError: (reason: string) => void;
  /** RESP version; 3 where nothing is said. Some proxies know only 2. */
  readonly protocol?: 2 | 3;
  /** Longest wait for one reply; 700 where nothing is said. */
  readonly replyTimeoutMs?: number;
}

/**
 * Connects and answers once the first command would be accepted. Rejects with `StoreUnavailableError`
 * when that takes over five seconds; a malformed address throws a `TypeError` that does not repeat it.
 */
export async function connectRedis(url: string, options: ConnectOptions): Promise<RedisClient> {
  const redis = build(parseRedisUrl(url), options);
  redis.on('error', (error: unknown) => options.onError(reasonOf(error)));
  try {
    await withDeadline(firstReady(redis), START_TIMEOUT_MS);
    if (redis instanceof Cluster) await meetNodes(redis);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw error instanceof StoreUnavailableError ? error : redisError(error, 'connect');
  }
}

/** A first connection that fails or is slow is tried again like any later one, until the deadline. */
function firstReady(redis: RedisClient): Promise<void> {
  return new Promise((resolve) => {
    redis.once('ready', () => resolve());
    redis.connect().catch(() => undefined);
  });
}

/** ioredis connects a node at its first command and refuses all others until then. */
async function meetNodes(cluster: Cluster): Promise<void> {
  const meet = (node: Redis): Promise<void> =>
    node.status === 'wait' ? node.connect().catch(() => undefined) : Promise.resolve();
  // Later, since a command that waits for this very node goes first.
  cluster.on('+node', (node: Redis) => setImmediate(() => void meet(node)));
  await Promise.all(cluster.nodes('master').map(meet));
}

function build(target: RedisTarget, options: ConnectOptions): RedisClient {
  const { credentials, tls } = target;
  const { protocol = 3, replyTimeoutMs: commandTimeout = REPLY_TIMEOUT_MS } = options;
  const socketTimeout = SILENT_REPLIES * commandTimeout;
  const bounded = { ...BOUNDED, protocol, commandTimeout, socketTimeout };
  const common = { ...bounded, ...credentials, ...(tls ? { tls: {} } : {}) };
  switch (target.kind) {
    case 'single':
      return new Redis({
        ...common,
        ...target.node,
        db: target.db,
        retryStrategy: backOff,
        // The name may lead to another server by now.
        reconnectOnError: nowAndThenOn(DEMOTED),
      });
    case 'sentinel':
      return new Redis({
        ...common,
        sentinels: target.nodes,
        name: target.name,
        retryStrategy: backOff,
        sentinelRetryStrategy: backOff,
        // Without it a sentinel that stands still is waited for without end.
        sentinelCommandTimeout: REPLY_TIMEOUT_MS,
        enableTLSForSentinelMode: tls,
        // Connect anew, to ask the sentinels for the present primary.
        reconnectOnError: nowAndThenOn(DEMOTED_OR_CUT_OFF),
      });
    case 'cluster':
      return new Cluster(target.nodes, {
        lazyConnect: true,
        enableOfflineQueue: false,
        clusterRetryStrategy: backOff,
        slotsRefreshInterval: SLOTS_REFRESH_MS,
        slotsRefreshTimeout: SLOTS_TIMEOUT_MS,
        // Each node's name is resolved as it is connected to: one that is gone does not bar the others.
        dnsLookup: (name, found) => found(null, name),
        // A closed connection may have run the command already: never again by itself.
        retryDelayOnFailover: 0,
        retryDelayOnClusterDown: 0,
        redisOptions: common,
      });
  }
}

/** True for such an answer, once a second: what can still be read is not cut off over and over. */
function nowAndThenOn(answer: RegExp): (error: Error) => boolean {
  let isRecent = false;
  return ({ message }) => {
    if (isRecent || !answer.test(message)) return false;
    isRecent = true;
    setTimeout(() => (isRecent = false), RECONNECT_MAX_MS).unref();
    return true;
  };
}

function backOff(times: number): number {
  return Math.min(times * RECONNECT_STEP_MS, RECONNECT_MAX_MS);
}

function reasonOf(error: unknown): string {
  const known = redisError(error, 'connect');
  return known instanceof StoreUnavailableError ? known.reason : 'ERR';
}

async function withDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    const late = () => reject(new StoreUnavailableError('redis', 'timeout'));
    timer = setTimeout(late, deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
