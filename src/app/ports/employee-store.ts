/** The port of the people of a company: roster, factor status, leave to enrol, reset. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { CompanyId, EmployeeRef, FactorId } from '../../domain/ids.js';
import type { OpenGrant } from '../../domain/second-factor.js';
import type { SealedPhone } from './vault.js';
import type { StoredPhone } from './sign-in-reader.js';
import type { Page, PageRequest } from './page.js';

/** What an administrator may see of a person: never the number, only its sealed mask. */
export interface Employee extends EmployeeRef {
  readonly factor: EmployeeFactor | null;
  /** Null for people who enrolled without being on the roster. */
  readonly rosterAddedAt: Date | null;
  readonly openGrant: OpenGrant | null;
  readonly wasReset: boolean;
  readonly failures: number;
  /** Milliseconds left of a running lock, 0 when none runs. */
  readonly lockedForMs: number;
}

export interface EmployeeFactor {
  readonly factorId: FactorId;
  /** `imported`: collected before, proven by nobody. */
  readonly state: 'active' | 'imported' | 'disabled' | 'undeliverable';
  readonly sealedMask: Uint8Array;
  readonly enrolledAt: Date | null;
  readonly lastUsedAt: Date | null;
}

export type EmployeeFilter = 'enrolled' | 'not_enrolled' | 'locked' | 'disabled';

/** Every write commits together with its audit event, or not at all (R126). */
export interface EmployeeStore {
  get(employee: EmployeeRef): Promise<Employee | undefined>;
  list(
    companyId: CompanyId,
    request: PageRequest,
    filter: EmployeeFilter | null,
  ): Promise<Page<Employee>>;
  /**
   * Puts a person on the roster; repeatable. `imported` is stored as unproven, never over an active
   * factor, and replaces an earlier import.
   */
  putOnRoster(
    employee: EmployeeRef,
    imported: ImportedPhone | null,
    audit: AuditEvent,
  ): Promise<'created' | 'unchanged' | 'factor_active' | 'id_conflict' | 'company_not_found'>;
  /**
   * Opens one enrolment until it expires; several may be open, each is used once. By the database's clock
   * the end must be ahead, and no further than `INVITATION_MAX_DAYS`.
   */
  openGrant(
    employee: EmployeeRef,
    grant: NewGrant,
    audit: AuditEvent,
  ): Promise<GrantRecord | 'employee_not_found' | 'already_enrolled' | GrantEndRefused>;
  /**
   * Removes the factor and everything pending, closes open grants, opens one enrolment for seven days,
   * starts a new failure epoch. One transaction; a repeat with the same idempotency key answers the same.
   */
  reset(employee: EmployeeRef, request: ResetRequest, audit: AuditEvent): Promise<ResetOutcome>;
}

export interface ImportedPhone extends SealedPhone {
  readonly factorId: FactorId;
}

export interface NewGrant {
  readonly kind: OpenGrant['kind'];
  readonly reason: string;
  /** Null: seven days from the database's now. */
  readonly expiresAt: Date | null;
}

export type GrantEndRefused = 'already_over' | 'too_far_ahead';

export interface GrantRecord extends OpenGrant {
  readonly id: string;
}

export interface ResetRequest {
  readonly reason: string;
  readonly idempotency: { readonly key: string; readonly fingerprint: string } | null;
}

export type ResetOutcome =
  | 'employee_not_found'
  | 'key_reused'
  /** `removed` is the phone to tell about it; null when there was none or the call is a repeat. */
  | { readonly grant: GrantRecord; readonly removed: StoredPhone | null };
