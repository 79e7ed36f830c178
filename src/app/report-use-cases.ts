/** What the pages alone can ask for: lists and counts for a console, the history of one's own account. */

import type { CompanyId, EmployeeRef } from '../domain/ids.js';
import type { PersonStatus } from '../domain/person-status.js';
import type { PolicyMode } from '../domain/policy.js';
import type { EmployeeAnswer } from './answers.js';
import type { Call } from './call.js';
import type { ActivityDay, CountryDelivery } from './ports/activity-reader.js';
import type { HistoryEntry } from './ports/history-reader.js';
import type { Page, PageRequest } from './ports/page.js';
import type { PeopleQuery, StatusCounts } from './ports/people-reader.js';
import type { RosterState } from './ports/roster-store.js';

/** Every function refuses companies outside the client's list as `company_not_found`. */
export interface ConsoleUseCases {
  listPeople(call: Call, companyId: CompanyId, query: PeopleQuery): Promise<Page<PersonAnswer>>;
  countPeople(call: Call, companyId: CompanyId): Promise<PeopleCounts>;
  /** One person, for the console and for support; `employee_not_found` for the unknown. */
  getPerson(call: Call, employee: EmployeeRef): Promise<PersonAnswer>;
  /** In pages of 200, read one after the other: the whole list is never in memory. */
  exportPeople(call: Call, companyId: CompanyId, query: ExportQuery): AsyncIterable<PersonAnswer[]>;
  /** The last 30 days in the company's time zone, oldest first. */
  readActivity(call: Call, companyId: CompanyId): Promise<readonly ActivityDay[]>;
  /** The last 30 days; most SMS first. */
  readDelivery(call: Call, companyId: CompanyId): Promise<readonly CountryDelivery[]>;
}

export interface AccountUseCases {
  /** The caller has made sure that it is the person who asks. */
  readAccount(call: Call, employee: EmployeeRef): Promise<AccountAnswer>;
  /** Newest first. The caller has made sure that it is the person who asks. */
  readHistory(call: Call, employee: EmployeeRef, page: PageRequest): Promise<Page<HistoryEntry>>;
}

export interface AccountAnswer {
  readonly mode: PolicyMode;
  /** Which number the person may register now; null for none. */
  readonly enrolment: 'any_number' | 'imported_number' | null;
  /** Null for people whom nobody listed and who never enrolled. */
  readonly employee: EmployeeAnswer | null;
}

export type ReportUseCases = ConsoleUseCases & AccountUseCases;

/** `order` is always that of the ids. */
export type ExportQuery = Pick<PeopleQuery, 'search' | 'statuses'>;

export interface PersonAnswer extends EmployeeAnswer {
  readonly status: PersonStatus;
  /** Until when enrolment can be skipped; null unless the status is `in_grace`. */
  readonly graceUntil: Date | null;
}

export interface PeopleCounts {
  readonly total: number;
  readonly byStatus: StatusCounts;
  readonly roster: RosterState;
}
