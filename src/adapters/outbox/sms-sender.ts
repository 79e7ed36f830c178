/** The SMS outbox of development: messages stay in this process, to be read on a page or in the terminal. */

import { randomUUID } from 'node:crypto';

import type { Channel } from '../../domain/challenge.js';
import { spokenText } from '../../domain/call-speech.js';
import type { OutgoingMessage, SmsOutcome, SmsSender } from '../../app/ports/sms-sender.js';

/** A message as the page shows it, with the number in clear: it stands in for the phone. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: Channel;
  readonly to: string;
  /** The text, or the words of a call. */
  readonly body: string;
  readonly at: Date;
}

export interface OutboxOptions {
  readonly now: () => Date;
  /** Called for every message that is kept. */
  readonly onMessage?: (message: OutboxMessage) => void;
}

const KEPT = 50;

/** Numbers with a fixed outcome: Twilio's own (T37), and +15005550005 for a send without an answer. */
const MAGIC: ReadonlyMap<string, SmsOutcome> = new Map<string, SmsOutcome>([
  ['+15005550001', { kind: 'rejected', reason: 'unreachable', providerCode: 21211 }],
  ['+15005550002', { kind: 'rejected', reason: 'unreachable', providerCode: 21612 }],
  ['+15005550003', { kind: 'rejected', reason: 'destination_not_allowed', providerCode: 21408 }],
  ['+15005550004', { kind: 'rejected', reason: 'opted_out', providerCode: 21610 }],
  ['+15005550005', { kind: 'unknown' }],
  ['+15005550009', { kind: 'rejected', reason: 'unreachable', providerCode: 21614 }],
]);

/** Keeps the last 50 messages in memory. The settings refuse it in production. */
export class OutboxSmsSender implements SmsSender {
  readonly #options: OutboxOptions;
  #messages: readonly OutboxMessage[] = [];

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** A message with an unknown end did arrive here, so that its code can be used. */
  send(message: OutgoingMessage): Promise<SmsOutcome> {
    const to = message.to.e164();
    const { id, channel } = message;
    const providerId = `${channel === 'sms' ? 'SM' : 'CA'}${randomUUID().replaceAll('-', '')}`;
    const outcome = MAGIC.get(to) ?? ({ kind: 'accepted', providerId } as const);
    if (outcome.kind === 'accepted' || outcome.kind === 'unknown') {
      const body = message.channel === 'sms' ? message.body : spokenText(message.speech);
      this.#keep({ id, channel, to, body, at: this.#options.now() });
    }
    return Promise.resolve(outcome);
  }

  refusesNow(): null {
    return null;
  }

  /** Newest first. */
  list(): readonly OutboxMessage[] {
    return this.#messages;
  }

  #keep(message: OutboxMessage): void {
    this.#messages = [message, ...this.#messages].slice(0, KEPT);
    this.#options.onMessage?.(message);
  }
}
