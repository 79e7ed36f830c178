/** What the records are asked for, as their addresses say it: ids, kinds and days. */

import type { AuditFilter } from '../../../app/ports/audit-log.js';
import { AUDIT_KINDS, type AuditKind } from '../../../domain/audit-event.js';
import { startOf, START_HOUR } from '../../../domain/deadline.js';
import { CALLER_ID } from '../../../domain/ids.js';

export const AUDIT = '/console/audit';

export interface AuditSearch {
  /** Whom it is about; empty for all, and so are the others. */
  readonly person: string;
  /** Who did it. */
  readonly by: string;
  readonly kind: AuditKind | '';
  /** Days, both included: `2026-11-22`. */
  readonly from: string;
  readonly to: string;
}

export const SEARCH_FIELDS = {
  person: 'one',
  by: 'one',
  kind: 'one',
  from: 'one',
  to: 'one',
} as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an address does not say, or says wrongly, is not searched for. */
export function readAuditSearch(said: Readonly<Record<string, string | undefined>>): AuditSearch {
  const fitting = (text: string | undefined, shape: RegExp) =>
    text !== undefined && shape.test(text) ? text : '';
  return {
    person: fitting(said['person'], CALLER_ID),
    by: fitting(said['by'], CALLER_ID),
    kind: AUDIT_KINDS.find((each) => each === said['kind']) ?? '',
    from: fitting(said['from'], DAY),
    to: fitting(said['to'], DAY),
  };
}

export function auditAddress(
  search: Partial<AuditSearch>,
  cursor: string | null = null,
): `/${string}` {
  const said = Object.entries(search).filter(([, value]) => value !== '');
  const query = new URLSearchParams(said);
  if (cursor !== null) query.set('cursor', cursor);
  return query.size === 0 ? AUDIT : `${AUDIT}?${query.toString()}`;
}

/** Fields of which something was typed that cannot be searched for. */
export function wrongFields(
  sent: Readonly<Record<keyof AuditSearch, string>>,
  timeZone: string,
): readonly (keyof AuditSearch)[] {
  const read = readAuditSearch(sent);
  const fields = ['person', 'by', 'kind', 'from', 'to'] as const;
  const isNoDay = (field: 'from' | 'to') =>
    read[field] !== '' && startOf(read[field], timeZone) === null;
  return fields.filter(
    (field) =>
      read[field] !== sent[field] || ((field === 'from' || field === 'to') && isNoDay(field)),
  );
}

/** Days begin and end at midnight there. */
export function filterOf(search: AuditSearch, timeZone: string): AuditFilter {
  const { person, by, kind, from, to } = search;
  return {
    userId: person === '' ? null : person,
    actorId: by === '' ? null : by,
    kind: kind === '' ? null : kind,
    from: midnight(from, timeZone, 0),
    before: midnight(to, timeZone, 1),
  };
}

const HOUR_MS = 60 * 60 * 1_000;

/** A change of clocks in that night moves it by an hour. */
function midnight(day: string, timeZone: string, later: 0 | 1): Date | null {
  const start = startOf(day, timeZone);
  return start && new Date(start.getTime() + (later * 24 - START_HOUR) * HOUR_MS);
}
