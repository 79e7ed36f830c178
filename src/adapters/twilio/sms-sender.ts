/** SmsSender over Twilio's Messages API: one try within one deadline, and outcomes made of closed facts. */

import { setTimeout as pause } from 'node:timers/promises';

import type { Clock } from '../../app/ports/clock.js';
import type { SmsMessage, SmsOutcome, SmsSender } from '../../app/ports/sms-sender.js';
import { PROVIDER_DEADLINE_MS } from '../../domain/limits.js';
import { type GuardOptions, noCall, SendGuard } from './guard.js';
import { isWorthRepeating, outcomeOfAnswer } from './outcomes.js';
import { type CreateMessage, loadCreateMessage, type TwilioAccount } from './sdk-client.js';
import { NoAnswerError, Transport } from './transport.js';

export interface TwilioOptions extends Partial<GuardOptions> {
  readonly account: TwilioAccount;
  readonly sender: { readonly messagingServiceSid: string } | { readonly from: string };
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Draws from [0, 1) for the jitter of repeats. */
  readonly random: () => number;
  /** For one send in all, waiting included. */
  readonly deadlineMs?: number;
}

const GUARD: GuardOptions = { concurrency: 50, queue: 100, breakerFaults: 5, breakerOpenMs: 5_000 };

/** Twilio takes 1 to 36,000 and advises more than 5 (T05). Seconds. */
const VALIDITY = { min: 6, max: 36_000 };

/** Full jitter: a repeat after 429 waits up to this, doubled every time, and there are few of them. */
const BACKOFF_MS = 250;
const MAX_REPEATS = 3;

/** A call that could not end in time is not begun: this share of the deadline must be left. */
const MIN_SHARE_LEFT = 0.2;

export class TwilioSmsSender implements SmsSender {
  readonly #options: TwilioOptions;
  readonly #deadlineMs: number;
  readonly #guard: SendGuard;
  readonly #transport: Transport;
  #create: Promise<CreateMessage> | undefined;

  constructor(options: TwilioOptions) {
    const guard = { ...GUARD, ...options };
    this.#options = options;
    this.#deadlineMs = options.deadlineMs ?? PROVIDER_DEADLINE_MS;
    this.#guard = new SendGuard(guard);
    this.#transport = new Transport(guard.concurrency);
  }

  /** Loads the SDK ahead of the first send. */
  async warmUp(): Promise<void> {
    await this.#load();
  }

  /** Open or trying: sends are refused without a call. For health and metrics. */
  get isBreakerOpen(): boolean {
    return this.#guard.isOpen;
  }

  async send(message: SmsMessage): Promise<SmsOutcome> {
    const endsAtMs = this.#options.clock.monotonicMs() + this.#deadlineMs;
    return this.#guard.run(() => this.#sendUntil(endsAtMs, message));
  }

  /** Drops idle connections; sends under way are cut off, so call it after they have ended. */
  close(): void {
    this.#transport.close();
  }

  /** Repeats only what Twilio refused for its rate (R115); a send that may have arrived never (R045). */
  async #sendUntil(endsAtMs: number, message: SmsMessage): Promise<SmsOutcome> {
    const leftMs = (): number => endsAtMs - this.#options.clock.monotonicMs();
    let outcome = noCall('saturated');
    for (let repeats = 0; repeats <= MAX_REPEATS; repeats += 1) {
      if (repeats > 0) await pause(this.#options.random() * BACKOFF_MS * 2 ** (repeats - 1));
      if (leftMs() < this.#deadlineMs * MIN_SHARE_LEFT) break;
      outcome = await this.#sendOnce(message, leftMs());
      if (!isWorthRepeating(outcome)) break;
    }
    return outcome;
  }

  async #sendOnce(message: SmsMessage, withinMs: number): Promise<SmsOutcome> {
    const create = await this.#load();
    try {
      const deadline = AbortSignal.timeout(Math.max(1, Math.ceil(withinMs)));
      return { kind: 'accepted', providerId: await create(this.#formOf(message), deadline) };
    } catch (error) {
      return outcomeOfFailure(error);
    }
  }

  /** `RiskCheck` stays as Twilio has it (T03). */
  #formOf({ to, body, validitySeconds, statusUrl }: SmsMessage) {
    const { min, max } = VALIDITY;
    const validityPeriod = Math.min(max, Math.max(min, Math.floor(validitySeconds)));
    return {
      ...{ to: to.e164(), body, validityPeriod, messageIntent: 'otp', ...this.#options.sender },
      ...(statusUrl !== null && { statusCallback: statusUrl }),
    };
  }

  #load(): Promise<CreateMessage> {
    return (this.#create ??= loadCreateMessage(this.#options.account, this.#transport));
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
