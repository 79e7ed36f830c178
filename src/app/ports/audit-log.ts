/** The port of the append-only audit: reading it, and appending what belongs to no other transaction. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { CompanyId } from '../../domain/ids.js';
import type { Page, PageRequest } from './page.js';

export interface RecordedAuditEvent extends AuditEvent {
  readonly id: string;
  readonly at: Date;
}

export interface AuditLog {
  /** Resolves when committed. */
  append(event: AuditEvent): Promise<void>;
  /** Newest first; attempts (approved, failed, locked, replayed, canceled, skipped) are among them. */
  list(
    companyId: CompanyId,
    request: PageRequest,
    filter: AuditFilter,
  ): Promise<Page<RecordedAuditEvent>>;
}

/** Whatever is null or left out matches everything. */
export interface AuditFilter {
  readonly userId?: string | null;
  readonly kind?: string | null;
  /** As in `Assay-Actor`, without the role. Attempts name no actor. */
  readonly actorId?: string | null;
  /** Included. */
  readonly from?: Date | null;
  /** Not included. */
  readonly before?: Date | null;
}
