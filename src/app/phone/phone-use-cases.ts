/** What people do with their phone: replace it, remove it, and, on their own pages, see it. */

import type { Channel } from '../../domain/challenge.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { PendingAnswer } from '../answers.js';
import type { Call } from '../call.js';
import type { StepUpUse } from '../ports/step-up.js';

/** Refuse as all use cases do; without a usable step-up of this very person: `step_up_required`. */
export interface PhoneUseCases {
  /**
   * Sends a code to a new number. The old one stays until `verifyChallenge` approves the answered id (no
   * token); typos are corrected by `enrolPhone` on it, a code is sent again by `resendCode`. Without an
   * active phone it is an enrolment: no step-up, but a live grant, else `enrolment_not_open`.
   */
  changePhone(call: Call, input: ChangePhoneInput): Promise<PendingAnswer>;
  /**
   * Removes the phone at once and tells it. `last_factor` where the policy requires one, `no_factor` where
   * there is none.
   */
  removePhone(call: Call, employee: EmployeeRef, stepUp: StepUpUse | null): Promise<void>;
}

/** For the person's own pages; the API answers no full number (decision 26). */
export interface OwnPhoneUseCases {
  /** The number in full; recorded before it is opened. The call's actor is the person. */
  viewPhone(call: Call, employee: EmployeeRef, stepUp: StepUpUse | null): Promise<OwnPhone>;
}

export interface ChangePhoneInput extends EmployeeRef {
  /** As people write it. */
  readonly phoneNumber: string;
  readonly noticeVersion: string;
  /** Null: the policy's first that number and operator allow. */
  readonly channel: Channel | null;
  readonly locale: string | null;
  /** With action `change_phone`; null for none. */
  readonly stepUp: StepUpUse | null;
}

export interface OwnPhone {
  /** Grouped for reading, international: "+44 7700 900123". */
  readonly number: string;
}
