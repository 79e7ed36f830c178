/** Opens a single-use link into the portal; for a new administrator, with leave to enrol. */

import { readCompany } from '../administration/get-company.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { invalid } from '../errors.js';
import { leaveToEnrol } from './leave-to-enrol.js';
import type { PortalDeps } from './portal-deps.js';
import { portalUrl } from './portal-url.js';
import type { OpenPortalInput, PortalUseCases } from './portal-use-cases.js';
import { requireOpeningScope } from './require-portal-scope.js';

export function makeOpenPortalSession(deps: PortalDeps): PortalUseCases['openPortalSession'] {
  return async (call, input) => {
    requireOpeningScope(call.client, input.role);
    if (input.role === 'support' && input.reason === null)
      throw invalid('#/reason', 'is required for support: the company sees it');
    await readCompany(deps, call, input.companyId);
    if (input.role === 'admin') await leaveToEnrol(deps, call, input);
    const guest = { ...input, clientId: call.client.clientId };
    const { link, expiresAt } = await deps.portalSessions.open(guest);
    await record(deps, call, input);
    return { url: portalUrl(deps.rules.publicUrl, link), expiresAt };
  };
}

/** Committed before anybody is told the link: a link that is told was recorded (decision 23). */
async function record(deps: PortalDeps, call: Call, input: OpenPortalInput): Promise<void> {
  const { companyId, userId, role, reason } = input;
  await deps.audit.append(
    auditOf(call, 'portal.opened', { companyId, userId, facts: { role, reason } }),
  );
}
