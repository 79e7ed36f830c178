/** Opens the pending store: Redis, or this process's own memory. */

import type { RedisHealth } from '../adapters/redis/health.js';
import type { ChallengeStore } from '../app/ports/challenge-store.js';
import type { Conversion } from '../app/ports/conversion.js';
import type { PageStore } from '../app/ports/page-store.js';
import type { PortalSessionStore } from '../app/ports/portal-session-store.js';
import type { SendBudget } from '../app/ports/send-budget.js';
import type { ServiceEvents } from '../app/ports/service-events.js';
import { wallClockMs } from './clock.js';

export interface PendingStore {
  readonly challenges: ChallengeStore;
  readonly budget: SendBudget;
  readonly conversion: Conversion;
  readonly portalSessions: PortalSessionStore;
  readonly pages: PageStore;
  /** Rejects with `StoreUnavailableError`; null where there is no server to ask. */
  readonly probe: (() => Promise<RedisHealth>) | null;
  close(): Promise<void>;
}

export interface RedisSettings {
  readonly url: string;
  readonly protocol: 2 | 3;
  readonly keyHasher: (text: string) => string;
  readonly events: Pick<ServiceEvents, 'storeFault'>;
}

/** Rejects with `StoreUnavailableError` when Redis cannot be reached within five seconds. */
export async function openRedis(settings: RedisSettings): Promise<PendingStore> {
  const { connectRedis } = await import('../adapters/redis/client.js');
  const { probeRedis } = await import('../adapters/redis/health.js');
  const { RedisChallengeStore } = await import('../adapters/redis/challenge-store.js');
  const { RedisConversion } = await import('../adapters/redis/conversion.js');
  const { RedisPageStore } = await import('../adapters/redis/page-store.js');
  const { RedisPortalSessionStore } = await import('../adapters/redis/portal-session-store.js');
  const { RedisSendBudget } = await import('../adapters/redis/send-budget.js');
  const { events } = settings;
  const redis = await connectRedis(settings.url, {
    protocol: settings.protocol,
    onError: (reason) =>
      events.storeFault({ part: 'redis', reason, place: 'connection', requestId: null }),
  });
  const options = {
    keyHasher: (parts: string[]) => settings.keyHasher(JSON.stringify(parts)),
  };
  return {
    challenges: new RedisChallengeStore(redis, options),
    budget: new RedisSendBudget(redis, options),
    conversion: new RedisConversion(redis, options),
    portalSessions: new RedisPortalSessionStore(redis, options),
    pages: new RedisPageStore(redis, options),
    probe: () => probeRedis(redis),
    close: async () => {
      // A server that is away cannot say goodbye.
      await redis.quit().catch(() => undefined);
      redis.disconnect();
    },
  };
}

export async function openMemory(): Promise<PendingStore> {
  const { MemoryChallengeStore } = await import('../adapters/memory/challenge-store.js');
  const { MemoryConversion } = await import('../adapters/memory/conversion.js');
  const { MemoryPageStore } = await import('../adapters/memory/page-store.js');
  const { MemoryPortalSessionStore } = await import('../adapters/memory/portal-session-store.js');
  const { MemorySendBudget } = await import('../adapters/memory/send-budget.js');
  return {
    challenges: new MemoryChallengeStore(wallClockMs),
    budget: new MemorySendBudget(wallClockMs),
    conversion: new MemoryConversion(wallClockMs),
    portalSessions: new MemoryPortalSessionStore(wallClockMs),
    pages: new MemoryPageStore(wallClockMs),
    probe: null,
    close: () => Promise.resolve(),
  };
}
