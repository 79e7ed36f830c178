/** Ends a person's links and sessions at once: a role was lost (decision 23). */

import { PORTAL_ROLES } from '../../domain/portal.js';
import { readCompany } from '../administration/get-company.js';
import { auditOf } from '../audit-of.js';
import type { PortalDeps } from './portal-deps.js';
import type { PortalUseCases } from './portal-use-cases.js';
import { requireEndingScope } from './require-portal-scope.js';

export function makeEndPortalSessions(deps: PortalDeps): PortalUseCases['endPortalSessions'] {
  return async (call, employee, role) => {
    requireEndingScope(call.client, role);
    await readCompany(deps, call, employee.companyId);
    const ended = await deps.portalSessions.end(employee, role === null ? PORTAL_ROLES : [role]);
    const facts = { cause: 'ended_by_client', role, ended };
    await deps.audit.append(auditOf(call, 'portal.ended', { ...employee, facts }));
  };
}
