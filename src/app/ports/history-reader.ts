/** The port of one person's own history: sign-ins, and every opening of their number with what became of it. */

import type { Actor, AuditKind } from '../../domain/audit-event.js';
import type { Channel } from '../../domain/challenge.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { Page, PageRequest } from './page.js';

export type AttemptResult = 'approved' | 'failed' | 'locked' | 'replayed' | 'canceled' | 'skipped';

interface HistoryPoint {
  /** Opaque; unique in the history. */
  readonly id: string;
  readonly at: Date;
  /** Which service it came from; null for Assay itself. */
  readonly client: { readonly id: string; readonly name: string | null } | null;
  /** Who caused it, as the service says; null where it says nothing. */
  readonly actor: Actor | null;
}

/** A code that was entered, or a challenge that was ended. */
export interface AttemptEntry extends HistoryPoint {
  readonly kind: 'attempt';
  readonly result: AttemptResult;
  readonly purpose: string;
}

/** The number was opened: to send an SMS, or to be shown. */
export interface OpeningEntry extends HistoryPoint {
  readonly kind: 'opening';
  /** Why: the purpose of the challenge, `reset_notice`, `view_phone`, …; null for none on record. */
  readonly purpose: string | null;
  /** Null where the number was opened for something else than an SMS. */
  readonly message: OpenedMessage | null;
}

export interface OpenedMessage {
  readonly kind: 'code' | 'notice';
  readonly channel: Channel;
  readonly country: string;
  readonly status: 'opened' | 'accepted' | 'rejected' | 'unavailable' | 'unknown';
  /** Of the browser that the sign-in began in, as the service says; null after 30 days. */
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

/** Anything else on record about the person: enrolled, reset, invited, erased, a session opened. */
export interface EventEntry extends HistoryPoint {
  readonly kind: 'event';
  readonly event: AuditKind;
  /** Why, in the words of whoever did it. */
  readonly reason: string | null;
}

export type HistoryEntry = AttemptEntry | OpeningEntry | EventEntry;

export interface HistoryReader {
  /** Newest first; one statement. For the person's own eyes (decision 37). */
  list(employee: EmployeeRef, request: PageRequest): Promise<Page<HistoryEntry>>;
}
