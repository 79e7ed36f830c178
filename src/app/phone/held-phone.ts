/** What a caller is told where the phone store would not act. */

import { RefusalError, type ErrorCode } from '../errors.js';
import type { StoredPhone } from '../ports/sign-in-reader.js';

const CODES = {
  employee_not_found: 'employee_not_found',
  no_factor: 'no_factor',
  last_factor: 'last_factor',
  step_up_unusable: 'step_up_required',
} as const satisfies Record<string, ErrorCode>;

/** The phone that was acted on; throws the refusal otherwise. */
export function heldPhone(outcome: StoredPhone | keyof typeof CODES): StoredPhone {
  if (typeof outcome === 'string') throw new RefusalError(CODES[outcome]);
  return outcome;
}
