/** The one read behind a person and the list of people: what an administrator may see. */

import { and, asc, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Employee, EmployeeFactor, EmployeeFilter } from '../../app/ports/employee-store.js';
import type { CompanyId, FactorId, UserId } from '../../domain/ids.js';
import type { Orm } from './database.js';
import { employees, factors, grants } from './schema/people.js';

export const active = alias(factors, 'active');
export const imported = alias(factors, 'imported');

/** The open grant that lasts longest, as JSON. */
export const openGrant = sql<unknown>`(
  SELECT jsonb_build_object('kind', ${grants.kind}, 'expiresAt', ${grants.expiresAt}) FROM ${grants}
  WHERE ${grants.companyId} = ${employees.companyId} AND ${grants.userId} = ${employees.userId}
    AND ${grants.consumedAt} IS NULL AND ${grants.closedAt} IS NULL
    AND ${grants.expiresAt} > statement_timestamp()
  ORDER BY ${grants.expiresAt} DESC LIMIT 1)`;

export const lockedForMs = sql<number>`coalesce(greatest(0, ceil(extract(epoch FROM
  ${employees.lockedUntil} - statement_timestamp()) * 1000)), 0)::float8`;

/** By the channel that the kind of number goes by: a text, and to a landline a call. */
export const isUndeliverable = sql<boolean>`coalesce(CASE WHEN ${active.canBeTexted}
  THEN ${active.undeliverableUntil} ELSE ${active.callUndeliverableUntil}
  END > statement_timestamp(), false)`;

export const isActiveOfEmployee = and(
  eq(active.companyId, employees.companyId),
  eq(active.userId, employees.userId),
  eq(active.state, 'active'),
);

export const isImportedOfEmployee = and(
  eq(imported.companyId, employees.companyId),
  eq(imported.userId, employees.userId),
  eq(imported.isImported, true),
);

const FILTERS: Record<EmployeeFilter, SQL> = {
  enrolled: isNotNull(active.factorId),
  not_enrolled: isNull(active.factorId),
  locked: sql`${employees.lockedUntil} > statement_timestamp()`,
  disabled: isNotNull(employees.disabledAt),
};

/** People of one company in order of their id. */
export function selectEmployees(
  orm: Orm,
  companyId: CompanyId,
  which: { after?: string | null; filter?: EmployeeFilter | null; userId?: UserId },
) {
  return orm
    .select({ employee: employees, active, imported, openGrant, lockedForMs, isUndeliverable })
    .from(employees)
    .leftJoin(active, isActiveOfEmployee)
    .leftJoin(imported, isImportedOfEmployee)
    .where(
      and(
        eq(employees.companyId, companyId),
        which.userId === undefined ? undefined : eq(employees.userId, which.userId),
        which.after ? gt(employees.userId, which.after) : undefined,
        which.filter ? FILTERS[which.filter] : undefined,
      ),
    )
    .orderBy(asc(employees.userId));
}

export type EmployeeReadRow = Awaited<ReturnType<typeof selectEmployees>>[number];

const grantRow = z
  .object({ kind: z.enum(['invitation', 'reset']), expiresAt: z.coerce.date() })
  .nullable();

export function toEmployee(row: EmployeeReadRow): Employee {
  const { employee } = row;
  return {
    companyId: employee.companyId as CompanyId,
    userId: employee.userId as UserId,
    factor: factorOf(row),
    rosterAddedAt: employee.rosterAddedAt,
    openGrant: grantRow.parse(row.openGrant),
    wasReset: employee.resetAt !== null,
    failures: employee.failures,
    lockedForMs: row.lockedForMs,
  };
}

function factorOf(row: EmployeeReadRow): EmployeeFactor | null {
  const phone = row.active ?? row.imported;
  if (phone === null) return null;
  return {
    factorId: phone.factorId as FactorId,
    state: row.active === null ? 'imported' : stateOf(row),
    sealedMask: phone.sealedMask,
    enrolledAt: phone.activatedAt,
    lastUsedAt: phone.lastUsedAt,
  };
}

function stateOf(row: EmployeeReadRow): EmployeeFactor['state'] {
  if (row.employee.disabledAt !== null) return 'disabled';
  return row.isUndeliverable ? 'undeliverable' : 'active';
}
