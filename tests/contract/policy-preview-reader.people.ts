/** Random people and proposals for the preview, as rows of the database and as standings of the domain. */

import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import type { CompanyId, UserId } from '../../src/domain/ids.js';
import { POLICY_OFF, type PolicySettings } from '../../src/domain/policy.js';
import { decide, type Standing } from '../../src/domain/second-factor.js';
import { CHANNELS, type Channel } from '../../src/domain/challenge.js';
import { availableChannels, type OperatorReach } from '../../src/domain/channel-choice.js';
import * as data from '../support/postgres-data.js';

/** Where the operator texts and calls. */
const OPERATOR = { sms: ['GB', 'DE'], call: ['GB'] };

/** What is left of it under a policy. */
export function reachUnder({ methods }: PolicySettings): OperatorReach {
  const within = (channel: Channel) => (methods.includes(channel) ? OPERATOR[channel] : []);
  return { sms: within('sms'), call: within('call') };
}

/** Days from now; half an hour off the full day, so that no run decides by a few milliseconds. */
const day = fc.integer({ min: -60, max: 60 });
const BASE_MS = Date.now() + 30 * 60_000;
const at = (days: number): Date => new Date(BASE_MS + days * 24 * 60 * 60_000);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const factor = fc.record({
  isDisabled: fc.boolean(),
  undeliverableUntil: maybe(day),
  callUndeliverableUntil: maybe(day),
  canBeTexted: fc.boolean(),
  country: fc.constantFrom('GB', 'DE', 'FR', 'ZZ'),
});

const grant = fc.record({
  kind: fc.constantFrom('invitation' as const, 'reset' as const),
  expires: day,
  isConsumed: fc.boolean(),
  isClosed: fc.boolean(),
});

export const person = fc
  .record({
    factor: maybe(factor),
    hasImported: fc.boolean(),
    wasReset: fc.boolean(),
    rosterAdded: maybe(day),
    grants: fc.array(grant, { maxLength: 3 }),
  })
  .map((drawn) => ({ ...drawn, userId: data.newUserId() }));
export type RandomPerson = typeof person extends fc.Arbitrary<infer Drawn> ? Drawn : never;

const settings: fc.Arbitrary<PolicySettings> = fc
  .record({
    mode: fc.constantFrom('off' as const, 'optional' as const, 'required' as const),
    enforceFrom: day.map(at),
    enrolmentDays: fc.integer({ min: 1, max: 40 }),
    methods: fc.constantFrom<readonly Channel[]>(['sms'], ['call'], ['sms', 'call']),
  })
  .map((drawn) => ({
    ...data.REQUIRED,
    ...drawn,
    enforceFrom: drawn.mode === 'required' ? drawn.enforceFrom : null,
  }));

/** What holds now, and what is proposed. */
export const proposal = fc.record({ current: maybe(settings), settings });

interface Proposed {
  readonly settings: PolicySettings;
  /** Of the policy that holds now. */
  readonly switchedOnAt: Date | null;
  readonly asOf: Date;
}

export function rowsOf(companyId: CompanyId, each: RandomPerson) {
  const key = { company_id: companyId, user_id: each.userId };
  return {
    employees: [employeeRow(key, each)],
    factors: [
      ...(each.factor ? [activeRow(key, each.factor)] : []),
      ...(each.hasImported ? [factorRow(key, { state: 'pending', is_imported: true })] : []),
    ],
    grants: each.grants.map((it) => ({
      ...{ ...key, grant_id: randomUUID(), kind: it.kind, reason: 'x', expires_at: at(it.expires) },
      consumed_at: it.isConsumed ? at(-1) : null,
      closed_at: it.isClosed ? at(-1) : null,
      created_at: at(-61),
    })),
  };
}

type Key = { readonly company_id: CompanyId; readonly user_id: UserId };

function employeeRow(key: Key, { factor: held, wasReset, rosterAdded }: RandomPerson) {
  return {
    ...{ ...key, folded_id: key.user_id, subject_id: randomUUID(), created_at: at(-61) },
    ...{ failure_epoch: 0, failures: 0 },
    disabled_at: held?.isDisabled ? at(-1) : null,
    reset_at: wasReset ? at(-1) : null,
    roster_added_at: rosterAdded === null ? null : at(rosterAdded),
  };
}

function activeRow(key: Key, held: NonNullable<RandomPerson['factor']>) {
  const { undeliverableUntil, callUndeliverableUntil, country, canBeTexted } = held;
  const until = (days: number | null) => (days === null ? null : at(days));
  return factorRow(key, {
    ...{ state: 'active', is_imported: false, activated_at: at(-50), country },
    can_be_texted: canBeTexted,
    undeliverable_until: until(undeliverableUntil),
    call_undeliverable_until: until(callUndeliverableUntil),
  });
}

function factorRow(key: Key, row: object) {
  return {
    ...{ ...key, factor_id: randomUUID(), version: 1, failures: 0, created_at: at(-51) },
    ...{ sealed_number: '\\x01', sealed_mask: '\\x02', number_index: randomUUID(), country: 'GB' },
    can_be_texted: true,
    ...row,
  };
}

/** The rule itself, asked of one person under the proposal. */
export function isLockedOut(each: RandomPerson, proposed: Proposed): boolean {
  const standing = standingOf(each, proposed);
  const decision = decide(standing);
  switch (decision.kind) {
    case 'factor_disabled':
      return true;
    case 'challenge':
      return each.factor === null || channelsTo(each.factor, standing).length === 0;
    case 'enrolment_required':
      return decision.grant === 'none' && !decision.canSkip;
    case 'not_required':
      return false;
  }
}

function channelsTo(held: NonNullable<RandomPerson['factor']>, { policy, factor }: Standing) {
  return availableChannels({
    ...{ methods: policy.methods, companyCountries: null, operator: OPERATOR },
    ...{ number: held, marked: factor?.undeliverable ?? [] },
  });
}

function standingOf(
  each: RandomPerson,
  { settings: given, switchedOnAt, asOf }: Proposed,
): Standing {
  const { factor: held } = each;
  const on = given.mode === 'off' ? null : (switchedOnAt ?? new Date());
  return {
    policy: { ...POLICY_OFF, ...given, switchedOnAt: on },
    now: asOf,
    factor: held && {
      isDisabled: held.isDisabled,
      undeliverable: CHANNELS.filter((channel) => {
        const until = held[channel === 'sms' ? 'undeliverableUntil' : 'callUndeliverableUntil'];
        return until !== null && at(until) > asOf;
      }),
    },
    hasImportedNumber: each.hasImported,
    wasReset: each.wasReset,
    openGrants: each.grants
      .filter(({ isConsumed, isClosed }) => !isConsumed && !isClosed)
      .map(({ kind, expires }) => ({ kind, expiresAt: at(expires) })),
    rosterAddedAt: each.rosterAdded === null ? null : at(each.rosterAdded),
  };
}
