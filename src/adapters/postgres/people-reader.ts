/** PeopleReader on PostgreSQL and PGlite. */

import { and, eq, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { Page } from '../../app/ports/page.js';
import type {
  PeopleQuery,
  PeopleReader,
  PersonRecord,
  StatusCounts,
} from '../../app/ports/people-reader.js';
import type { OperatorReach } from '../../domain/channel-choice.js';
import { CALLER_ID, foldId, type CompanyId, type UserId } from '../../domain/ids.js';
import { PERSON_STATUSES } from '../../domain/person-status.js';
import type { Database } from './database.js';
import { active, isActiveOfEmployee } from './employee-reads.js';
import { toPage } from './page-cursor.js';
import { afterOf, orderOf, positionOf } from './people-order.js';
import {
  pickPeople,
  rankOf,
  rankSql,
  selectPeople,
  statusAt,
  toPersonRecord,
} from './people-rows.js';
import { policies } from './schema/companies.js';
import { employees } from './schema/people.js';

export class PostgresPeopleReader implements PeopleReader {
  constructor(private readonly database: Database) {}

  async list(
    companyId: CompanyId,
    query: PeopleQuery,
    reach: OperatorReach,
  ): Promise<Page<PersonRecord>> {
    const { search, statuses, order, cursor, limit } = query;
    const after = afterOf(cursor, order, reach);
    const begins = beginsWith(search);
    if (begins === 'nobody') return { items: [], nextCursor: null };
    const ranks = statuses.map(rankOf);
    const named = ranks.length > 0 ? inArray(rankSql(reach), ranks) : undefined;
    const sorted = orderOf(order, reach);
    const pick = { which: and(begins, named, after), order: sorted, limit: limit + 1 };
    const rows = await this.database.query(({ orm }) => {
      const which = inArray(employees.userId, pickPeople(orm, companyId, pick));
      return selectPeople(orm, companyId, { reach, which }).orderBy(...sorted);
    });
    return toPage(rows, query, {
      item: toPersonRecord,
      position: (row) => positionOf(row, order),
    });
  }

  async find(
    companyId: CompanyId,
    userId: UserId,
    reach: OperatorReach,
  ): Promise<PersonRecord | null> {
    const which = eq(employees.userId, userId);
    const [row] = await this.database.query(({ orm }) =>
      selectPeople(orm, companyId, { reach, which }),
    );
    return row ? toPersonRecord(row) : null;
  }

  async count(companyId: CompanyId, reach: OperatorReach): Promise<StatusCounts> {
    const rows = await this.database.query(({ orm }) =>
      orm
        .select({ rank: rankSql(reach), people: sql<number>`count(*)::int` })
        .from(employees)
        .innerJoin(policies, eq(policies.companyId, employees.companyId))
        .leftJoin(active, isActiveOfEmployee)
        .where(eq(employees.companyId, companyId))
        .groupBy(sql`1`),
    );
    const found = new Map(rows.map((row) => [statusAt(row.rank), row.people]));
    const counts = PERSON_STATUSES.map((it) => [it, found.get(it) ?? 0] as const);
    return Object.fromEntries(counts) as StatusCounts;
  }
}

/** What no id can begin with is looked for nowhere: it could be anything at all. */
function beginsWith(search: string): SQL | undefined | 'nobody' {
  if (search === '') return undefined;
  const folded = foldId(search);
  if (!CALLER_ID.test(folded)) return 'nobody';
  // Ids are ASCII in byte order, and nothing in them comes after the last character of it.
  return and(gte(employees.foldedId, folded), lt(employees.foldedId, `${folded}\u007f`));
}
