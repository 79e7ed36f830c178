/** A lost phone: removes the factor, ends what is open, opens one enrolment, and tells the old number. */

import type { AdministrationDeps } from './administration-deps.js';
import { auditOf } from '../audit-of.js';
import { RefusalError } from '../errors.js';
import { readCompany } from './get-company.js';
import { idempotencyOf } from '../idempotency.js';
import { endAllSessions, endWhatRests } from '../phone/end-what-rests.js';
import { tellPhone } from '../phone/tell-phone.js';
import type { AdministrationUseCases } from '../use-cases.js';

export function makeResetEmployee(
  deps: AdministrationDeps,
): AdministrationUseCases['resetEmployee'] {
  return async (call, employee, { reason }) => {
    const company = await readCompany(deps, call, employee.companyId);
    const body = { ...employee, reason };
    const idempotency = idempotencyOf(deps.digests, call, { operation: 'reset', body });
    const audit = auditOf(call, 'factor.reset', { ...employee, facts: { reason } });
    const outcome = await deps.employees.reset(employee, { reason, idempotency }, audit);
    if (outcome === 'employee_not_found') throw new RefusalError('employee_not_found');
    if (outcome === 'key_reused') throw new RefusalError('idempotency_key_reused');
    const { removed: phone, grant } = outcome;
    await endWhatRests(deps, employee);
    await endAllSessions(deps, employee);
    const notice = { event: 'removed', purpose: 'reset_notice' } as const;
    if (phone) await tellPhone(deps, call, { ...employee, company, phone, ...notice });
    return grant;
  };
}
