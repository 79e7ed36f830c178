/** Twilio in tests: nock over the real host, and senders that talk to it or to a stand-in. */

import nock from 'nock';

import { codeSpeech } from '../../src/domain/call-speech.js';
import type { CallMessage, SmsMessage } from '../../src/app/ports/sms-sender.js';
import type { MessageId } from '../../src/domain/ids.js';
import { PhoneNumber } from '../../src/domain/phone-number.js';
import { TwilioSmsSender, type TwilioOptions } from '../../src/adapters/twilio/sms-sender.js';

export const ACCOUNT_SID = `AC${'0'.repeat(32)}`;
export const API_KEY_SID = `SK${'1'.repeat(32)}`;
export const AUTH_TOKEN = 'the-auth-token-of-the-account';
export const API_KEY_SECRET = 'the-secret-of-the-api-key';
export const MESSAGES_PATH = `/2010-04-01/Accounts/${ACCOUNT_SID}/Messages.json`;
export const CALLS_PATH = `/2010-04-01/Accounts/${ACCOUNT_SID}/Calls.json`;

/** Without `replyContentLength` the SDK's keep-alive requests never end under nock 14 (nock#3001). */
export function twilioApi(): nock.Scope {
  return nock('https://api.twilio.com').replyContentLength();
}

/** A sender with an API key; `apiUrl` points it at a stand-in. Jitter is none unless asked for. */
export function twilioSender(
  options: Partial<TwilioOptions> = {},
  apiUrl: string | null = null,
): TwilioSmsSender {
  return new TwilioSmsSender({
    account: {
      accountSid: ACCOUNT_SID,
      authToken: AUTH_TOKEN,
      apiKey: { sid: API_KEY_SID, secret: API_KEY_SECRET },
      apiUrl,
    },
    sender: { messagingServiceSid: `MG${'2'.repeat(32)}` },
    callFrom: '+441632960000',
    clock: { monotonicMs: () => performance.now() },
    random: () => 0,
    ...options,
  });
}

/** What the seeded secrets of a message look like when they leak. */
export const SEEDED = { code: '83920174', number: '+447700900123' } as const;

export function callMessage(companyName = 'Acme'): CallMessage {
  const { body: _, ...message } = smsMessage();
  const speech = codeSpeech({ code: SEEDED.code, companyName, locale: 'en' });
  return { ...message, channel: 'call', speech };
}

export function smsMessage(validitySeconds = 300): SmsMessage {
  return {
    channel: 'sms',
    id: 'msg_1' as MessageId,
    to: PhoneNumber.fromE164(SEEDED.number),
    body: `${SEEDED.code} is your Acme security code to sign in.`,
    validitySeconds,
    statusUrl: `https://mfa.example.com/v1/twilio/status/${'t'.repeat(32)}`,
  };
}
