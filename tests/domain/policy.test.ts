/** What counts as weakening a policy, field by field. */

import {
  POLICY_OFF,
  settingsOf,
  weakenedFields,
  type PolicySettings,
} from '../../src/domain/policy.js';

const at = (iso: string) => new Date(iso);
const strict: PolicySettings = {
  ...settingsOf(POLICY_OFF),
  mode: 'required',
  enforceFrom: at('2026-01-01T00:00:00Z'),
  countries: ['GB', 'FR'],
  smsPerDay: 100,
};

describe('what weakens a policy (R058, decision 22)', () => {
  it.each<[string, Partial<PolicySettings>, string]>([
    ['a lower mode', { mode: 'optional', enforceFrom: null }, 'mode'],
    ['turning it off', { mode: 'off', enforceFrom: null }, 'mode'],
    ['a later deadline', { enforceFrom: at('2026-01-02T00:00:00Z') }, 'enforceFrom'],
    ['one country more', { countries: ['GB', 'FR', 'DE'] }, 'countries'],
    ['dropping the list of countries', { countries: null }, 'countries'],
    ['more SMS a day', { smsPerDay: 101 }, 'smsPerDay'],
    ['leaving a stated ceiling for the default', { smsPerDay: null }, 'smsPerDay'],
    ['a longer enrolment window', { enrolmentDays: 31 }, 'enrolmentDays'],
    ['a remembered device', { rememberDeviceDays: 1 }, 'rememberDeviceDays'],
  ])('is %s', (_, change, field) => {
    expect(weakenedFields(strict, { ...strict, ...change })).toEqual([field]);
  });

  it.each<[string, Partial<PolicySettings>]>([
    ['the same again', {}],
    ['an earlier deadline', { enforceFrom: at('2025-12-31T00:00:00Z') }],
    ['fewer countries', { countries: ['GB'] }],
    ['fewer SMS a day', { smsPerDay: 99 }],
    ['a shorter enrolment window', { enrolmentDays: 1 }],
  ])('is not %s', (_, change) => {
    expect(weakenedFields(strict, { ...strict, ...change })).toEqual([]);
  });

  it('is not switching on with a deadline ahead', () => {
    const off = settingsOf(POLICY_OFF);
    const on: PolicySettings = {
      ...off,
      mode: 'required',
      enforceFrom: at('2027-01-01T00:00:00Z'),
    };
    expect(weakenedFields(off, on)).toEqual([]);
    expect(weakenedFields({ ...off, mode: 'optional' }, on)).toEqual([]);
  });

  it('is not naming countries for the first time: that narrows the ceiling', () => {
    const off = settingsOf(POLICY_OFF);
    expect(weakenedFields(off, { ...off, countries: ['GB'], smsPerDay: 10 })).toEqual([]);
  });
});
