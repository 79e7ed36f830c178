/** The port to the provider that carries codes and notices: as SMS, codes also as calls. */

import type { Channel } from '../../domain/challenge.js';
import type { CallSpeech } from '../../domain/call-speech.js';
import type { MessageId } from '../../domain/ids.js';
import type { PhoneNumber } from '../../domain/phone-number.js';

/**
 * Hands one message to the provider. Never rejects for anything the provider or the network does, and
 * nothing of a provider's error object leaves the adapter: those repeat numbers and credentials (R125).
 */
export interface SmsSender {
  /** One try with a deadline of its own; a send that may have arrived is never repeated (R045). */
  send(message: OutgoingMessage): Promise<SmsOutcome>;

  /** Why a send would be refused without a call, as things stand; null where it would be tried. Asked before anything is counted. */
  refusesNow(channel: Channel): NoCall | null;
}

export type OutgoingMessage = SmsMessage | CallMessage;

export interface SmsMessage extends Outgoing {
  readonly channel: 'sms';
  /** One GSM-7 segment. */
  readonly body: string;
}

export interface CallMessage extends Outgoing {
  readonly channel: 'call';
  readonly speech: CallSpeech;
}

interface Outgoing {
  readonly id: MessageId;
  readonly to: PhoneNumber;
  /** What is left of the code's life, or of the notice's use; the provider drops an SMS afterwards (R039). */
  readonly validitySeconds: number;
  /** Where the provider reports what became of it; null where it cannot reach this service. */
  readonly statusUrl: string | null;
}

export type SmsOutcome =
  | { readonly kind: 'accepted'; readonly providerId: string }
  /** The provider answered that this number cannot have it: T08-T11. */
  | {
      readonly kind: 'rejected';
      readonly reason: 'unreachable' | 'opted_out' | 'destination_not_allowed';
      readonly providerCode: number | null;
    }
  /** No byte was sent, or the provider answered an error of its own: T13-T15. */
  | {
      readonly kind: 'unavailable';
      readonly cause: ProviderFault;
      readonly providerCode: number | null;
    }
  /** Time-out or reset after the request was written: it may be on its way. */
  | { readonly kind: 'unknown' };

export type NoCall = 'breaker_open' | 'saturated';

/** `breaker_open`, `saturated`, `too_late` and `paused` are our own: no call was made. */
export type ProviderFault =
  | 'connection'
  | 'rate'
  | 'account'
  | 'sender'
  | 'content'
  | 'server'
  | 'breaker_open'
  | 'saturated'
  | 'too_late'
  | 'paused';
