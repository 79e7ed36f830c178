/** SendBudget in this process. */

import type { MessageId } from '../../domain/ids.js';
import type { BudgetOutcome, BudgetRequest, SendBudget } from '../../app/ports/send-budget.js';
import {
  NUMBER_SENDS,
  NUMBER_SENDS_WINDOW_MS,
  UNPROVEN_DAY_MS,
  UNPROVEN_SENDS,
  UNPROVEN_SENDS_PER_DAY,
} from '../../domain/limits.js';
import { ExpiringMap } from './expiring-map.js';

/** Instants of sends by message. */
type Sends = ReadonlyMap<MessageId, number>;
type LimitOutcome = Extract<BudgetOutcome, { kind: 'limit' }>;

interface Limit {
  readonly limit: LimitOutcome['limit'];
  readonly most: number;
  readonly windowMs: number;
}

const NUMBER: Limit = { limit: 'number', most: NUMBER_SENDS, windowMs: NUMBER_SENDS_WINDOW_MS };
const UNPROVEN: Limit = {
  limit: 'unproven_number',
  most: UNPROVEN_SENDS,
  windowMs: NUMBER_SENDS_WINDOW_MS,
};
const UNPROVEN_DAY: Limit = {
  limit: 'unproven_number_day',
  most: UNPROVEN_SENDS_PER_DAY,
  windowMs: UNPROVEN_DAY_MS,
};

/** Synchronous up to each return, so the event loop makes every method atomic. */
export class MemorySendBudget implements SendBudget {
  readonly #all: ExpiringMap<Sends>;
  readonly #unproven: ExpiringMap<Sends>;

  /** `now` answers milliseconds since 1970. */
  constructor(private readonly now: () => number) {
    this.#all = new ExpiringMap(now);
    this.#unproven = new ExpiringMap(now);
  }

  async reserve({ numberKey, messageId, proven }: BudgetRequest): Promise<BudgetOutcome> {
    const all = this.#within(this.#all, numberKey, NUMBER_SENDS_WINDOW_MS);
    const unproven = this.#within(this.#unproven, numberKey, UNPROVEN_DAY_MS);
    if (all.has(messageId)) return { kind: 'reserved' };
    const waits = [this.#wait(NUMBER, all)];
    if (!proven) waits.push(this.#wait(UNPROVEN, unproven), this.#wait(UNPROVEN_DAY, unproven));
    // The longest: waiting that long works.
    const longest = waits.reduce((a, b) => (b.retryAfterMs > a.retryAfterMs ? b : a));
    if (longest.retryAfterMs > 0) return longest;

    const now = this.now();
    this.#all.set(numberKey, new Map(all).set(messageId, now), NUMBER_SENDS_WINDOW_MS);
    if (!proven) {
      this.#unproven.set(numberKey, new Map(unproven).set(messageId, now), UNPROVEN_DAY_MS);
    }
    return { kind: 'reserved' };
  }

  async giveBack({
    numberKey,
    messageId,
  }: Pick<BudgetRequest, 'numberKey' | 'messageId'>): Promise<void> {
    for (const table of [this.#all, this.#unproven]) {
      const rest = new Map(table.get(numberKey));
      rest.delete(messageId);
      table.replace(numberKey, rest);
    }
  }

  #within(table: ExpiringMap<Sends>, numberKey: string, windowMs: number): Sends {
    const sends = [...(table.get(numberKey) ?? new Map<MessageId, number>())];
    return new Map(sends.filter(([, at]) => at > this.now() - windowMs));
  }

  #wait({ limit, most, windowMs }: Limit, sends: Sends): LimitOutcome {
    const nth = [...sends.values()].sort((a, b) => b - a)[most - 1] ?? -Infinity;
    return { kind: 'limit', limit, retryAfterMs: Math.max(0, nth + windowMs - this.now()) };
  }
}
