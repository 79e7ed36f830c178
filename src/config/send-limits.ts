/** The operator's limits on sending: what the settings come to, and the rules between them. */

import * as bounds from '../domain/limits.js';
import type { SendLimits } from '../domain/send-limits.js';
import type { Values } from './env.js';
import type { SEND_LIMIT_SETTINGS } from './send-limit-settings.js';
import type { Problem } from './sources.js';

/** Where the whole service is set low, its parts are not above it unless somebody says so. */
export function toSendLimits(values: Values): SendLimits {
  const servicePerDay = values.SENDS_PER_DAY ?? bounds.SENDS_PER_DAY.default;
  const { COUNTRY_SENDS_PER_DAY: country, COMPANY_SENDS_PER_DAY: company } = values;
  const within = (most: number) => Math.min(most, servicePerDay);
  return {
    servicePerDay,
    countryPerDay: country ?? within(bounds.COUNTRY_SENDS_PER_DAY.default),
    companyPerDay: company ?? within(bounds.COMPANY_SENDS_PER_DAY.default),
    clientPerHour: values.CLIENT_SENDS_PER_HOUR ?? bounds.CLIENT_SENDS_PER_HOUR.default,
    addressPerHour: values.ADDRESS_SENDS_PER_HOUR ?? bounds.ADDRESS_SENDS_PER_HOUR.default,
    employeePerDay: values.EMPLOYEE_SENDS_PER_DAY ?? bounds.EMPLOYEE_SENDS_PER_DAY.default,
    numberPerDay: values.NUMBER_SENDS_PER_DAY ?? bounds.NUMBER_SENDS_PER_DAY.default,
  };
}

/** As the settings name them, for `assay config print`. */
export function sendLimitDefaults(
  limits: SendLimits,
): Record<keyof typeof SEND_LIMIT_SETTINGS, string> {
  return {
    SENDS_PER_DAY: String(limits.servicePerDay),
    COUNTRY_SENDS_PER_DAY: String(limits.countryPerDay),
    COMPANY_SENDS_PER_DAY: String(limits.companyPerDay),
    CLIENT_SENDS_PER_HOUR: String(limits.clientPerHour),
    ADDRESS_SENDS_PER_HOUR: String(limits.addressPerHour),
    EMPLOYEE_SENDS_PER_DAY: String(limits.employeePerDay),
    NUMBER_SENDS_PER_DAY: String(limits.numberPerDay),
  };
}

/** A part above the whole limits nothing, and whoever set it believes that it does. */
export function* checkSendLimits(values: Values): Generator<Problem> {
  const { SENDS_PER_DAY: service = bounds.SENDS_PER_DAY.default } = values;
  for (const setting of ['COUNTRY_SENDS_PER_DAY', 'COMPANY_SENDS_PER_DAY'] as const) {
    if ((values[setting] ?? 0) > service) yield { setting, detail: 'is more than SENDS_PER_DAY' };
  }
}
