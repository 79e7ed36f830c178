/** Reads the policy's form: a proposal, or what is wrong with it, each at its field. */

import { localDay, startOf } from '../../../domain/deadline.js';
import { POLICY_MODES, type Policy, type PolicyMode } from '../../../domain/policy.js';
import type { Fields } from '../../form.js';
import type { FieldError } from '../../components/error-summary.js';
import type { Translate } from '../../texts/area.js';
import type { policy as english } from '../../texts/en/policy.js';
import type { Settings } from './proposal.js';

export const POLICY_FIELDS = {
  version: 'one',
  mode: 'one',
  enforceFrom: 'one',
  enrolmentDays: 'one',
  countryChoice: 'one',
  countries: 'many',
  smsPerDay: 'one',
} as const;
export type PolicyFields = Fields<typeof POLICY_FIELDS>;

export interface FormSurroundings {
  readonly current: Policy;
  readonly ceiling: readonly string[];
  readonly timeZone: string;
  readonly now: Date;
  readonly t: Translate<keyof typeof english>;
}

export type ReadForm =
  | { readonly settings: Settings; readonly errors: readonly [] }
  | { readonly settings: null; readonly errors: readonly FieldError[] };

export function readPolicyForm(sent: PolicyFields, around: FormSurroundings): ReadForm {
  const errors: FieldError[] = [];
  const must = <T>(value: T | undefined, field: string, text: string): T | undefined => {
    if (value === undefined) errors.push({ field, text });
    return value;
  };
  const { t } = around;
  const mode = must(readMode(sent.mode), 'mode', t('modeMissing'));
  const enforceFrom = must(readDeadline(sent, around), 'enforceFrom', t('deadlineWrong'));
  const enrolmentDays = must(
    readWhole(sent.enrolmentDays, 365),
    'enrolmentDays',
    t('enrolmentDaysWrong'),
  );
  const countries = must(readCountries(sent, around), 'countries', t('countriesMissing'));
  const smsPerDay = must(readCeiling(sent.smsPerDay), 'smsPerDay', t('smsPerDayWrong'));
  if (!mode || !enrolmentDays) return { settings: null, errors };
  if (enforceFrom === undefined || countries === undefined || smsPerDay === undefined)
    return { settings: null, errors };
  return { settings: { mode, enforceFrom, enrolmentDays, countries, smsPerDay }, errors: [] };
}

function readMode(text: string): PolicyMode | undefined {
  return POLICY_MODES.find((mode) => mode === text);
}

/** Today is at once; a day that was not touched stays the very instant that it was. */
function readDeadline(sent: PolicyFields, around: FormSurroundings): Date | null | undefined {
  const { current, timeZone, now } = around;
  const day = sent.enforceFrom.trim();
  if (sent.mode !== 'required') return null;
  if (current.enforceFrom && localDay(current.enforceFrom, timeZone) === day)
    return current.enforceFrom;
  const today = localDay(now, timeZone);
  const start = startOf(day, timeZone);
  if (start === null || day < today) return undefined;
  return day === today ? now : start;
}

function readWhole(text: string, most: number): number | undefined {
  const digits = text.replaceAll(/\s/g, '');
  const value = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
  return value >= 1 && value <= most ? value : undefined;
}

function readCeiling(text: string): number | null | undefined {
  return text.trim() === '' ? null : readWhole(text, 1_000_000);
}

/** The stored list where it says the same: another order is no change. */
function readCountries(
  { countryChoice, countries }: PolicyFields,
  { current, ceiling }: FormSurroundings,
): readonly string[] | null | undefined {
  if (countryChoice !== 'some') return null;
  const chosen = ceiling.filter((code) => countries.includes(code));
  if (chosen.length === 0 || chosen.length < new Set(countries).size) return undefined;
  const stored = current.countries;
  const isSame = stored?.length === chosen.length && stored.every((code) => chosen.includes(code));
  return isSame ? stored : chosen;
}
