/** Conversion in this process. */

import type {
  Conversion,
  ConversionOutcome,
  NumberRange,
  UnprovenSend,
} from '../../app/ports/conversion.js';
import { mayGoOn } from '../../domain/conversion.js';
import type { FactorId, MessageId } from '../../domain/ids.js';
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
  /** When each message of the last moments was counted, by prefix. */
  readonly #recent: ExpiringMap<ReadonlyMap<MessageId, number>>;

  /** `now` answers milliseconds since 1970. */
  constructor(private readonly now: () => number) {
    this.#prefixes = new ExpiringMap(now);
    this.#ranges = new ExpiringMap(now);
    this.#recent = new ExpiringMap(now);
  }

  async take({ messageId, factorId, range, lifeMs }: UnprovenSend): Promise<ConversionOutcome> {
    const { prefix } = range;
    this.#ranges.set(factorId, range, lifeMs);
    const recent = this.#recentOf(prefix);
    if (recent.has(messageId)) return { kind: 'taken' };
    const waitMs = this.#waitMs(this.#steps(prefix), recent.size);
    if (waitMs > 0) return { kind: 'limit', retryAfterMs: waitMs };
    this.#add(prefix, this.#step(), { sent: 1, proven: 0 });
    this.#recent.set(prefix, recent.set(messageId, this.now()), GIVE_BACK_WITHIN_MS);
    return { kind: 'taken' };
  }

  async giveBack({ range, messageId }: Pick<UnprovenSend, 'range' | 'messageId'>): Promise<void> {
    const { prefix } = range;
    const recent = this.#recentOf(prefix);
    const atMs = recent.get(messageId);
    if (atMs === undefined) return;
    recent.delete(messageId);
    this.#recent.replace(prefix, recent);
    const step = Math.floor(atMs / CONVERSION_STEP_MS);
    const steps = this.#prefixes.get(prefix);
    const counted = steps?.get(step);
    if (!counted || counted.sent === 0) return;
    const less = { ...counted, sent: counted.sent - 1 };
    this.#prefixes.replace(prefix, new Map(steps).set(step, less));
  }

  async proven(factorId: FactorId): Promise<NumberRange | null> {
    const range = this.#ranges.get(factorId);
    if (!range) return null;
    this.#ranges.delete(factorId);
    this.#add(range.prefix, this.#step(), { sent: 0, proven: 1 });
    return range;
  }

  async reopen(prefix: NumberRange['prefix']): Promise<boolean> {
    const isCounted = this.#prefixes.get(prefix) !== undefined;
    this.#prefixes.delete(prefix);
    this.#recent.delete(prefix);
    return isCounted;
  }

  #step(): number {
    return Math.floor(this.now() / CONVERSION_STEP_MS);
  }

  #recentOf(prefix: string): Map<MessageId, number> {
    const since = this.now() - GIVE_BACK_WITHIN_MS;
    return new Map([...(this.#recent.get(prefix) ?? [])].filter(([, atMs]) => atMs > since));
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

  /** Until so many steps have left the window that what remains may go on; shorter while that is undecided. */
  #waitMs(steps: readonly [number, Step][], recent: number): number {
    const all = steps.reduce(
      (sum, [, step]) => ({ sent: sum.sent + step.sent, proven: sum.proven + step.proven }),
      NONE,
    );
    const waitMs = this.#forgottenAfterMs(steps, all);
    const isUndecided = mayGoOn(all.sent, all.proven + recent);
    return isUndecided ? Math.min(waitMs, GIVE_BACK_WITHIN_MS) : waitMs;
  }

  #forgottenAfterMs(steps: readonly [number, Step][], { sent, proven }: Step): number {
    let left = { sent, proven };
    let waitMs = 0;
    for (const [at, step] of steps) {
      if (mayGoOn(left.sent, left.proven)) return waitMs;
      left = { sent: left.sent - step.sent, proven: left.proven - step.proven };
      waitMs = (at + CONVERSION_STEPS + 1) * CONVERSION_STEP_MS - this.now();
    }
    return waitMs;
  }
}
