/** Reads what a person's own account shows first: their phone, and what they may do with it. */

import { asksForNumber, hasLiveGrant, mayChooseNumber } from '../../domain/second-factor.js';
import { employeeAnswer } from '../administration/employee-answer.js';
import type { ConsoleDeps } from '../console/console-deps.js';
import { readPerson, requireCompany } from '../read-person.js';
import type { AccountUseCases } from '../report-use-cases.js';

export function makeReadAccount(
  deps: Pick<ConsoleDeps, 'people' | 'employees' | 'vault'>,
): AccountUseCases['readAccount'] {
  return async (call, employee) => {
    requireCompany(call.client, employee.companyId);
    const [{ standing }, known] = await Promise.all([
      readPerson(deps.people, employee),
      deps.employees.get(employee),
    ]);
    const { mode } = standing.policy;
    const isAsked = asksForNumber('enrol_phone', standing);
    const mayEnrol = isAsked && !standing.factor && hasLiveGrant(standing);
    return {
      mode,
      enrolment: mayEnrol ? (mayChooseNumber(standing) ? 'any_number' : 'imported_number') : null,
      employee: known ? employeeAnswer(deps.vault, known) : null,
    };
  };
}
