/** Puts a person on the roster, with a number that was collected before where there is one. */

import type { EmployeeRef } from '../../domain/ids.js';
import type { PhoneNumber } from '../../domain/phone-number.js';
import type { AdministrationDeps } from './administration-deps.js';
import type { Call } from '../call.js';
import { auditOf } from '../audit-of.js';
import { invalid, RefusalError } from '../errors.js';
import { readCompany } from './get-company.js';
import { readPolicy } from './get-policy.js';
import { NOT_FOR_ROSTER, numberForRoster } from './number-for-roster.js';
import { readEmployee } from './get-employee.js';
import { newFactorId } from '../new-id.js';
import type { Company } from '../ports/company-store.js';
import type { ImportedPhone } from '../ports/employee-store.js';
import { LOOKS_LIKE_ANOTHER } from '../read-person.js';
import type { AdministrationUseCases } from '../use-cases.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'employees' | 'vault'>;

export function makePutEmployee(deps: Deps): AdministrationUseCases['putEmployee'] {
  return async (call, employee, { phoneNumber }) => {
    const company = await readCompany(deps, call, employee.companyId);
    const imported =
      phoneNumber === null
        ? null
        : seal(deps, employee, await parse(deps, call, { company, phoneNumber }));
    const audit = auditOf(call, 'employee.listed', {
      ...employee,
      facts: { withNumber: imported !== null },
    });
    const put = await deps.employees.putOnRoster(employee, imported, audit);
    if (put === 'company_not_found') throw new RefusalError('company_not_found');
    if (put === 'id_conflict') throw invalid('path:userId', LOOKS_LIKE_ANOTHER);
    if (put === 'factor_active') throw new RefusalError('factor_active');
    return { created: put === 'created', employee: await readEmployee(deps, employee) };
  };
}

async function parse(
  deps: Deps,
  call: Call,
  { company, phoneNumber }: { company: Company; phoneNumber: string },
): Promise<PhoneNumber> {
  const { methods } = await readPolicy(deps, call, company.companyId);
  const parsed = numberForRoster(phoneNumber, { company, methods });
  if (parsed) return parsed;
  throw invalid('#/phoneNumber', NOT_FOR_ROSTER);
}

/** Unproven: only a code sent to this very number makes it a factor (R046). */
function seal(deps: Deps, employee: EmployeeRef, phone: PhoneNumber): ImportedPhone {
  const factorId = newFactorId();
  return { factorId, ...deps.vault.seal(phone, { ...employee, factorId }) };
}
