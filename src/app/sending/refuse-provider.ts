/** What callers are told when the provider took no message: T08 to T15 in the words of the API. */

import type { Channel } from '../../domain/challenge.js';
import { RefusalError } from '../errors.js';
import type { SmsOutcome } from '../ports/sms-sender.js';
import { sendsPaused } from './send-switch.js';

type Failed = Extract<SmsOutcome, { kind: 'rejected' | 'unavailable' }>;

/** Seconds until a repeat makes sense: five for what may pass by itself, twice the breaker's time, a minute for what needs a person. */
const RETRY_SECONDS = {
  connection: 5,
  server: 5,
  rate: 5,
  breaker_open: 10,
  saturated: 5,
  account: 60,
  sender: 60,
  content: 60,
} as const;

/** `others` are the channels that are left to try. */
export function providerRefusal(outcome: Failed, others: readonly Channel[]): RefusalError {
  if (outcome.kind === 'unavailable') {
    if (outcome.cause === 'too_late') return new RefusalError('temporarily_unavailable');
    if (outcome.cause === 'paused') return sendsPaused();
    return new RefusalError('sms_unavailable', { retryAfterSeconds: RETRY_SECONDS[outcome.cause] });
  }
  if (outcome.reason === 'destination_not_allowed') {
    return new RefusalError('destination_not_allowed', { availableChannels: others });
  }
  return new RefusalError('phone_not_reachable', { availableChannels: others });
}
