/** A company's two-factor setting: its shape, its bounds, and what counts as weakening it. */

import type { Channel } from './challenge.js';

export const POLICY_MODES = ['off', 'optional', 'required'] as const;
export type PolicyMode = (typeof POLICY_MODES)[number];

export interface Policy {
  readonly mode: PolicyMode;
  /** Until then enrolment may be skipped under `required`. Null unless the mode is `required`. */
  readonly enforceFrom: Date | null;
  /** How long people may enrol by themselves. Days, 1 to 365; default 30. */
  readonly enrolmentDays: number;
  /** The first is used where nobody asks for one. */
  readonly methods: readonly Channel[];
  /** ISO 3166-1 alpha-2; null: the operator's ceiling (`DEFAULT_COUNTRIES`) holds. */
  readonly countries: readonly string[] | null;
  /** SMS a day; null: the default of decision 36. */
  readonly smsPerDay: number | null;
  /** Days a device is remembered; 0 to 90; default 0. */
  readonly rememberDeviceDays: number;
  readonly version: number;
  /** When the mode last left `off`; null while it is off. Opens the enrolment window (decision 21). */
  readonly switchedOnAt: Date | null;
  /** When the mode last became `off`; null while it is on or never was. Numbers go some days later. */
  readonly switchedOffAt: Date | null;
}

export const POLICY_OFF: Policy = {
  mode: 'off',
  enforceFrom: null,
  enrolmentDays: 30,
  methods: ['sms'],
  countries: null,
  smsPerDay: null,
  rememberDeviceDays: 0,
  version: 1,
  switchedOnAt: null,
  switchedOffAt: null,
};

/** The fields a caller may write. */
export type PolicySettings = Omit<Policy, 'version' | 'switchedOnAt' | 'switchedOffAt'>;

/** A policy without what the service itself keeps of it. */
export function settingsOf(policy: Policy): PolicySettings {
  const { version: _, switchedOnAt: __, switchedOffAt: ___, ...settings } = policy;
  return settings;
}

const STRENGTH: Record<PolicyMode, number> = { off: 0, optional: 1, required: 2 };

/**
 * The fields in which `next` protects less than `current`: lower mode, later deadline, more countries
 * or methods, higher `smsPerDay`, longer `enrolmentDays` or `rememberDeviceDays` (decision 22).
 */
export function weakenedFields(
  current: PolicySettings,
  next: PolicySettings,
): (keyof PolicySettings)[] {
  const weaker: [keyof PolicySettings, boolean][] = [
    ['mode', STRENGTH[next.mode] < STRENGTH[current.mode]],
    ['enforceFrom', isLater(current, next)],
    ['methods', next.methods.some((method) => !current.methods.includes(method))],
    ['countries', isWider(current.countries, next.countries)],
    ['smsPerDay', isHigher(current.smsPerDay, next.smsPerDay)],
    ['enrolmentDays', next.enrolmentDays > current.enrolmentDays],
    ['rememberDeviceDays', next.rememberDeviceDays > current.rememberDeviceDays],
  ];
  return weaker.filter(([, isWeaker]) => isWeaker).map(([field]) => field);
}

/** While the policy is off nothing is enforced, so choosing a deadline takes nothing away. */
function isLater(current: PolicySettings, next: PolicySettings): boolean {
  if (current.mode !== 'required' || next.mode !== 'required') return false;
  return (next.enforceFrom?.getTime() ?? 0) > (current.enforceFrom?.getTime() ?? 0);
}

/** Null is the operator's whole ceiling, so dropping a list widens. */
function isWider(current: readonly string[] | null, next: readonly string[] | null): boolean {
  if (current === null) return false;
  return next === null || next.some((country) => !current.includes(country));
}

/** The least that the computed default comes to, whatever the roster; decision 36. SMS a day. */
const LEAST_DEFAULT_SMS_PER_DAY = 200;

/** Null is the computed default; leaving a stated ceiling for it counts as higher, and so does passing it. */
function isHigher(current: number | null, next: number | null): boolean {
  if (current === null) return next !== null && next > LEAST_DEFAULT_SMS_PER_DAY;
  return next === null || next > current;
}
