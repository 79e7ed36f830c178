/** A count that keeps every message, exact to the millisecond. */

import type { Cap, Meter } from '../../app/ports/send-budget.js';
import type { MessageId } from '../../domain/ids.js';
import type { Tally } from './tally.js';

export class EachMeter implements Tally {
  readonly lifeMs: number;
  /** Instants by message, oldest first. */
  readonly #sends = new Map<MessageId, number>();

  constructor({ keepMs }: Meter) {
    this.lifeMs = keepMs;
  }

  held(now: number): number {
    for (const [messageId, at] of this.#sends) {
      if (at <= now - this.lifeMs) this.#sends.delete(messageId);
    }
    return this.#sends.size;
  }

  has(messageId: MessageId): boolean {
    return this.#sends.has(messageId);
  }

  count(messageId: MessageId, now: number): void {
    this.#sends.set(messageId, now);
  }

  giveBack(messageId: MessageId): void {
    this.#sends.delete(messageId);
  }

  waitMs({ most, windowMs }: Pick<Cap, 'most' | 'windowMs'>, now: number): number {
    const nth = [...this.#sends.values()].at(-most);
    return nth === undefined ? 0 : Math.max(0, nth + windowMs - now);
  }

  latestAt(): number | null {
    return [...this.#sends.values()].at(-1) ?? null;
  }
}
