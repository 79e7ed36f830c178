/** Whether a step-up that was presented is the one that an act needs; whether it is unused, the store says. */

import type { Action } from '../../domain/challenge.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { Call } from '../call.js';
import type { StepUpUse } from '../ports/step-up.js';

export interface NeededStepUp extends EmployeeRef {
  readonly action: Action;
}

/** Null for another client's, person's, company's or action's: as good as none (R048). */
export function fittingStepUp(
  { client }: Call,
  stepUp: StepUpUse | null,
  { companyId, userId, action }: NeededStepUp,
): StepUpUse | null {
  const fits =
    stepUp?.clientId === client.clientId &&
    stepUp.companyId === companyId &&
    stepUp.userId === userId &&
    stepUp.action === action;
  return fits ? stepUp : null;
}
