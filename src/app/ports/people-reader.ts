/** The port of the people of a company as a console lists them: one status each, searched, sorted, counted. */

import type { OperatorReach } from '../../domain/channel-choice.js';
import type { CompanyId, UserId } from '../../domain/ids.js';
import type { PersonStatus } from '../../domain/person-status.js';
import type { Employee } from './employee-store.js';
import type { Page, PageRequest } from './page.js';

export const PEOPLE_ORDERS = ['user_id', 'status', 'last_used'] as const;
/** `user_id`: as people look names up, letters of either case together; `last_used`: latest first. */
export type PeopleOrder = (typeof PEOPLE_ORDERS)[number];

export interface PeopleQuery extends PageRequest {
  /** How ids begin, letters of either case alike; empty for all. */
  readonly search: string;
  /** Empty for all. */
  readonly statuses: readonly PersonStatus[];
  /** A cursor belongs to the order it was given in. */
  readonly order: PeopleOrder;
}

export interface PersonRecord extends Employee {
  readonly status: PersonStatus;
  /** Until when enrolment can be skipped; null unless the status is `in_grace`. */
  readonly graceUntil: Date | null;
}

/** Every status is there, also with nobody in it. */
export type StatusCounts = Readonly<Record<PersonStatus, number>>;

/** `reach` is where the operator texts and calls: what a policy that names no countries allows. */
export interface PeopleReader {
  /** One statement. */
  list(companyId: CompanyId, query: PeopleQuery, reach: OperatorReach): Promise<Page<PersonRecord>>;
  /** Everybody known, by status; one statement. */
  count(companyId: CompanyId, reach: OperatorReach): Promise<StatusCounts>;
  /** Null for the unknown. */
  find(companyId: CompanyId, userId: UserId, reach: OperatorReach): Promise<PersonRecord | null>;
}
