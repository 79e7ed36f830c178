/** The settings of a policy in words. */

import type { PolicyMode } from '../../../domain/policy.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import type { PolicyField, Settings } from './proposal.js';

export const FIELD_NAMES = {
  mode: 'mode',
  enforceFrom: 'enforceFrom',
  enrolmentDays: 'enrolmentDays',
  countries: 'countries',
  smsPerDay: 'smsPerDay',
} as const satisfies Record<PolicyField, string>;

export const MODE_NAMES = {
  off: 'modeOff',
  optional: 'modeOptional',
  required: 'modeRequired',
} as const satisfies Record<PolicyMode, string>;

export const MODE_HINTS = {
  off: 'modeOffHint',
  optional: 'modeOptionalHint',
  required: 'modeRequiredHint',
} as const satisfies Record<PolicyMode, string>;

/** `ceiling`: what the operator allows, which a policy without countries of its own follows. */
export function settingWords(
  { locale, formats }: Guest,
  field: PolicyField,
  { settings, ceiling }: { readonly settings: Settings; readonly ceiling: readonly string[] },
): string {
  const t = policyTexts(locale);
  const { mode, enforceFrom, enrolmentDays, countries, smsPerDay } = settings;
  const words: Record<PolicyField, () => string> = {
    mode: () => t(MODE_NAMES[mode]),
    enforceFrom: () => (enforceFrom ? formats.dateTime(enforceFrom) : t('noDeadline')),
    enrolmentDays: () => t('days', { days: enrolmentDays }),
    countries: () =>
      countries
        ? countryNames(formats, countries)
        : t('allCountries', { countries: countryNames(formats, ceiling) }),
    smsPerDay: () => (smsPerDay === null ? t('smsDefault') : formats.number(smsPerDay)),
  };
  return words[field]();
}

export function countryNames(formats: Guest['formats'], codes: readonly string[]): string {
  return codes
    .map((code) => formats.country(code))
    .sort((a, b) => a.localeCompare(b))
    .join(', ');
}
