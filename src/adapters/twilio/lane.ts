/** One kind of traffic to Twilio: its own connections, bulkhead and breaker, one try within one deadline. */

import { setTimeout as pause } from 'node:timers/promises';

import type { Clock } from '../../app/ports/clock.js';
import type { NoCall, SmsOutcome } from '../../app/ports/sms-sender.js';
import { type GuardOptions, noCall, SendGuard } from './guard.js';
import { isWorthRepeating, outcomeOfAnswer } from './outcomes.js';
import { loadClient, type TwilioAccount, type TwilioClient } from './sdk-client.js';
import { NoAnswerError, Transport } from './transport.js';

export interface LaneOptions {
  readonly account: TwilioAccount;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Draws from [0, 1) for the jitter of repeats. */
  readonly random: () => number;
  /** For one send in all, waiting included. */
  readonly deadlineMs: number;
  readonly guard: GuardOptions;
}

/** Answers the SID of what was created. */
export type Create = (client: TwilioClient, deadline: AbortSignal) => Promise<string>;

/** Full jitter: a repeat after 429 waits up to this, doubled every time, and there are few of them. */
const BACKOFF_MS = 250;
const MAX_REPEATS = 3;

/** A try that could not end in time is not begun: this share of the deadline must be left. */
const MIN_SHARE_LEFT = 0.2;

export class Lane {
  readonly #options: LaneOptions;
  readonly #guard: SendGuard;
  readonly #transport: Transport;
  #client: Promise<TwilioClient> | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#guard = new SendGuard(options.guard, options.clock);
    this.#transport = new Transport(options.guard.concurrency);
  }

  /** Open or trying: sends are refused without a request. */
  get isBreakerOpen(): boolean {
    return this.#guard.isOpen;
  }

  /** As things stand, a send would be refused without a request. */
  get refusesNow(): NoCall | null {
    return this.#guard.refusesNow;
  }

  /** Loads the SDK. */
  load(): Promise<TwilioClient> {
    return (this.#client ??= loadClient(this.#options.account, this.#transport));
  }

  run(create: Create): Promise<SmsOutcome> {
    const endsAtMs = this.#options.clock.monotonicMs() + this.#options.deadlineMs;
    return this.#guard.run(() => this.#createUntil(endsAtMs, create));
  }

  close(): void {
    this.#transport.close();
  }

  /** Repeats only what Twilio refused for its rate (R115); a send that may have arrived never (R045). */
  async #createUntil(endsAtMs: number, create: Create): Promise<SmsOutcome> {
    const { clock, random, deadlineMs } = this.#options;
    const leftMs = (): number => endsAtMs - clock.monotonicMs();
    let outcome = noCall('saturated');
    for (let repeats = 0; repeats <= MAX_REPEATS; repeats += 1) {
      if (repeats > 0) await pause(random() * BACKOFF_MS * 2 ** (repeats - 1));
      if (leftMs() < deadlineMs * MIN_SHARE_LEFT) break;
      outcome = await this.#createOnce(create, leftMs());
      if (!isWorthRepeating(outcome)) break;
    }
    return outcome;
  }

  async #createOnce(create: Create, withinMs: number): Promise<SmsOutcome> {
    const client = await this.load();
    try {
      const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(withinMs)));
      return { kind: 'accepted', providerId: await create(client, deadline) };
    } catch (error) {
      return outcomeOfFailure(error);
    }
  }
}

/**
 * Reads status and code off whatever was thrown and drops the rest: Twilio's texts repeat the number
 * (T34). What is neither an answer nor the lack of one is a bug, and leaves as its class name only.
 */
function outcomeOfFailure(error: unknown): SmsOutcome {
  if (error instanceof NoAnswerError) {
    if (error.mayHaveArrived) return { kind: 'unknown' };
    return { kind: 'unavailable', cause: 'connection', providerCode: null };
  }
  const status = numberAt(error, 'status');
  if (status !== null) return outcomeOfAnswer(status, numberAt(error, 'code'));
  const name = error instanceof Error ? error.constructor.name : typeof error;
  throw new Error(`${name} while a message was handed to Twilio`);
}

function numberAt(value: unknown, key: 'status' | 'code'): number | null {
  const found: unknown = value instanceof Error ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : null;
}
