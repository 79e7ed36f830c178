/** Who is asked for a code, who may enrol, and who may put it off. */

import { decide, type Standing } from '../../src/domain/second-factor.js';
import { POLICY_OFF } from '../../src/domain/policy.js';

const now = new Date('2026-06-01T12:00:00Z');
const day = 24 * 60 * 60 * 1_000;
const at = (days: number) => new Date(now.getTime() + days * day);

function standing(
  over: Partial<Omit<Standing, 'policy'>> & { policy?: Partial<Standing['policy']> } = {},
): Standing {
  const { policy, ...rest } = over;
  return {
    now,
    factor: null,
    hasImportedNumber: false,
    wasReset: false,
    openGrants: [],
    rosterAddedAt: null,
    ...rest,
    policy: {
      ...POLICY_OFF,
      mode: 'required',
      enforceFrom: at(-1),
      switchedOnAt: at(-10),
      ...policy,
    },
  };
}

describe('whether a sign-in needs a second factor', () => {
  const usable = { isDisabled: false, undeliverable: [] };

  it('is not required while the policy is off, whatever else holds', () => {
    const off = { mode: 'off', switchedOnAt: null } as const;
    expect(decide(standing({ policy: off, factor: usable, wasReset: true }))).toEqual({
      kind: 'not_required',
      reason: 'policy_off',
    });
  });

  it.each(['optional', 'required'] as const)('challenges a usable factor under %s', (mode) => {
    expect(decide(standing({ policy: { mode }, factor: usable }))).toEqual({ kind: 'challenge' });
  });

  it.each(['optional', 'required'] as const)(
    'never turns an attacked factor into "not required" under %s',
    (mode) => {
      expect(
        decide(standing({ policy: { mode }, factor: { ...usable, isDisabled: true } })),
      ).toEqual({ kind: 'factor_disabled' });
      expect(
        decide(
          standing({ policy: { mode }, factor: { ...usable, undeliverable: ['sms', 'call'] } }),
        ),
      ).toEqual({ kind: 'challenge' });
      expect(decide(standing({ policy: { mode }, wasReset: true }))).toEqual({
        kind: 'enrolment_required',
        grant: 'none',
        deadline: null,
        canSkip: false,
      });
    },
  );

  it('lets people skip until enforceFrom and not a moment longer', () => {
    expect(decide(standing({ policy: { enforceFrom: at(2) } }))).toMatchObject({
      canSkip: true,
      deadline: at(2),
    });
    expect(decide(standing({ policy: { enforceFrom: now } }))).toMatchObject({
      canSkip: false,
      deadline: null,
    });
  });

  it('counts the enrolment window from the latest of switch-on, enforceFrom and roster', () => {
    const policy = { switchedOnAt: at(-60), enforceFrom: at(-60), enrolmentDays: 30 };
    expect(decide(standing({ policy }))).toMatchObject({ grant: 'none' });
    expect(decide(standing({ policy, rosterAddedAt: at(-29) }))).toMatchObject({ grant: 'open' });
    expect(decide(standing({ policy: { ...policy, enforceFrom: at(-29) } }))).toMatchObject({
      grant: 'open',
    });
    expect(decide(standing({ policy: { ...policy, enforceFrom: at(-30) } }))).toMatchObject({
      grant: 'none',
    });
  });

  it('opens no window again for a person who was reset', () => {
    const policy = { switchedOnAt: at(-1), enforceFrom: at(-1) };
    expect(decide(standing({ policy, wasReset: true }))).toMatchObject({ grant: 'none' });
    const openGrants = [{ kind: 'reset', expiresAt: at(1) } as const];
    expect(decide(standing({ policy, wasReset: true, openGrants }))).toMatchObject({
      grant: 'open',
      canSkip: false,
    });
  });

  it('asks under optional only the invited, and lets them put it off', () => {
    const policy = { mode: 'optional', enforceFrom: null } as const;
    expect(decide(standing({ policy }))).toEqual({ kind: 'not_required', reason: 'no_factor' });
    const openGrants = [{ kind: 'invitation', expiresAt: at(1) } as const];
    expect(decide(standing({ policy, openGrants }))).toEqual({
      kind: 'enrolment_required',
      grant: 'open',
      deadline: null,
      canSkip: true,
    });
    expect(
      decide(standing({ policy, openGrants: [{ kind: 'invitation', expiresAt: now }] })),
    ).toMatchObject({ kind: 'not_required' });
    expect(decide(standing({ policy, hasImportedNumber: true }))).toMatchObject({
      grant: 'open',
      canSkip: true,
    });
  });
});
