/** Numbers that were given and never proven: they go after an hour. */

import { and, eq, sql } from 'drizzle-orm';
import type { EmployeeRef } from '../../domain/ids.js';
import type { Database, Orm } from './database.js';
import { factors } from './schema/people.js';

/** Longer than any challenge lives. Milliseconds: one hour. */
const PENDING_LIFE_MS = 60 * 60 * 1_000;
/** Rows of one delete: long statements freeze PGlite (decision 39). */
const CHUNK = 500;

/** Imported numbers stay until they are proven or replaced. */
const isStale = sql`${factors.state} = 'pending' AND NOT ${factors.isImported}
  AND ${factors.createdAt} < clock_timestamp() - ${PENDING_LIFE_MS} * interval '1 millisecond'`;

/** The caller holds the employee's lock. */
export async function purgePendingOf(orm: Orm, employee: EmployeeRef): Promise<void> {
  await orm
    .delete(factors)
    .where(
      and(eq(factors.companyId, employee.companyId), eq(factors.userId, employee.userId), isStale),
    );
}

/** For a periodic job; answers how many numbers went. Rows in use are left to the next run. */
export async function purgePendingFactors(database: Database): Promise<number> {
  let purged = 0;
  for (;;) {
    const rows = await database.query(({ orm }) =>
      orm
        .delete(factors)
        .where(
          sql`${factors.factorId} IN (SELECT ${factors.factorId} FROM ${factors}
            WHERE ${isStale} LIMIT ${CHUNK} FOR UPDATE SKIP LOCKED)`,
        )
        .returning({ factorId: factors.factorId }),
    );
    purged += rows.length;
    if (rows.length < CHUNK) return purged;
  }
}
