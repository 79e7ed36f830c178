/** Conversion in this process. */

import type {
  Conversion,
  ConversionOutcome,
  NumberRange,
  UnprovenSend,
} from '../../app/ports/conversion.js';
import { mayGoOn } from '../../domain/conversion.js';
import type { FactorId } from '../../domain/ids.js';
import { CONVERSION_STEP_MS, CONVERSION_STEPS, GIVE_BACK_WITHIN_MS } from '../../domain/limits.js';
import { ExpiringMap } from './expiring-map.js';

interface Step {
  readonly sent: number;
  readonly proven: number;
}

/** By number of the step. */
type Steps = ReadonlyMap<number, Step>;

const NONE: Step = { sent: 0, proven: 0 };

/** Synchronous up to each return, so the event loop makes every method atomic. */
export class MemoryConversion implements Conversion {
  readonly #prefixes: ExpiringMap<Steps>;
  readonly #ranges: ExpiringMap<NumberRange>;
  /** The step each message of the last moments was counted in. */
  readonly #recent: ExpiringMap<number>;

  /** `now` answers milliseconds since 1970. */
  constructor(private readonly now: () => number) {
    this.#prefixes = new ExpiringMap(now);
    this.#ranges = new ExpiringMap(now);
    this.#recent = new ExpiringMap(now);
  }

  async take({ messageId, factorId, range, lifeMs }: UnprovenSend): Promise<ConversionOutcome> {
    this.#ranges.set(factorId, range, lifeMs);
    if (this.#recent.get(messageId) !== undefined) return { kind: 'taken' };
    const waitMs = this.#waitMs(this.#steps(range.prefix));
    if (waitMs > 0) return { kind: 'limit', retryAfterMs: waitMs };
    const step = this.#step();
    this.#add(range.prefix, step, { sent: 1, proven: 0 });
    this.#recent.set(messageId, step, GIVE_BACK_WITHIN_MS);
    return { kind: 'taken' };
  }

  async giveBack({ range, messageId }: Pick<UnprovenSend, 'range' | 'messageId'>): Promise<void> {
    const step = this.#recent.get(messageId);
    if (step === undefined) return;
    this.#recent.delete(messageId);
    const steps = this.#prefixes.get(range.prefix);
    const counted = steps?.get(step);
    if (!counted || counted.sent === 0) return;
    const less = { ...counted, sent: counted.sent - 1 };
    this.#prefixes.replace(range.prefix, new Map(steps).set(step, less));
  }

  async proven(factorId: FactorId): Promise<NumberRange | null> {
    const range = this.#ranges.get(factorId);
    if (!range) return null;
    this.#ranges.delete(factorId);
    this.#add(range.prefix, this.#step(), { sent: 0, proven: 1 });
    return range;
  }

  #step(): number {
    return Math.floor(this.now() / CONVERSION_STEP_MS);
  }

  /** Those within the window, oldest first. */
  #steps(prefix: string): [number, Step][] {
    const oldest = this.#step() - CONVERSION_STEPS;
    const all = [...(this.#prefixes.get(prefix) ?? new Map<number, Step>())];
    return all.filter(([at]) => at >= oldest).sort(([a], [b]) => a - b);
  }

  #add(prefix: string, step: number, more: Step): void {
    const steps = new Map(this.#steps(prefix));
    const { sent, proven } = steps.get(step) ?? NONE;
    steps.set(step, { sent: sent + more.sent, proven: proven + more.proven });
    this.#prefixes.set(prefix, steps, (CONVERSION_STEPS + 1) * CONVERSION_STEP_MS);
  }

  /** Until so many steps have left the window that what remains may go on. */
  #waitMs(steps: readonly [number, Step][]): number {
    let { sent, proven } = steps.reduce(
      (sum, [, step]) => ({ sent: sum.sent + step.sent, proven: sum.proven + step.proven }),
      NONE,
    );
    let waitMs = 0;
    for (const [at, step] of steps) {
      if (mayGoOn(sent, proven)) return waitMs;
      sent -= step.sent;
      proven -= step.proven;
      waitMs = (at + CONVERSION_STEPS + 1) * CONVERSION_STEP_MS - this.now();
    }
    return waitMs;
  }
}
