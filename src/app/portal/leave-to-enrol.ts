/** An administrator proves a code before the console opens (R091), so a new one must be able to enrol. */

import type { EmployeeRef } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { invalid } from '../errors.js';
import type { Employee } from '../ports/employee-store.js';
import { LOOKS_LIKE_ANOTHER } from '../read-person.js';
import type { PortalDeps } from './portal-deps.js';

const REASON = "administrator's console";

type Deps = Pick<PortalDeps, 'employees'>;

/**
 * Invites a person who has no factor and no leave to enrol; both writes are audited. A factor that was
 * disabled or cannot be reached stays as it is: only a reset, by name, opens that.
 */
export async function leaveToEnrol(deps: Deps, call: Call, input: EmployeeRef): Promise<void> {
  const { companyId, userId } = input;
  const employee = { companyId, userId };
  const known = await deps.employees.get(employee);
  if (known && !needsLeave(known)) return;
  if (!known) await list(deps, call, employee);
  const audit = auditOf(call, 'enrolment.granted', { ...employee, facts: { reason: REASON } });
  const grant = { kind: 'invitation', reason: REASON, expiresAt: null } as const;
  // Whoever enrolled meanwhile needs none.
  await deps.employees.openGrant(employee, grant, audit);
}

function needsLeave({ factor, openGrant }: Employee): boolean {
  return openGrant === null && (factor === null || factor.state === 'imported');
}

async function list(deps: Deps, call: Call, employee: EmployeeRef): Promise<void> {
  const audit = auditOf(call, 'employee.listed', { ...employee, facts: { withNumber: false } });
  const put = await deps.employees.putOnRoster(employee, null, audit);
  if (put === 'id_conflict') throw invalid('#/userId', LOOKS_LIKE_ANOTHER);
}
