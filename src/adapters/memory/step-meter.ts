/** A count in steps of time, whose size does not grow with what it counts. */

import type { Cap, Meter } from '../../app/ports/send-budget.js';
import type { MessageId } from '../../domain/ids.js';
import { BUDGET_STEPS, GIVE_BACK_WITHIN_MS } from '../../domain/limits.js';
import { ExpiringMap } from './expiring-map.js';
import type { Tally } from './tally.js';

export class StepMeter implements Tally {
  readonly lifeMs: number;
  readonly #stepMs: number;
  readonly #counts = new Map<number, number>();
  /** The step of each message of the last moments. */
  readonly #recent: ExpiringMap<number>;

  constructor({ keepMs }: Meter, now: () => number) {
    this.#stepMs = keepMs / BUDGET_STEPS;
    this.lifeMs = keepMs + this.#stepMs;
    this.#recent = new ExpiringMap(now);
  }

  /** A step is gone once all of it lies a whole window back, so nothing is forgotten too early. */
  held(now: number): number {
    let held = 0;
    for (const [step, count] of this.#counts) {
      if (step < this.#step(now) - BUDGET_STEPS) this.#counts.delete(step);
      else held += count;
    }
    return held;
  }

  has(messageId: MessageId): boolean {
    return this.#recent.get(messageId) !== undefined;
  }

  count(messageId: MessageId, now: number): void {
    const step = this.#step(now);
    this.#counts.set(step, (this.#counts.get(step) ?? 0) + 1);
    this.#recent.set(messageId, step, GIVE_BACK_WITHIN_MS);
  }

  giveBack(messageId: MessageId): void {
    const step = this.#recent.get(messageId);
    this.#recent.delete(messageId);
    const count = step === undefined ? 0 : (this.#counts.get(step) ?? 0);
    if (step !== undefined && count > 0) this.#counts.set(step, count - 1);
  }

  waitMs({ most }: Pick<Cap, 'most'>, now: number): number {
    let left = this.held(now);
    let waitMs = 0;
    for (const [step, count] of [...this.#counts].sort(([a], [b]) => a - b)) {
      if (left < most) break;
      left -= count;
      waitMs = (step + BUDGET_STEPS + 1) * this.#stepMs - now;
    }
    return waitMs;
  }

  latestAt(): null {
    return null;
  }

  #step(now: number): number {
    return Math.floor(now / this.#stepMs);
  }
}
