/** The port of what people may do with their phone after a fresh code. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { StoredPhone } from './sign-in-reader.js';
import type { StepUpUse } from './step-up.js';

/**
 * Every method uses the step-up up, acts and records it in one transaction, or does none of it. What
 * stands against the act is told before the step-up is looked at.
 *
 * tests/contract/phone-store.contract.ts is the executable form of this comment.
 */
export interface PhoneStore {
  /** Removes every number of the person; answers the proven one. Under `required` it is the last factor. */
  remove(
    employee: EmployeeRef,
    stepUp: StepUpUse | null,
    audit: AuditEvent,
  ): Promise<StoredPhone | 'employee_not_found' | 'no_factor' | 'last_factor' | 'step_up_unusable'>;

  /** The proven number, to be opened for its owner. */
  view(
    employee: EmployeeRef,
    stepUp: StepUpUse | null,
    audit: AuditEvent,
  ): Promise<StoredPhone | 'employee_not_found' | 'no_factor' | 'step_up_unusable'>;
}
