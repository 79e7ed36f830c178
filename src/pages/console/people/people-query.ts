/** What the list of people is asked for, as its addresses say it: nothing but ids and words of ours. */

import { PEOPLE_ORDERS, type PeopleOrder } from '../../../app/ports/people-reader.js';
import { CALLER_ID } from '../../../domain/ids.js';
import {
  PERSON_STATUSES,
  WITHOUT_NUMBER,
  type PersonStatus,
} from '../../../domain/person-status.js';

export const PEOPLE = '/console/people';

/** Everybody; everybody without a phone, who are to be reminded; or one status. */
export const CHOICES = ['all', 'without', ...PERSON_STATUSES] as const;
export type StatusChoice = (typeof CHOICES)[number];

export interface PeopleSearch {
  /** How ids begin; empty for all. */
  readonly search: string;
  readonly status: StatusChoice;
  readonly order: PeopleOrder;
}

/** Whatever the address does not say, or says wrongly, is as on the first visit. */
export function readSearch(said: Readonly<Record<string, string>>): PeopleSearch {
  const search = said['search'] ?? '';
  return {
    search: CALLER_ID.test(search) ? search : '',
    status: CHOICES.find((each) => each === said['status']) ?? 'all',
    order: PEOPLE_ORDERS.find((each) => each === said['order']) ?? 'user_id',
  };
}

/** For `PeopleQuery`. */
export function statusesOf(status: StatusChoice): readonly PersonStatus[] {
  if (status === 'all') return [];
  return status === 'without' ? WITHOUT_NUMBER : [status];
}

/** `base` with what differs from the first visit. */
export function searchAddress(
  base: `/${string}`,
  { search = '', status = 'all', order = 'user_id' }: Partial<PeopleSearch>,
  cursor: string | null = null,
): `/${string}` {
  const query = new URLSearchParams({
    ...(search !== '' && { search }),
    ...(status !== 'all' && { status }),
    ...(order !== 'user_id' && { order }),
    ...(cursor !== null && { cursor }),
  });
  return query.size === 0 ? base : `${base}?${query.toString()}`;
}
