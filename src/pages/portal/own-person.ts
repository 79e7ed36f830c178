/** What is on record about the person whose session it is. */

import type { EmployeeAnswer } from '../../app/answers.js';
import { RefusalError } from '../../app/errors.js';
import type { Guest } from './guest.js';
import type { PortalPagesDeps } from './portal-deps.js';

/** Null where nobody listed them and they never enrolled. */
export async function findOwn(
  { useCases }: Pick<PortalPagesDeps, 'useCases'>,
  guest: Guest,
): Promise<EmployeeAnswer | null> {
  try {
    return await useCases.getEmployee(guest.call(), guest.person);
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'employee_not_found') return null;
    throw error;
  }
}
