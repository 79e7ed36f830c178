/** The port of what operators see: logs and metrics, through events that cannot carry a number or a code. */

import type { Channel } from '../../domain/challenge.js';
import type { ReceiptStatus, UndeliveredReason } from '../../domain/delivery.js';
import type { NumberRange } from './conversion.js';
import type { SmsOutcome } from './sms-sender.js';

/** Helpers never throw and never wait. */
export interface Events {
  /** The provider was asked. */
  smsSent(outcome: SmsOutcome, where: SentWhere, durationMs: number): void;
  /** A code is on its way, or may be. */
  codeSent(code: SentCode): void;
  /** A code came back; `proven`: the number was proven before. */
  codeVerified(code: Omit<SentCode, 'range'>): void;
  /** A number was proven that was not before. */
  numberProven(number: NumberRange & Pick<SentCode, 'companyId' | 'channel'>): void;
  /** A send was refused because too few codes come back from its prefix (R035). */
  prefixStopped(range: NumberRange): void;
  /** The provider told what became of a message; each change once. */
  delivered(event: DeliveryEvent): void;
  /** A limit refused a send. */
  sendLimited(limit: string): void;
  /** A company has used most of its messages of the day; told once a day. */
  companyNearLimit(companyId: string): void;
  /** Something that may be put off failed and was put off: named in a closed word, without its error. */
  deferred(
    what:
      | 'settle_send'
      | 'settle_message'
      | 'give_back'
      | 'count_proven'
      | 'end_challenge'
      | 'cancel_challenges'
      | 'withdraw_approval'
      | 'audit_refusal'
      | 'audit_portal'
      | 'end_portal'
      | 'forget_page'
      | 'notice'
      | 'show_delivery'
      | 'repeat',
  ): void;
}

export interface DeliveryEvent {
  readonly status: ReceiptStatus;
  /** Null unless undelivered. */
  readonly reason: UndeliveredReason | null;
  /** ISO 3166-1 alpha-2 of the destination. */
  readonly country: string;
  readonly channel: Channel;
  /** The provider's error code; null for none. */
  readonly providerCode: number | null;
}

export interface SentWhere {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly channel: Channel;
}

export interface SentCode {
  readonly companyId: string;
  /** The number is proven. */
  readonly proven: boolean;
  readonly range: NumberRange;
  /** Of a code that came back: the way that was tried last. */
  readonly channel: Channel;
}
