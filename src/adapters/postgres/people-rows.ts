/** The read behind the console's people: everybody once, with the one status that is theirs. */

import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { PersonRecord } from '../../app/ports/people-reader.js';
import type { CompanyId } from '../../domain/ids.js';
import { PERSON_STATUSES, type PersonStatus } from '../../domain/person-status.js';
import type { Orm } from './database.js';
import {
  active,
  imported,
  isActiveOfEmployee,
  isImportedOfEmployee,
  isUndeliverable,
  lockedForMs,
  openGrant,
  toEmployee,
  type EmployeeReadRow,
} from './employee-reads.js';
import { policies } from './schema/companies.js';
import { employees, grants } from './schema/people.js';

const now = sql`statement_timestamp()`;

const hasOpenInvitation = sql`EXISTS (SELECT 1 FROM ${grants}
  WHERE ${grants.companyId} = ${employees.companyId} AND ${grants.userId} = ${employees.userId}
    AND ${grants.consumedAt} IS NULL AND ${grants.closedAt} IS NULL
    AND ${grants.expiresAt} > ${now} AND ${grants.kind} = 'invitation')`;

/** A policy that names no countries compares as null, which is not true. */
function isOutside(countries: readonly string[]): SQL {
  const ceiling = sql`${sql.param([...countries])}::text[]`;
  return sql`(NOT ${active.country} = ANY(${ceiling}) OR NOT ${active.country} = ANY(${policies.countries}))`;
}

/** In the order of `PERSON_STATUSES`. */
export function statusOf(countries: readonly string[]): SQL<PersonStatus> {
  const hasNumber = isNotNull(active.factorId);
  return sql<PersonStatus>`CASE
    WHEN ${hasNumber} AND ${employees.disabledAt} IS NOT NULL THEN 'disabled'
    WHEN ${hasNumber} AND ${employees.lockedUntil} > ${now} THEN 'locked'
    WHEN ${hasNumber} AND (${isUndeliverable} OR ${isOutside(countries)}) THEN 'unreachable'
    WHEN ${hasNumber} THEN 'enrolled'
    WHEN ${employees.resetAt} IS NOT NULL THEN 'reset'
    WHEN ${hasOpenInvitation} THEN 'invited'
    WHEN ${policies.mode} = 'required' AND ${policies.enforceFrom} > ${now} THEN 'in_grace'
    ELSE 'not_enrolled' END`;
}

export const rankOf = (status: PersonStatus): number => PERSON_STATUSES.indexOf(status);

/** The status's place in `PERSON_STATUSES`, from 0. */
export function rankSql(status: SQL): SQL<number> {
  return sql<number>`array_position(${sql.param([...PERSON_STATUSES])}::text[], ${status}) - 1`;
}

/** Everything one row shows; `which` is what the caller asks for. */
export function selectPeople(
  orm: Orm,
  companyId: CompanyId,
  { countries, which }: { countries: readonly string[]; which: SQL | undefined },
) {
  return orm
    .select({
      employee: employees,
      active,
      imported,
      openGrant,
      lockedForMs,
      isUndeliverable,
      status: statusOf(countries),
      enforceFrom: policies.enforceFrom,
      lastUsedExactly: sql<string | null>`${active.lastUsedAt}::text`,
    })
    .from(employees)
    .innerJoin(policies, eq(policies.companyId, employees.companyId))
    .leftJoin(active, isActiveOfEmployee)
    .leftJoin(imported, isImportedOfEmployee)
    .where(and(eq(employees.companyId, companyId), which));
}

export type PersonRow = EmployeeReadRow & {
  readonly status: PersonStatus;
  readonly enforceFrom: Date | null;
  readonly lastUsedExactly: string | null;
};

export function toPersonRecord(row: PersonRow): PersonRecord {
  const graceUntil = row.status === 'in_grace' ? row.enforceFrom : null;
  return { ...toEmployee(row), status: row.status, graceUntil };
}
