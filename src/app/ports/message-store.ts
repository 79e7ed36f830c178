/** The port of the durable trace of every SMS: committed before the provider is called (decision 15). */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { Channel } from '../../domain/challenge.js';
import type { ChallengeId, EmployeeRef, FactorId, MessageId } from '../../domain/ids.js';
import type { SealedPhone } from './vault.js';
import type { SmsOutcome } from './sms-sender.js';
import type { StepUpUse } from './step-up.js';

/** One transaction per method. */
export interface MessageStore {
  /**
   * Records that the number is opened and for which message, and reads the sealed number back: whoever
   * sends holds proof that the row is there. `factor_gone` when the factor changed since it was read; a
   * notice tells of exactly that and is recorded all the same. `repeated_already` when another message
   * repeats the same one.
   */
  open(message: NewMessage, audit: AuditEvent): Promise<Opening>;

  /**
   * The same for a number that is to be enrolled: makes the person known, keeps the number as a pending
   * factor (one per person and number, failures carried) and records the message. Answers the pending
   * factor the message belongs to; `factor_active` when a number was proven meanwhile. With
   * `phone.change` it is to replace the proven one: `factor_gone` when there is none any more,
   * `step_up_unusable` when nothing allows it.
   */
  openPending(
    message: Omit<NewMessage, 'factorVersion'>,
    phone: PendingPhone,
    audit: AuditEvent,
  ): Promise<PendingFactor | OpenPendingRefused>;

  /**
   * What the provider answered; marks the factor when the number cannot be reached (decision 18), and
   * gives the step-up back that a refused send was opened with.
   */
  settle(id: MessageId, outcome: SmsOutcome, audit: AuditEvent): Promise<void>;
}

export type Opening = 'recorded' | 'factor_gone' | 'repeated_already';

export interface NewMessage extends EmployeeRef {
  readonly id: MessageId;
  /** Null for notices. */
  readonly challengeId: ChallengeId | null;
  readonly kind: 'code' | 'notice';
  readonly channel: Channel;
  readonly factorId: FactorId;
  readonly factorVersion: number;
  /** ISO 3166-1 alpha-2 of the destination. */
  readonly country: string;
  /** For the person's own eyes, 30 days (decision 37). At most 256 printable characters. */
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  /** Of the token in the address that the provider reports to; null where it gets none. */
  readonly callbackHash: string | null;
  /** The message that did not arrive and that this one repeats by itself; each is repeated once at most. */
  readonly repeatOf: MessageId | null;
}

export interface PendingPhone extends SealedPhone {
  readonly noticeVersion: string;
  readonly noticeLocale: string;
  /** Of a number that is to replace the proven one. Null step-up: the challenge was opened with one before. */
  readonly change?: { readonly stepUp: StepUpUse | null };
}

export type OpenPendingRefused =
  'company_not_found' | 'id_conflict' | 'factor_active' | 'factor_gone' | 'step_up_unusable';

export interface PendingFactor {
  readonly factorId: FactorId;
  readonly version: number;
  readonly failures: number;
}
