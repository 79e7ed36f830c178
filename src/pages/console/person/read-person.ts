/** Reads one person and the policy that they sign in under. */

import type { PolicyAnswer } from '../../../app/answers.js';
import { RefusalError } from '../../../app/errors.js';
import type { PersonAnswer } from '../../../app/report-use-cases.js';
import type { EmployeeRef } from '../../../domain/ids.js';
import { PageError } from '../../page-error.js';
import type { Guest } from '../../portal/guest.js';
import type { ConsolePagesDeps } from '../console-deps.js';

export interface FoundPerson {
  readonly person: PersonAnswer;
  readonly policy: PolicyAnswer;
}

/** The unknown and those of other companies are not there alike (R076). */
export async function readPerson(
  { useCases }: Pick<ConsolePagesDeps, 'useCases'>,
  guest: Guest,
  employee: EmployeeRef,
): Promise<FoundPerson> {
  try {
    const [person, policy] = await Promise.all([
      useCases.getPerson(guest.call(), employee),
      useCases.getPolicy(guest.call(), employee.companyId),
    ]);
    return { person, policy };
  } catch (error) {
    throw isNobody(error) ? new PageError('notFound') : error;
  }
}

function isNobody(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'employee_not_found';
}
