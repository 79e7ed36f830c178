/** The port of what operators see: logs and metrics, through events that cannot carry a number or a code. */

import type { SmsOutcome } from './sms-sender.js';

/** Helpers never throw and never wait. */
export interface Events {
  /** The provider was asked; `country` is the destination's. */
  smsSent(outcome: SmsOutcome, country: string, durationMs: number): void;
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
      | 'end_challenge'
      | 'cancel_challenges'
      | 'withdraw_approval'
      | 'audit_refusal'
      | 'audit_portal'
      | 'end_portal'
      | 'forget_page'
      | 'notice',
  ): void;
}
