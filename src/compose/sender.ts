/** Opens the way SMS take: Twilio, or the outbox of development. */

import { randomInt } from 'node:crypto';

import type { OutboxMessage } from '../adapters/outbox/sms-sender.js';
import type { ReceiptReader } from '../app/ports/receipt-reader.js';
import type { SmsSender } from '../app/ports/sms-sender.js';
import { PausableSender } from '../app/sending/pausable-sender.js';
import type { LoadedConfig } from '../config/load.js';
import { processClock, wallClockMs } from './clock.js';

export interface Sending {
  readonly sender: SmsSender;
  /** Null where nobody reports. */
  readonly receiptReader: ReceiptReader | null;
  /** Newest first; null where messages really leave. */
  readonly outbox: (() => readonly OutboxMessage[]) | null;
  /** Loads the SDK ahead of the first send. */
  warmUp(): Promise<void>;
  /** Whether sends are refused without a call because the provider kept failing. */
  isBroken(): boolean;
  close(): void;
}

/** `onMessage` sees every message of the outbox. */
export async function openSender(
  loaded: LoadedConfig,
  onMessage: (message: OutboxMessage) => void,
): Promise<Sending> {
  const twilio = await openTwilio(loaded);
  if (twilio) return twilio;
  const { OutboxSmsSender } = await import('../adapters/outbox/sms-sender.js');
  const outbox = new OutboxSmsSender({ now: () => new Date(wallClockMs()), onMessage });
  return {
    sender: outbox,
    receiptReader: null,
    outbox: () => outbox.list(),
    warmUp: () => Promise.resolve(),
    isBroken: () => false,
    close: () => undefined,
  };
}

/** The same, and no message leaves while `isPaused` answers so. */
export function pausable(sending: Sending, isPaused: () => boolean | Promise<boolean>): Sending {
  return { ...sending, sender: new PausableSender(sending.sender, isPaused) };
}

async function openTwilio({ config, secrets }: LoadedConfig): Promise<Sending | undefined> {
  const { twilio } = config;
  const { twilioAuthToken: authToken, twilioApiKeySecret: secret } = secrets;
  if (twilio === null || authToken === null) return undefined;
  const { TwilioSmsSender } = await import('../adapters/twilio/sms-sender.js');
  const { TwilioReceiptReader } = await import('../adapters/twilio/receipt-reader.js');
  const { accountSid, apiKeySid: sid, apiUrl } = twilio;
  const apiKey = sid === null || secret === null ? null : { sid, secret };
  const sender = new TwilioSmsSender({
    account: { accountSid, authToken, apiKey, apiUrl },
    sender: twilio.from,
    callFrom: twilio.callFrom,
    clock: processClock,
    random: () => randomInt(2 ** 32) / 2 ** 32,
  });
  return {
    sender,
    receiptReader: new TwilioReceiptReader({
      authTokens: secrets.twilioAuthTokens,
      publicUrl: config.listen.publicUrl,
    }),
    outbox: null,
    warmUp: () => sender.warmUp(),
    isBroken: () => sender.isBreakerOpen,
    close: () => sender.close(),
  };
}
