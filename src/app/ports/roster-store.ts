/** The port that takes a roster in: up to a thousand people at a time, all of them or none. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { CompanyId, UserId } from '../../domain/ids.js';
import type { ImportedPhone } from './employee-store.js';

/** `complete` after an import that said so, until somebody unlisted enrols or is granted leave to. */
export type RosterState = 'complete' | 'partial' | 'empty';

export interface RosterImport {
  /** No two ids are equal, also after folding (decision 19). */
  readonly people: readonly RosterPerson[];
  /** Whether with this everybody has been named. */
  readonly isComplete: boolean;
}

export interface RosterPerson {
  readonly userId: UserId;
  /** Unproven; ignored for whoever has proven a number. */
  readonly phone: ImportedPhone | null;
}

export interface ImportCounts {
  /** People who were not on the roster before. */
  readonly created: number;
  readonly unchanged: number;
  /** Numbers kept as unproven that were not kept before. */
  readonly numbersStored: number;
  /** Numbers of people who had proven one already. */
  readonly numbersIgnored: number;
  readonly roster: RosterState;
}

export type ImportOutcome =
  | { readonly kind: 'imported'; readonly counts: ImportCounts }
  | { readonly kind: 'company_not_found' }
  /** Ids that equal a known one only after folding; nothing was stored. */
  | { readonly kind: 'id_conflict'; readonly userIds: readonly UserId[] };

export interface RosterStore {
  /**
   * One transaction, a constant number of statements. `audits.listed` is written once for everybody who
   * was changed, `audits.imported` once with the counts among its facts.
   */
  import(
    companyId: CompanyId,
    roster: RosterImport,
    audits: { readonly listed: AuditEvent; readonly imported: AuditEvent },
  ): Promise<ImportOutcome>;
  state(companyId: CompanyId): Promise<RosterState>;
  /** Everybody Assay knows of, listed or not; 0 for an unknown company. */
  size(companyId: CompanyId): Promise<number>;
}
