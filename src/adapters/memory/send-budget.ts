/** SendBudget in this process. */

import type {
  Meter,
  Reached,
  SendBudget,
  Taken,
  TakeOutcome,
  TakeRequest,
  Warning,
} from '../../app/ports/send-budget.js';
import type { MessageId } from '../../domain/ids.js';
import { EachMeter } from './each-meter.js';
import { ExpiringMap } from './expiring-map.js';
import { StepMeter } from './step-meter.js';
import type { Tally } from './tally.js';

/** Synchronous up to each return, so the event loop makes every method atomic. */
export class MemorySendBudget implements SendBudget {
  readonly #tallies: ExpiringMap<Tally>;
  readonly #warned: ExpiringMap<true>;

  /** `now` answers milliseconds since 1970. */
  constructor(private readonly now: () => number) {
    this.#tallies = new ExpiringMap(now);
    this.#warned = new ExpiringMap(now);
  }

  async take(request: TakeRequest): Promise<TakeOutcome> {
    const { owner, messageId, meters, isSoft } = request;
    const now = this.now();
    const open = meters.map((meter) => this.#open(owner, meter));
    for (const { tally } of open) tally.held(now);
    if (open[0]?.tally.has(messageId)) return this.#taken(open, request, {});
    const over = longest(open, now);
    if (over && !isSoft) return { kind: 'limit', ...over };
    const latestAt = open[0]?.tally.latestAt() ?? null;
    this.#count(open, messageId);
    return this.#taken(open, request, {
      over,
      ...(latestAt !== null && { since: now - latestAt }),
    });
  }

  async giveBack({
    owner,
    messageId,
    meters,
  }: Pick<TakeRequest, 'owner' | 'meters' | 'messageId'>): Promise<void> {
    for (const meter of meters) this.#tallies.get(keyOf(owner, meter.name))?.giveBack(messageId);
  }

  #open(owner: TakeRequest['owner'], meter: Meter): OpenMeter {
    const key = keyOf(owner, meter.name);
    const known = this.#tallies.get(key);
    if (known) return { key, meter, tally: known };
    const isEach = meter.counts === 'each';
    return { key, meter, tally: isEach ? new EachMeter(meter) : new StepMeter(meter, this.now) };
  }

  #taken(
    open: readonly OpenMeter[],
    { owner, warn }: TakeRequest,
    { over = null, since }: { readonly over?: Reached | null; readonly since?: number },
  ): Taken {
    const used = open.map(({ tally }) => tally.held(this.now()));
    const isWarning = warn !== undefined && this.#warns(owner, warn, used[0]);
    return { kind: 'taken', over, used, sincePreviousMs: since ?? null, isWarning };
  }

  #count(open: readonly OpenMeter[], messageId: MessageId): void {
    for (const { key, tally } of open) {
      tally.count(messageId, this.now());
      this.#tallies.set(key, tally, tally.lifeMs);
    }
  }

  #warns(owner: TakeRequest['owner'], { at, everyMs }: Warning, used = 0): boolean {
    const key = keyOf(owner, '');
    if (used < at || this.#warned.get(key) !== undefined) return false;
    this.#warned.set(key, true, everyMs);
    return true;
  }
}

interface OpenMeter {
  readonly key: string;
  readonly meter: Meter;
  readonly tally: Tally;
}

function longest(open: readonly OpenMeter[], now: number): Reached | null {
  const all = open.flatMap(({ meter, tally }) =>
    meter.caps.map((cap) => ({ limit: cap.limit, retryAfterMs: tally.waitMs(cap, now) })),
  );
  return all.reduce<Reached | null>(
    (most, each) => (each.retryAfterMs > (most?.retryAfterMs ?? 0) ? each : most),
    null,
  );
}

function keyOf(owner: TakeRequest['owner'], name: string): string {
  return JSON.stringify([...owner, name]);
}
