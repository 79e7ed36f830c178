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

function build(target: RedisTarget, options: ConnectOptions): RedisClient {
  const { credentials, tls } = target;
  const { protocol = 3, replyTimeoutMs: commandTimeout = REPLY_TIMEOUT_MS } = options;
  const bounded = { ...BOUNDED, protocol, commandTimeout };
  const common = { ...bounded, ...credentials, ...(tls ? { tls: {} } : {}) };
  switch (target.kind) {
    case 'single':
      return new Redis({ ...common, ...target.node, db: target.db, retryStrategy: backOff });
    case 'sentinel':
      return new Redis({
        ...common,
        sentinels: target.nodes,
        name: target.name,
        retryStrategy: backOff,
        sentinelRetryStrategy: backOff,
        enableTLSForSentinelMode: tls,
        // A demoted primary refuses writes: connect anew, to find the present one.
        reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
      });
    case 'cluster':
      return new Cluster(target.nodes, {
        lazyConnect: true,
        enableOfflineQueue: false,
        clusterRetryStrategy: backOff,
        slotsRefreshTimeout: CONNECT_TIMEOUT_MS,
        // A closed connection may have run the command already: never again by itself.
        retryDelayOnFailover: 0,
        retryDelayOnClusterDown: 0,
        redisOptions: common,
      });
  }
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
