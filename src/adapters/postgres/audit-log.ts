/** AuditLog on PostgreSQL and PGlite: audit rows and attempts as one list. */

import { z } from 'zod';
import type { AuditFilter, AuditLog, RecordedAuditEvent } from '../../app/ports/audit-log.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import type { Actor, AuditEvent, AuditKind } from '../../domain/audit-event.js';
import type { ClientId, CompanyId, UserId } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import { LIST_AUDIT } from './audit-statement.js';
import type { Database } from './database.js';
import { decodeCursor, instantPosition, toPage } from './page-cursor.js';

export class PostgresAuditLog implements AuditLog {
  constructor(private readonly database: Database) {}

  async append(event: AuditEvent): Promise<void> {
    await this.database.query(({ orm }) => insertAudit(orm, event));
  }

  async list(
    companyId: CompanyId,
    request: PageRequest,
    filter: AuditFilter,
  ): Promise<Page<RecordedAuditEvent>> {
    const after = decodeCursor(request.cursor, position);
    const found = await this.database.query(({ rows }) =>
      rows(LIST_AUDIT, [
        companyId,
        ...searched(filter),
        after?.at ?? null,
        after?.source ?? null,
        after?.n ?? null,
        request.limit + 1,
      ]),
    );
    return toPage(z.array(auditRow).parse(found), request, {
      item: toEvent,
      position: (row): Position => ({ at: row.at_exactly, source: row.source, n: row.n }),
    });
  }
}

function searched({ userId, kind, actorId, from, before }: AuditFilter): readonly unknown[] {
  return [userId, kind, actorId, from, before].map((it) => it ?? null);
}

/** Instants in full, as the database writes them: a Date would lose the microseconds. */
const position = z.object({
  at: instantPosition,
  source: z.enum(['a', 'e']),
  n: z.int(),
});
type Position = z.infer<typeof position>;

const isText = (value: unknown) => typeof value === 'string';
const fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

const auditRow = z.object({
  source: z.enum(['a', 'e']),
  n: z.int(),
  at: z.date(),
  at_exactly: z.string(),
  /** Any: during an upgrade a newer release beside this one writes kinds this one does not know. */
  kind: z.custom<AuditKind>(isText),
  company_id: z.custom<CompanyId>(isText),
  user_id: z.custom<UserId>(isText).nullable(),
  client_id: z.custom<ClientId>(isText).nullable(),
  actor_role: z.custom<Actor['role']>(isText).nullable(),
  actor_id: z.string().nullable(),
  correlation_id: z.string(),
  facts: z.record(z.string(), fact),
});

function toEvent(row: z.infer<typeof auditRow>): RecordedAuditEvent {
  const { actor_role: role, actor_id: id } = row;
  return {
    id: `${row.source}${row.n}`,
    at: row.at,
    kind: row.kind,
    companyId: row.company_id,
    userId: row.user_id,
    clientId: row.client_id,
    actor: role === null || id === null ? null : { role, id },
    correlationId: row.correlation_id,
    facts: row.facts,
  };
}
