/** The port of a company's counts by day and by country; nobody in them can be told apart. */

import type { CompanyId } from '../../domain/ids.js';

export interface ActivityDay {
  /** ISO 8601 date in the company's time zone: "2026-11-22". */
  readonly day: string;
  readonly approved: number;
  /** Wrong codes. */
  readonly failed: number;
  /** SMS of any kind, whatever became of them. */
  readonly sent: number;
  /** SMS that the provider refused or could not take. */
  readonly undelivered: number;
}

export interface CountryDelivery {
  /** ISO 3166-1 alpha-2; "ZZ" where a number belongs to no country. */
  readonly country: string;
  readonly sent: number;
  readonly accepted: number;
  readonly undelivered: number;
  /** Without an answer of the provider. */
  readonly unknown: number;
}

export interface ActivityReader {
  /** The last `days` days including today, oldest first, each of them there. One statement. */
  byDay(companyId: CompanyId, days: number): Promise<readonly ActivityDay[]>;
  /** Of the last `days` days; most SMS first. One statement. */
  byCountry(companyId: CompanyId, days: number): Promise<readonly CountryDelivery[]>;
}
