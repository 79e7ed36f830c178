/** Writing of audit rows, inside whatever transaction they belong to (R126). */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { Orm } from './database.js';
import { auditEvents } from './schema/records.js';

export async function insertAudit(orm: Orm, event: AuditEvent): Promise<void> {
  await orm.insert(auditEvents).values({
    kind: event.kind,
    companyId: event.companyId,
    userId: event.userId,
    clientId: event.clientId,
    actorRole: event.actor?.role ?? null,
    actorId: event.actor?.id ?? null,
    correlationId: event.correlationId,
    facts: event.facts,
  });
}
