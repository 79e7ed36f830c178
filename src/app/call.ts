/** What every use case knows of the call it serves. */

import type { Actor } from '../domain/audit-event.js';
import type { Client } from './ports/client-store.js';

export interface Call {
  /** The authenticated client; tenancy comes from here only (R076). */
  readonly client: Client;
  /** From `Assay-Actor`; null where none was given. */
  readonly actor: Actor | null;
  /** Names the request in answers, logs and audit. */
  readonly correlationId: string;
  /** On the Clock's monotonic scale: after this instant the caller has been answered 503. */
  readonly deadlineMs: number;
  readonly idempotencyKey: string | null;
  /** Where the person sits, as the caller or our own page saw it; kept with a message for 30 days. */
  readonly context?: CallContext;
}

export interface CallContext {
  /** IPv4 or IPv6. */
  readonly ipAddress: string | null;
  /** As the browser calls itself. */
  readonly userAgent: string | null;
}
