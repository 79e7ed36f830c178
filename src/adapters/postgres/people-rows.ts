/** The read behind the console's people: everybody once, with the one status that is theirs. */

import { and, eq, isNotNull, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { PersonRecord } from '../../app/ports/people-reader.js';
import type { Channel } from '../../domain/challenge.js';
import type { OperatorReach } from '../../domain/channel-choice.js';
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

/** Some channel of the policy goes to the number: as `channel-choice.ts` decides for one person. */
function isReachable(reach: OperatorReach): SQL {
  const { undeliverableUntil, callUndeliverableUntil } = active;
  const byText = sql`${active.canBeTexted} AND ${goesTo(reach, 'sms', undeliverableUntil)}`;
  return sql`(${byText} OR ${goesTo(reach, 'call', callUndeliverableUntil)})`;
}

function goesTo(reach: OperatorReach, channel: Channel, markedUntil: SQLWrapper): SQL {
  const ceiling = sql`${sql.param([...reach[channel]])}::text[]`;
  return sql`(${channel}::text = ANY(${policies.methods}) AND ${active.country} = ANY(${ceiling})
    AND coalesce(${active.country} = ANY(${policies.countries}), true)
    AND coalesce(${markedUntil} <= ${now}, true))`;
}

export const rankOf = (status: PersonStatus): number => PERSON_STATUSES.indexOf(status);

/** A number in the statement's own text: as a parameter it would have no type. */
const rank = (status: PersonStatus): SQL => sql.raw(String(rankOf(status)));

/** The status as its place in `PERSON_STATUSES`: the first that fits, compared as a number. */
export function rankSql(reach: OperatorReach): SQL<number> {
  const hasNumber = isNotNull(active.factorId);
  return sql<number>`CASE
    WHEN ${hasNumber} AND ${employees.disabledAt} IS NOT NULL THEN ${rank('disabled')}
    WHEN ${hasNumber} AND ${employees.lockedUntil} > ${now} THEN ${rank('locked')}
    WHEN ${hasNumber} AND NOT ${isReachable(reach)} THEN ${rank('unreachable')}
    WHEN ${hasNumber} THEN ${rank('enrolled')}
    WHEN ${employees.resetAt} IS NOT NULL THEN ${rank('reset')}
    WHEN ${hasOpenInvitation} THEN ${rank('invited')}
    WHEN ${policies.mode} = 'required' AND ${policies.enforceFrom} > ${now} THEN ${rank('in_grace')}
    ELSE ${rank('not_enrolled')} END`;
}

/** The ids of those who are shown, chosen before anything is read of them. */
export function pickPeople(
  orm: Orm,
  companyId: CompanyId,
  { which, order, limit }: { which: SQL | undefined; order: SQL[]; limit: number },
) {
  return orm
    .select({ userId: employees.userId })
    .from(employees)
    .innerJoin(policies, eq(policies.companyId, employees.companyId))
    .leftJoin(active, isActiveOfEmployee)
    .where(and(eq(employees.companyId, companyId), which))
    .orderBy(...order)
    .limit(limit);
}

/** Everything one row shows; `which` is what the caller asks for. */
export function selectPeople(
  orm: Orm,
  companyId: CompanyId,
  { reach, which }: { reach: OperatorReach; which: SQL | undefined },
) {
  return orm
    .select({
      employee: employees,
      active,
      imported,
      openGrant,
      lockedForMs,
      isUndeliverable,
      rank: rankSql(reach),
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
  readonly rank: number;
  readonly enforceFrom: Date | null;
  readonly lastUsedExactly: string | null;
};

export function toPersonRecord(row: PersonRow): PersonRecord {
  const status = statusAt(row.rank);
  const graceUntil = status === 'in_grace' ? row.enforceFrom : null;
  return { ...toEmployee(row), status, graceUntil };
}

export function statusAt(place: number): PersonStatus {
  const status = PERSON_STATUSES[place];
  if (status === undefined) throw new Error('the database told a status that is none');
  return status;
}
