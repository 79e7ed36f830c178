/** Putting people on the roster, with a number already collected or without. */

import { and, eq, sql } from 'drizzle-orm';
import type { ImportedPhone } from '../../app/ports/employee-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import type { EmployeeRef } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { Orm } from './database.js';
import { isEmployee, knowEmployee } from './employee-rows.js';
import { hasActiveFactor, isOf } from './factor-rows.js';
import { employees, factors } from './schema/people.js';

export type RosterOutcome =
  'created' | 'unchanged' | 'factor_active' | 'id_conflict' | 'company_not_found';

export interface RosterEntry {
  readonly employee: EmployeeRef;
  readonly imported: ImportedPhone | null;
  readonly audit: AuditEvent;
}

/** `created` when the person was not on the roster; audited when anything changed. */
export async function putOnRoster(orm: Orm, entry: RosterEntry): Promise<RosterOutcome> {
  const { employee, imported, audit } = entry;
  const known = await knowEmployee(orm, employee);
  if (typeof known === 'string') return known;
  if (imported !== null && (await hasActiveFactor(orm, employee))) return 'factor_active';
  const isListed = known.row.rosterAddedAt !== null;
  if (!isListed) {
    await orm
      .update(employees)
      .set({ rosterAddedAt: sql`clock_timestamp()` })
      .where(isEmployee(employee));
  }
  const isImportNew = imported !== null && (await keepImported(orm, employee, imported));
  if (!isListed || isImportNew) await insertAudit(orm, audit);
  return isListed ? 'unchanged' : 'created';
}

/** Answers whether it was not the imported number before. A number being proven goes on as imported. */
async function keepImported(
  orm: Orm,
  { companyId, userId }: EmployeeRef,
  phone: ImportedPhone,
): Promise<boolean> {
  const ofPerson = isOf({ companyId, userId });
  const [earlier] = await orm
    .select()
    .from(factors)
    .where(and(ofPerson, eq(factors.isImported, true)));
  if (earlier?.numberIndex === phone.index) return false;
  if (earlier) await orm.delete(factors).where(eq(factors.factorId, earlier.factorId));
  await orm
    .insert(factors)
    .values({
      factorId: phone.factorId,
      companyId,
      userId,
      state: 'pending',
      isImported: true,
      sealedNumber: phone.number,
      sealedMask: phone.mask,
      numberIndex: phone.index,
      country: phone.country,
      canBeTexted: phone.canBeTexted,
    })
    .onConflictDoUpdate({
      target: [factors.companyId, factors.userId, factors.numberIndex],
      targetWhere: sql`state = 'pending'`,
      set: { isImported: true },
    });
  return true;
}
