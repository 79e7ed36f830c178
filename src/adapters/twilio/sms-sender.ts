/** SmsSender over Twilio's Messages and Calls: two lanes, so that neither takes the other along. */

import type { Clock } from '../../app/ports/clock.js';
import type { NoCall, OutgoingMessage, SmsOutcome, SmsSender } from '../../app/ports/sms-sender.js';
import type { Channel } from '../../domain/challenge.js';
import { PROVIDER_DEADLINE_MS } from '../../domain/limits.js';
import { callForm } from './call-form.js';
import type { GuardOptions } from './guard.js';
import { Lane } from './lane.js';
import { messageForm, type MessageSender } from './message-form.js';
import type { TwilioAccount } from './sdk-client.js';

export interface TwilioOptions extends Partial<GuardOptions> {
  readonly account: TwilioAccount;
  readonly sender: MessageSender;
  /** The number that calls; null where no calls are made. */
  readonly callFrom: string | null;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  /** Draws from [0, 1) for the jitter of repeats. */
  readonly random: () => number;
  /** For one send in all, waiting included. */
  readonly deadlineMs?: number;
  /** Of calls alone. */
  readonly calls?: Partial<GuardOptions>;
}

const GUARD: GuardOptions = { concurrency: 50, queue: 100, breakerFaults: 5, breakerOpenMs: 5_000 };

/** Twilio begins one call a second unless an account was granted more: a long queue would come too late. */
const CALL_GUARD: GuardOptions = { ...GUARD, concurrency: 10, queue: 10 };

const NO_CALLER = { kind: 'unavailable', cause: 'sender', providerCode: null } as const;

export class TwilioSmsSender implements SmsSender {
  readonly #sender: MessageSender;
  readonly #callFrom: string | null;
  readonly #messages: Lane;
  readonly #calls: Lane;

  constructor({ sender, callFrom, calls, ...options }: TwilioOptions) {
    const { account, clock, random, deadlineMs = PROVIDER_DEADLINE_MS } = options;
    const shared = { account, clock, random, deadlineMs };
    this.#sender = sender;
    this.#callFrom = callFrom;
    this.#messages = new Lane({ ...shared, guard: { ...GUARD, ...options } });
    this.#calls = new Lane({ ...shared, guard: { ...CALL_GUARD, ...calls } });
  }

  /** Loads the SDK ahead of the first send. */
  async warmUp(): Promise<void> {
    await Promise.all([this.#messages.load(), this.#calls.load()]);
  }

  /** Of texts or of calls: sends are refused without a request. For health and metrics. */
  get isBreakerOpen(): boolean {
    return this.#messages.isBreakerOpen || this.#calls.isBreakerOpen;
  }

  async send(message: OutgoingMessage): Promise<SmsOutcome> {
    if (message.channel === 'sms') {
      return this.#messages.run((client, deadline) =>
        client.createMessage(messageForm(message, this.#sender), deadline),
      );
    }
    const from = this.#callFrom;
    if (from === null) return NO_CALLER;
    return this.#calls.run((client, deadline) =>
      client.createCall(callForm(message, from), deadline),
    );
  }

  refusesNow(channel: Channel): NoCall | null {
    return channel === 'sms' ? this.#messages.refusesNow : this.#calls.refusesNow;
  }

  /** Drops idle connections; sends under way are cut off, so call it after they have ended. */
  close(): void {
    this.#messages.close();
    this.#calls.close();
  }
}
