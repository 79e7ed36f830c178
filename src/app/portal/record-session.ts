/** Audit events of what a person does with a session of their own. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { PortalSession } from '../../domain/portal.js';

export function sessionEvent(
  kind: 'portal.entered' | 'portal.ended',
  { companyId, userId, clientId, role, reason }: PortalSession,
  { correlationId, facts = {} }: Pick<AuditEvent, 'correlationId'> & Partial<AuditEvent>,
): AuditEvent {
  return {
    ...{ kind, companyId, userId, clientId, correlationId },
    actor: { role, id: userId },
    facts: { role, ...(reason !== null && { reason }), ...facts },
  };
}
