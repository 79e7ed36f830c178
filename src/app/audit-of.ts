/** Makes an audit event out of a call: who asked, as whom, about whom (R124). */

import type { AuditEvent, AuditKind } from '../domain/audit-event.js';
import type { CompanyId, UserId } from '../domain/ids.js';
import type { Call } from './call.js';

export function auditOf(
  call: Call,
  kind: AuditKind,
  subject: { readonly companyId: CompanyId; readonly userId?: UserId },
  facts: AuditEvent['facts'] = {},
): AuditEvent {
  return {
    kind,
    companyId: subject.companyId,
    userId: subject.userId ?? null,
    clientId: call.client.clientId,
    actor: call.actor,
    correlationId: call.correlationId,
    facts,
  };
}
