/** A text as Twilio's Messages take it. */

import type { SmsMessage } from '../../app/ports/sms-sender.js';
import type { MessageForm } from './sdk-client.js';

/** Whom a text comes from: a Messaging Service, or one number, short code or name. */
export type MessageSender = { readonly messagingServiceSid: string } | { readonly from: string };

/** Twilio takes 1 to 36,000 and advises more than 5 (T05). Seconds. */
const VALIDITY = { min: 6, max: 36_000 };

/** `RiskCheck` stays as Twilio has it (T03). */
export function messageForm(
  { to, body, validitySeconds, statusUrl }: SmsMessage,
  sender: MessageSender,
): MessageForm {
  const { min, max } = VALIDITY;
  const validityPeriod = Math.min(max, Math.max(min, Math.floor(validitySeconds)));
  return {
    ...{ to: to.e164(), body, validityPeriod, messageIntent: 'otp', ...sender },
    ...(statusUrl !== null && { statusCallback: statusUrl }),
  };
}
