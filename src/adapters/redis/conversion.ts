/** Conversion over Redis: the counts of a prefix in a slot of its own, and for each number in flight its range. */

import { z } from 'zod';

import type {
  Conversion,
  ConversionOutcome,
  NumberRange,
  UnprovenSend,
} from '../../app/ports/conversion.js';
import type { FactorId } from '../../domain/ids.js';
import {
  CONVERSION_FLOOR,
  CONVERSION_STEP_MS,
  CONVERSION_STEPS,
  GIVE_BACK_WITHIN_MS,
  PREFIX_SENDS,
} from '../../domain/limits.js';
import type { RedisStoreOptions } from './challenge-store.js';
import { redisError } from './errors.js';
import { Keyspace } from './keys.js';
import { integer } from './reply.js';
import { loadScript, type RedisClient } from './script.js';

const takeScript = loadScript('take-conversion');
const giveBackScript = loadScript('give-back-conversion');
const proveScript = loadScript('prove-conversion');

const WINDOW = [CONVERSION_STEP_MS, CONVERSION_STEPS] as const;

const kept = z.strictObject({ country: z.string(), prefix: z.string() });

/** Shared by all instances; safe for any number of parallel calls. */
export class RedisConversion implements Conversion {
  readonly #keys: Keyspace;

  constructor(
    private readonly redis: RedisClient,
    private readonly options: RedisStoreOptions,
  ) {
    this.#keys = new Keyspace(options.keyHasher, options.prefix ?? 'assay');
  }

  /** The range is kept first: what is counted can then always be answered. */
  async take({ messageId, factorId, range, lifeMs }: UnprovenSend): Promise<ConversionOutcome> {
    await this.#keep(factorId, range, lifeMs);
    const bounds = [GIVE_BACK_WITHIN_MS, PREFIX_SENDS, CONVERSION_FLOOR];
    const args = [this.#now(), messageId, ...WINDOW, ...bounds];
    const waitMs = integer(await takeScript(this.redis, this.#keys.conversion(range.prefix), args));
    return waitMs === 0 ? { kind: 'taken' } : { kind: 'limit', retryAfterMs: waitMs };
  }

  async giveBack({ range, messageId }: Pick<UnprovenSend, 'range' | 'messageId'>): Promise<void> {
    const keys = this.#keys.conversion(range.prefix);
    integer(await giveBackScript(this.redis, keys, [messageId, CONVERSION_STEP_MS]));
  }

  async proven(factorId: FactorId): Promise<NumberRange | null> {
    const text = await this.#takeOut(factorId);
    if (text === null) return null;
    const range = kept.parse(JSON.parse(text));
    const [counts] = this.#keys.conversion(range.prefix);
    integer(await proveScript(this.redis, [counts], [this.#now(), ...WINDOW]));
    return range;
  }

  /** One command: the two keys share a slot. */
  async reopen(prefix: NumberRange['prefix']): Promise<boolean> {
    try {
      return (await this.redis.del(...this.#keys.conversion(prefix))) > 0;
    } catch (error) {
      throw redisError(error, 'del');
    }
  }

  #now(): number | string {
    return this.options.testClock?.() ?? '';
  }

  async #keep(factorId: FactorId, { country, prefix }: NumberRange, lifeMs: number): Promise<void> {
    const key = this.#keys.numberRange(factorId);
    try {
      await this.redis.set(key, JSON.stringify({ country, prefix }), 'PX', Math.ceil(lifeMs));
    } catch (error) {
      throw redisError(error, 'set');
    }
  }

  async #takeOut(factorId: FactorId): Promise<string | null> {
    try {
      return await this.redis.getdel(this.#keys.numberRange(factorId));
    } catch (error) {
      throw redisError(error, 'getdel');
    }
  }
}
