/** Rows of leave to enrol. */

import { and, eq, isNull, sql } from 'drizzle-orm';
import type { GrantRecord, NewGrant } from '../../app/ports/employee-store.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { Orm } from './database.js';
import { grants } from './schema/people.js';

type GrantRow = typeof grants.$inferSelect;
type Remembered = { readonly key: string; readonly fingerprint: string } | null;

export async function insertGrant(
  orm: Orm,
  { companyId, userId }: EmployeeRef,
  grant: NewGrant & { readonly idempotency?: Remembered },
): Promise<GrantRecord> {
  const [row] = await orm
    .insert(grants)
    .values({
      companyId,
      userId,
      kind: grant.kind,
      reason: grant.reason,
      expiresAt: grant.expiresAt ?? sql`clock_timestamp() + interval '7 days'`,
      idempotencyKey: grant.idempotency?.key ?? null,
      fingerprint: grant.idempotency?.fingerprint ?? null,
    })
    .returning();
  if (row === undefined) throw new Error('a grant was not written');
  return toGrant(row);
}

/** By the database's clock, which is the one that grants live by (decision 9). */
export async function isOver(orm: Orm, { expiresAt }: NewGrant): Promise<boolean> {
  if (expiresAt === null) return false;
  const [row] = await orm
    .select({ now: sql<Date>`clock_timestamp()`.mapWith(grants.expiresAt) })
    .from(sql`(SELECT 1) AS one`);
  return row === undefined || row.now >= expiresAt;
}

/** A closed grant opens nothing any more. */
export async function closeGrants(orm: Orm, { companyId, userId }: EmployeeRef): Promise<void> {
  await orm
    .update(grants)
    .set({ closedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(grants.companyId, companyId),
        eq(grants.userId, userId),
        isNull(grants.consumedAt),
        isNull(grants.closedAt),
      ),
    );
}

export function toGrant(row: GrantRow): GrantRecord {
  return { id: row.grantId, kind: row.kind, expiresAt: row.expiresAt };
}
