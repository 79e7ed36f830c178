/** SendBudget over Redis: all meters of an owner in one slot, counted by one script. */

import type {
  Meter,
  Reached,
  SendBudget,
  TakeOutcome,
  TakeRequest,
} from '../../app/ports/send-budget.js';
import { BUDGET_STEPS, GIVE_BACK_WITHIN_MS } from '../../domain/limits.js';
import { isSendLimit } from '../../domain/send-limit.js';
import type { RedisStoreOptions } from './challenge-store.js';
import { Keyspace } from './keys.js';
import { integer, list, text, unexpected } from './reply.js';
import { loadScript, type RedisClient } from './script.js';

const takeScript = loadScript('take-budget');
const giveBackScript = loadScript('give-back-budget');

/** Shared by all instances; safe for any number of parallel calls. */
export class RedisSendBudget implements SendBudget {
  readonly #keys: Keyspace;

  constructor(
    private readonly redis: RedisClient,
    private readonly options: RedisStoreOptions,
  ) {
    this.#keys = new Keyspace(options.keyHasher, options.prefix ?? 'assay');
  }

  async take({ owner, messageId, meters, isSoft, warn }: TakeRequest): Promise<TakeOutcome> {
    const base = this.#keys.budget(owner);
    const keys = [...metersKeys(base, meters), ...(warn ? [`${base}w`] : [])];
    const json = JSON.stringify({
      isSoft: isSoft ?? false,
      recentMs: GIVE_BACK_WITHIN_MS,
      warn,
      meters: meters.map((meter) => ({
        ...(meter.counts === 'steps' && { stepMs: stepMsOf(meter), steps: BUDGET_STEPS }),
        keepMs: meter.keepMs,
        caps: meter.caps,
      })),
    });
    const now = this.options.testClock?.() ?? '';
    return outcomeOf(list(await takeScript(this.redis, keys, [now, messageId, json])));
  }

  async giveBack({
    owner,
    messageId,
    meters,
  }: Pick<TakeRequest, 'owner' | 'meters' | 'messageId'>): Promise<void> {
    const steps = meters.map((meter) => (meter.counts === 'steps' ? stepMsOf(meter) : 0));
    const keys = metersKeys(this.#keys.budget(owner), meters);
    integer(await giveBackScript(this.redis, keys, [messageId, JSON.stringify(steps)]));
  }
}

function metersKeys(base: string, meters: readonly Meter[]): string[] {
  return meters.flatMap(({ name, counts }) =>
    counts === 'steps' ? [`${base}${name}`, `${base}${name}r`] : [`${base}${name}`],
  );
}

function stepMsOf({ keepMs }: Meter): number {
  return keepMs / BUDGET_STEPS;
}

function outcomeOf([kind, limit, waitMs, sinceMs, warns, ...used]: unknown[]): TakeOutcome {
  const over = reachedOf(limit, waitMs);
  if (kind === 'limit') return over ? { kind, ...over } : unexpected();
  if (kind !== 'taken') return unexpected();
  const since = integer(sinceMs);
  return {
    kind,
    over,
    used: used.map(integer),
    sincePreviousMs: since < 0 ? null : since,
    isWarning: integer(warns) === 1,
  };
}

function reachedOf(limit: unknown, waitMs: unknown): Reached | null {
  const name = text(limit);
  if (name === '') return null;
  return isSendLimit(name) ? { limit: name, retryAfterMs: integer(waitMs) } : unexpected();
}
