/** The audit call: who did what in a company, and when. */

import type { RecordedAuditEvent } from '../../app/ports/audit-log.js';
import { operation, type Operation } from '../operation.js';
import { auditQuery } from '../schemas/audit-events.js';
import { companyParams } from '../schemas/companies.js';
import { nothing } from '../schemas/none.js';

const list = operation({
  id: 'listAuditEvents',
  method: 'get',
  path: '/v1/companies/:companyId/audit-events',
  scope: 'audit',
  actor: 'optional',
  params: companyParams,
  query: auditQuery,
  body: nothing,
  bodyRule: 'none',
  isIdempotent: false,
  isSending: false,
  handle: async (useCases, call, { params, query }) => {
    const { userId = null, kind = null, actorId = null, from = null, before = null } = query;
    const { limit, cursor } = query;
    const request = { limit, cursor, userId, kind, actorId, from, before };
    const page = await useCases.listAuditEvents(call, params.companyId, request);
    return {
      status: 200,
      body: { items: page.items.map(showEvent), nextCursor: page.nextCursor },
    };
  },
});

function showEvent(event: RecordedAuditEvent): object {
  const { id, at, kind, companyId, userId, clientId, actor, correlationId, facts } = event;
  return {
    ...{ id, at, kind, companyId, userId, clientId },
    actor: actor && { role: actor.role, id: actor.id },
    ...{ correlationId, facts },
  };
}

export const auditOperations: readonly Operation[] = [list];
