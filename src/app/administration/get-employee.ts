/** Reads a person's factor status, or the list of a company's people. */

import type { EmployeeRef } from '../../domain/ids.js';
import type { AdministrationDeps } from './administration-deps.js';
import type { EmployeeAnswer } from '../answers.js';
import { employeeAnswer } from './employee-answer.js';
import { RefusalError } from '../errors.js';
import { readCompany } from './get-company.js';
import type { AdministrationUseCases } from '../use-cases.js';

type Deps = Pick<AdministrationDeps, 'companies' | 'employees' | 'vault'>;

export async function readEmployee(
  deps: Pick<Deps, 'employees' | 'vault'>,
  employee: EmployeeRef,
): Promise<EmployeeAnswer> {
  const found = await deps.employees.get(employee);
  if (!found) throw new RefusalError('employee_not_found');
  return employeeAnswer(deps.vault, found);
}

export function makeGetEmployee(deps: Deps): AdministrationUseCases['getEmployee'] {
  return async (call, employee) => {
    await readCompany(deps, call, employee.companyId);
    return readEmployee(deps, employee);
  };
}

export function makeListEmployees(deps: Deps): AdministrationUseCases['listEmployees'] {
  return async (call, companyId, { status, ...page }) => {
    await readCompany(deps, call, companyId);
    const found = await deps.employees.list(companyId, page, status);
    return { ...found, items: found.items.map((it) => employeeAnswer(deps.vault, it)) };
  };
}
