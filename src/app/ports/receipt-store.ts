/** The port of what the provider reports of a message after it took it (R043). */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { Channel } from '../../domain/challenge.js';
import type { ReceiptStatus, UndeliveredReason } from '../../domain/delivery.js';
import type { ChallengeId, EmployeeRef, FactorId, MessageId } from '../../domain/ids.js';

export interface ReceiptStore {
  /**
   * Moves the message forward that the callback's hash belongs to: one transaction with its audit event and,
   * where nothing more can reach the number by this channel, the mark on the proven factor (decision 18).
   * Repeatable: what is final never changes. Undefined for an unknown hash, and for a report that names
   * another message than the one at its address.
   */
  record(
    receipt: Receipt & { readonly callbackHash: string },
    audit: (message: ReportedMessage) => AuditEvent,
  ): Promise<ReportedMessage | undefined>;
}

/** One report, in our words. */
export interface Receipt {
  /** How the provider names the message; kept where its answer did not say it (decision 15). */
  readonly providerId: string | null;
  /** Null for a state that says nothing of the delivery, such as `queued`. */
  readonly status: ReceiptStatus | null;
  /** Null unless undelivered. */
  readonly reason: UndeliveredReason | null;
  readonly providerCode: number | null;
}

/** The message as it stands after the report. */
export interface ReportedMessage extends EmployeeRef {
  readonly id: MessageId;
  /** Null for notices. */
  readonly challengeId: ChallengeId | null;
  readonly kind: 'code' | 'notice';
  readonly channel: Channel;
  readonly factorId: FactorId;
  /** ISO 3166-1 alpha-2 of the destination. */
  readonly country: string;
  /** It repeats another message by itself. */
  readonly isRepeat: boolean;
  readonly status: ReceiptStatus | null;
  readonly reason: UndeliveredReason | null;
  /** False: the report said nothing new. */
  readonly hasMoved: boolean;
}
