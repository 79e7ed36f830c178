/** SendBudget over Redis: both windows of a number in one slot, counted by one script. */

import type { BudgetOutcome, BudgetRequest, SendBudget } from '../../app/ports/send-budget.js';
import {
  NUMBER_SENDS,
  NUMBER_SENDS_WINDOW_MS,
  UNPROVEN_DAY_MS,
  UNPROVEN_SENDS,
  UNPROVEN_SENDS_PER_DAY,
} from '../../domain/limits.js';
import type { RedisStoreOptions } from './challenge-store.js';
import { Keyspace } from './keys.js';
import { integer, list, text, unexpected } from './reply.js';
import { loadScript, type RedisClient } from './script.js';

const reserveScript = loadScript('reserve-budget');
const giveBackScript = loadScript('give-back-budget');

const LIMITS = [
  NUMBER_SENDS,
  NUMBER_SENDS_WINDOW_MS,
  UNPROVEN_SENDS,
  UNPROVEN_SENDS_PER_DAY,
  UNPROVEN_DAY_MS,
];

/** Shared by all instances; safe for any number of parallel calls. */
export class RedisSendBudget implements SendBudget {
  readonly #keys: Keyspace;

  constructor(
    private readonly redis: RedisClient,
    private readonly options: RedisStoreOptions,
  ) {
    this.#keys = new Keyspace(options.keyHasher, options.prefix ?? 'assay');
  }

  async reserve({ numberKey, messageId, proven }: BudgetRequest): Promise<BudgetOutcome> {
    const now = this.options.testClock?.() ?? '';
    const args = [now, messageId, proven ? 1 : 0, ...LIMITS];
    const reply = list(await reserveScript(this.redis, this.#keys.budget(numberKey), args));
    if (reply[0] === 'reserved') return { kind: 'reserved' };
    if (reply[0] !== 'limit') return unexpected();
    return { kind: 'limit', limit: limitName(reply[1]), retryAfterMs: integer(reply[2]) };
  }

  async giveBack({
    numberKey,
    messageId,
  }: Pick<BudgetRequest, 'numberKey' | 'messageId'>): Promise<void> {
    integer(await giveBackScript(this.redis, this.#keys.budget(numberKey), [messageId]));
  }
}

function limitName(value: unknown): 'number' | 'unproven_number' | 'unproven_number_day' {
  const name = text(value);
  if (name === 'number' || name === 'unproven_number' || name === 'unproven_number_day')
    return name;
  return unexpected();
}
