/** Invites one person to enrol. */

import type { AdministrationDeps } from './administration-deps.js';
import { auditOf } from '../audit-of.js';
import { INVITATION_MAX_DAYS } from '../../domain/limits.js';
import { invalid, RefusalError } from '../errors.js';
import { readCompany } from './get-company.js';
import type { AdministrationUseCases } from '../use-cases.js';

export function makeGrantEnrolment(
  deps: Pick<AdministrationDeps, 'companies' | 'employees'>,
): AdministrationUseCases['grantEnrolment'] {
  return async (call, employee, { reason, expiresAt }) => {
    await readCompany(deps, call, employee.companyId);
    const audit = auditOf(call, 'enrolment.granted', { ...employee, facts: { reason } });
    const grant = { kind: 'invitation', reason, expiresAt } as const;
    const opened = await deps.employees.openGrant(employee, grant, audit);
    if (opened === 'employee_not_found') throw new RefusalError('employee_not_found');
    if (opened === 'already_enrolled') throw new RefusalError('factor_active');
    if (opened === 'already_over') throw invalid('#/expiresAt', 'must be ahead');
    if (opened === 'too_far_ahead') {
      throw invalid('#/expiresAt', `must be at most ${INVITATION_MAX_DAYS} days ahead`);
    }
    return opened;
  };
}
