/** The orders of the console's people, and where a page of each ends. */

import { and, asc, eq, gt, lt, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { CursorInvalidError } from '../../app/ports/page.js';
import type { PeopleOrder } from '../../app/ports/people-reader.js';
import type { OperatorReach } from '../../domain/channel-choice.js';
import { active } from './employee-reads.js';
import { decodeCursor, idPosition, instantPosition } from './page-cursor.js';
import { rankSql, type PersonRow } from './people-rows.js';
import { employees } from './schema/people.js';

const position = z.discriminatedUnion('order', [
  z.object({ order: z.literal('user_id'), id: idPosition }),
  z.object({ order: z.literal('status'), rank: z.int().min(0).max(99), id: idPosition }),
  z.object({ order: z.literal('last_used'), at: instantPosition.nullable(), id: idPosition }),
]);
type Position = z.output<typeof position>;

/** Ids by what they are compared by, so that letters of either case stand together. */
const byId = asc(employees.foldedId);

export function orderOf(order: PeopleOrder, reach: OperatorReach): SQL[] {
  switch (order) {
    case 'user_id':
      return [byId];
    case 'status':
      return [asc(rankSql(reach)), byId];
    case 'last_used':
      return [sql`${active.lastUsedAt} DESC NULLS LAST`, byId];
  }
}

/** Throws `CursorInvalidError` for a cursor that another order gave. */
export function afterOf(
  cursor: string | null,
  order: PeopleOrder,
  reach: OperatorReach,
): SQL | undefined {
  const after = decodeCursor(cursor, position);
  if (after === null) return undefined;
  if (after.order !== order) throw new CursorInvalidError();
  const isLater = gt(employees.foldedId, after.id);
  switch (after.order) {
    case 'user_id':
      return isLater;
    case 'status':
      return sql`(${rankSql(reach)}, ${employees.foldedId}) > (${after.rank}::integer, ${after.id})`;
    case 'last_used':
      return usedAfter(after.at, isLater);
  }
}

/** Whoever never used a number stands last. */
function usedAfter(at: string | null, isLater: SQL): SQL | undefined {
  const used = active.lastUsedAt;
  if (at === null) return and(sql`${used} IS NULL`, isLater);
  const instant = sql`${at}::timestamptz`;
  return or(lt(used, instant), and(eq(used, instant), isLater), sql`${used} IS NULL`);
}

export function positionOf(row: PersonRow, order: PeopleOrder): Position {
  const id = row.employee.foldedId;
  switch (order) {
    case 'user_id':
      return { order, id };
    case 'status':
      return { order, rank: row.rank, id };
    case 'last_used':
      return { order, at: row.lastUsedExactly, id };
  }
}
