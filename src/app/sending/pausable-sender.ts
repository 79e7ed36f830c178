/** The last gate before the provider: while sends are paused no message leaves, whoever sends it. */

import type { Channel } from '../../domain/challenge.js';
import type { OutgoingMessage, SmsOutcome, SmsSender } from '../ports/sms-sender.js';

/**
 * Stops what `SendSwitch.requireOn` cannot: notices, automatic repeats, and a send that was under way when
 * the operator paused. To whoever sends it is a provider that did not take the message.
 */
export class PausableSender implements SmsSender {
  constructor(
    private readonly inner: SmsSender,
    private readonly isPaused: () => boolean | Promise<boolean>,
  ) {}

  async send(message: OutgoingMessage): Promise<SmsOutcome> {
    if (await this.isPaused()) return { kind: 'unavailable', cause: 'paused', providerCode: null };
    return this.inner.send(message);
  }

  refusesNow(channel: Channel): ReturnType<SmsSender['refusesNow']> {
    return this.inner.refusesNow(channel);
  }
}
