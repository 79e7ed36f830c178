/** Makes an audit event out of a call: who asked, as whom, about whom (R124). */

import type { AuditEvent, AuditKind } from '../domain/audit-event.js';
import type { CompanyId, UserId } from '../domain/ids.js';
import type { Call } from './call.js';

export interface About {
  readonly companyId: CompanyId;
  readonly userId?: UserId;
}

export function auditOf(
  call: Call,
  kind: AuditKind,
  { companyId, userId, facts = {} }: About & { readonly facts?: AuditEvent['facts'] },
): AuditEvent {
  return {
    kind,
    companyId,
    userId: userId ?? null,
    clientId: call.client.clientId,
    actor: call.actor,
    correlationId: call.correlationId,
    facts,
  };
}
