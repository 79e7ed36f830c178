/** Rows of leave to enrol. */

import { and, eq, isNull, sql } from 'drizzle-orm';
import type { GrantEndRefused, GrantRecord, NewGrant } from '../../app/ports/employee-store.js';
import type { EmployeeRef } from '../../domain/ids.js';
import { INVITATION_MAX_DAYS } from '../../domain/limits.js';
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
export async function refusedEnd(
  orm: Orm,
  { expiresAt }: NewGrant,
): Promise<GrantEndRefused | undefined> {
  if (expiresAt === null) return undefined;
  const ahead = sql`${expiresAt}::timestamptz - clock_timestamp()`;
  const longest = sql`${INVITATION_MAX_DAYS} * interval '24 hours'`;
  const [row] = await orm
    .select({
      isOver: sql<boolean>`${ahead} <= interval '0'`,
      isFar: sql<boolean>`${ahead} > ${longest}`,
    })
    .from(sql`(SELECT 1) AS one`);
  if (row === undefined) throw new Error('the database did not tell the time');
  if (row.isOver) return 'already_over';
  return row.isFar ? 'too_far_ahead' : undefined;
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
