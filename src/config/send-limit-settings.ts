/** The settings of the operator's limits on sending, with their bounds. */

import * as bounds from '../domain/limits.js';
import * as v from './values.js';

interface Bound {
  readonly default: number;
  readonly least: number;
  readonly most: number;
}

const messages = ({ least, most }: Bound) => ({
  schema: v.wholeNumber(least, most),
  expects: `messages, ${String(least)} to ${String(most)}`,
});

export const SEND_LIMIT_SETTINGS = {
  SENDS_PER_DAY: messages(bounds.SENDS_PER_DAY),
  COUNTRY_SENDS_PER_DAY: messages(bounds.COUNTRY_SENDS_PER_DAY),
  COMPANY_SENDS_PER_DAY: messages(bounds.COMPANY_SENDS_PER_DAY),
  CLIENT_SENDS_PER_HOUR: messages(bounds.CLIENT_SENDS_PER_HOUR),
  ADDRESS_SENDS_PER_HOUR: messages(bounds.ADDRESS_SENDS_PER_HOUR),
  EMPLOYEE_SENDS_PER_DAY: messages(bounds.EMPLOYEE_SENDS_PER_DAY),
  NUMBER_SENDS_PER_DAY: messages(bounds.NUMBER_SENDS_PER_DAY),
} as const;
