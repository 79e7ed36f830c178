/** Making a person known, and taking the lock that every write about a person takes first. */

import { and, eq, sql } from 'drizzle-orm';
import { foldId, type EmployeeRef } from '../../domain/ids.js';
import type { Orm } from './database.js';
import { companies } from './schema/companies.js';
import { employees } from './schema/people.js';

export type EmployeeRow = typeof employees.$inferSelect;

/** Locks the row until the transaction ends; undefined when there is none. */
export async function lockEmployee(
  orm: Orm,
  employee: EmployeeRef,
): Promise<EmployeeRow | undefined> {
  const [row] = await orm.select().from(employees).where(isEmployee(employee)).for('no key update');
  return row;
}

/** Makes the person known if need be, and locks the row until the transaction ends. */
export async function knowEmployee(
  orm: Orm,
  employee: EmployeeRef,
): Promise<{ row: EmployeeRow; isNew: boolean } | 'company_not_found' | 'id_conflict'> {
  const known = await lockEmployee(orm, employee);
  if (known) return { row: known, isNew: false };
  if (!(await isCompany(orm, employee))) return 'company_not_found';
  const { companyId, userId } = employee;
  const [created] = await orm
    .insert(employees)
    .values({ companyId, userId, foldedId: foldId(userId) })
    .onConflictDoNothing()
    .returning();
  if (created) return { row: created, isNew: true };
  // Somebody was first: under this very id, or under one that only looks like it (decision 19).
  const row = await lockEmployee(orm, employee);
  return row ? { row, isNew: false } : 'id_conflict';
}

export function isEmployee({ companyId, userId }: EmployeeRef) {
  return and(eq(employees.companyId, companyId), eq(employees.userId, userId));
}

async function isCompany(orm: Orm, { companyId }: EmployeeRef): Promise<boolean> {
  const rows = await orm
    .select({ one: sql`1` })
    .from(companies)
    .where(eq(companies.companyId, companyId));
  return rows.length > 0;
}
