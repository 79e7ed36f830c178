/** How many messages may be sent: what the operator chose, within the bounds of limits.ts. */

import {
  COMPANY_SENDS_FLOOR,
  COMPANY_SENDS_PER_PERSON,
  NUMBER_HOLDERS_MAX,
  UNPROVEN_SHARE,
} from './limits.js';

/** Whole numbers of messages; no company and no caller decides them (R081). */
export interface SendLimits {
  readonly numberPerDay: number;
  readonly employeePerDay: number;
  /** The ceiling of every company's `smsPerDay`. */
  readonly companyPerDay: number;
  readonly clientPerHour: number;
  readonly addressPerHour: number;
  readonly countryPerDay: number;
  readonly servicePerDay: number;
}

/** What unproven numbers may use of a shared budget: at least one message. */
export function unprovenShare(most: number): number {
  return Math.ceil(most * UNPROVEN_SHARE);
}

/** A shop's landline serves all who work there: `most` for each holder, up to a point (decision 36). */
export function forHolders(most: number, holders: number): number {
  return most * Math.min(Math.max(holders, 1), NUMBER_HOLDERS_MAX);
}

/** `people`: how many the company has; null where nobody has counted them yet. */
export function companyMost(
  { companyPerDay }: Pick<SendLimits, 'companyPerDay'>,
  { smsPerDay, people }: { readonly smsPerDay: number | null; readonly people: number | null },
): number {
  const own = smsPerDay ?? Math.max(COMPANY_SENDS_FLOOR, COMPANY_SENDS_PER_PERSON * (people ?? 0));
  return Math.min(own, companyPerDay);
}
