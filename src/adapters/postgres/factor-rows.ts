/** Questions about the phones of one person, asked under the employee's lock. */

import { and, eq } from 'drizzle-orm';
import type { EmployeeRef } from '../../domain/ids.js';
import type { Orm } from './database.js';
import { factors } from './schema/people.js';

export async function hasActiveFactor(orm: Orm, employee: EmployeeRef): Promise<boolean> {
  const rows = await orm
    .select({ factorId: factors.factorId })
    .from(factors)
    .where(and(isOf(employee), eq(factors.state, 'active')));
  return rows.length > 0;
}

/** Whether the factor is still there at the version it was read at. */
export async function holdsFactor(
  orm: Orm,
  factor: EmployeeRef & { readonly factorId: string; readonly factorVersion: number },
): Promise<boolean> {
  const rows = await orm
    .select({ factorId: factors.factorId })
    .from(factors)
    .where(
      and(
        isOf(factor),
        eq(factors.factorId, factor.factorId),
        eq(factors.version, factor.factorVersion),
      ),
    );
  return rows.length > 0;
}

export function isOf({ companyId, userId }: EmployeeRef) {
  return and(eq(factors.companyId, companyId), eq(factors.userId, userId));
}
