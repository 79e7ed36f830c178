/** HistoryReader on PostgreSQL and PGlite: attempts and audit rows of one person as one list. */

import { z } from 'zod';
import type { HistoryEntry, HistoryReader } from '../../app/ports/history-reader.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import type { Actor, AuditKind } from '../../domain/audit-event.js';
import { CHANNELS } from '../../domain/challenge.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { Database, Statement } from './database.js';
import { decodeCursor, instantPosition, toPage } from './page-cursor.js';

/** Told by the opening that they belong to, or nothing that anybody did to the person. */
const UNTOLD: readonly AuditKind[] = [
  'send.accepted',
  'send.refused',
  'send.unknown',
  'challenge.enrolment_required',
  'challenge.not_required',
];

/**
 * Newest first. $1 company, $2 user, $3 $4 $5 the last row of the page before (instant, source, number)
 * or null, $6 limit, $7 kinds left out.
 */
const HISTORY: Statement = {
  name: '',
  text: `
    SELECT h.source, h.n, h.at, h.at::text AS at_exactly, h.kind, h.client_id, c.name AS client_name,
      h.actor_role, h.actor_id, h.purpose, h.reason, m.kind AS message_kind, m.channel, m.country,
      m.status, m.ip_address, m.user_agent
    FROM (
      (SELECT 'e' AS source, e.id AS n, e.at, e.kind, e.client_id, e.actor_role, e.actor_id,
          e.facts->>'purpose' AS purpose, e.facts->>'reason' AS reason,
          CASE WHEN e.kind = 'phone.opened' THEN e.facts->>'messageId' END AS message_id
        FROM audit_events e
        WHERE e.company_id = $1 AND e.user_id = $2 AND e.kind <> ALL($7::text[])
          AND ($3::timestamptz IS NULL
            OR (e.at <= $3 AND (e.at, 'e'::text, e.id) < ($3, $4::text, $5::bigint)))
        ORDER BY e.at DESC, e.id DESC LIMIT $6)
      UNION ALL
      (SELECT 'a', a.seq, a.created_at, a.outcome, a.client_id, NULL, NULL, a.purpose, NULL, NULL
        FROM attempts a
        WHERE a.company_id = $1 AND a.user_id = $2 AND a.outcome <> 'withdrawn'
          AND ($3::timestamptz IS NULL
            OR (a.created_at <= $3 AND (a.created_at, 'a'::text, a.seq) < ($3, $4::text, $5::bigint)))
        ORDER BY a.created_at DESC, a.seq DESC LIMIT $6)
      ORDER BY at DESC, source DESC, n DESC LIMIT $6
    ) AS h
    LEFT JOIN messages m ON m.message_id = h.message_id COLLATE "C"
    LEFT JOIN clients c ON c.client_id = h.client_id COLLATE "C"
    ORDER BY h.at DESC, h.source DESC, h.n DESC`,
};

export class PostgresHistoryReader implements HistoryReader {
  constructor(private readonly database: Database) {}

  async list(
    { companyId, userId }: EmployeeRef,
    request: PageRequest,
  ): Promise<Page<HistoryEntry>> {
    const after = decodeCursor(request.cursor, position);
    const place = [after?.at ?? null, after?.source ?? null, after?.n ?? null];
    const values = [companyId, userId, ...place, request.limit + 1, [...UNTOLD]];
    const found = await this.database.query(({ rows }) => rows(HISTORY, values));
    return toPage(z.array(historyRow).parse(found), request, {
      item: toEntry,
      position: (row): Position => ({ at: row.at_exactly, source: row.source, n: row.n }),
    });
  }
}

const position = z.object({ at: instantPosition, source: z.enum(['a', 'e']), n: z.int() });
type Position = z.infer<typeof position>;

const isText = (value: unknown) => typeof value === 'string';
const nullableText = z.string().nullable();

const point = {
  n: z.int(),
  at: z.date(),
  at_exactly: z.string(),
  client_id: nullableText,
  client_name: nullableText,
  actor_role: z.custom<Actor['role']>(isText).nullable(),
  actor_id: nullableText,
  purpose: nullableText,
  reason: nullableText,
};

const historyRow = z.discriminatedUnion('source', [
  z.object({
    ...point,
    source: z.literal('a'),
    kind: z.enum(['approved', 'failed', 'locked', 'replayed', 'canceled', 'skipped']),
  }),
  z.object({
    ...point,
    source: z.literal('e'),
    /** Any: a newer release beside this one writes kinds this one does not know. */
    kind: z.custom<AuditKind>(isText),
    message_kind: z.enum(['code', 'notice']).nullable(),
    channel: z.enum(CHANNELS).nullable(),
    country: nullableText,
    status: z.enum(['opened', 'accepted', 'rejected', 'unavailable', 'unknown']).nullable(),
    ip_address: nullableText,
    user_agent: nullableText,
  }),
]);
type HistoryRow = z.infer<typeof historyRow>;

function toEntry(row: HistoryRow): HistoryEntry {
  const shared = pointOf(row);
  if (row.source === 'a') {
    return { ...shared, kind: 'attempt', result: row.kind, purpose: row.purpose ?? '' };
  }
  if (row.kind !== 'phone.opened') {
    return { ...shared, kind: 'event', event: row.kind, reason: row.reason };
  }
  return { ...shared, kind: 'opening', purpose: row.purpose, message: messageOf(row) };
}

function pointOf(row: HistoryRow) {
  const { client_id: id, actor_role: role, actor_id: actorId } = row;
  return {
    id: `${row.source}${row.n}`,
    at: row.at,
    client: id === null ? null : { id, name: row.client_name },
    actor: role === null || actorId === null ? null : { role, id: actorId },
  };
}

function messageOf(row: Extract<HistoryRow, { source: 'e' }>) {
  const { message_kind: kind, channel, country, status } = row;
  if (kind === null || channel === null || country === null || status === null) return null;
  return { kind, channel, country, status, ipAddress: row.ip_address, userAgent: row.user_agent };
}
