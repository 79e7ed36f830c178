/** Opens a stored number for one send and settles by which channel the code may go there. */

import { RefusalError } from '../errors.js';
import type { ChallengeDelivery, Channel } from '../../domain/challenge.js';
import {
  availableChannels,
  chooseChannel,
  type OperatorReach,
  type Reach,
} from '../../domain/channel-choice.js';
import { isLasting } from '../../domain/delivery.js';
import type { PhoneNumber } from '../../domain/phone-number.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import type { Vault } from '../ports/vault.js';
import type { ServiceRules } from '../service-rules.js';

/** A number that may be sent a code now, and how. */
export interface Destination {
  readonly phone: PhoneNumber;
  readonly country: string;
  /** What this send takes. */
  readonly channel: Channel;
  /** All that could be asked for, in the policy's order. */
  readonly availableChannels: readonly Channel[];
}

export type ReachRules = Pick<ServiceRules, 'defaultCountries' | 'callCountries'>;

interface Target {
  readonly phone: Reach['number'];
  /** An active phone carries the marks of decision 18; a pending one is new. */
  readonly state: StoredPhone['state'];
  /** Channels by which this challenge has failed to reach this number for good. */
  readonly failed?: readonly Channel[];
}

/** An unproven number has no mark, since it may be a typo: what its last message met stands here alone. */
export function failedChannels({ channel, reason }: ChallengeDelivery): readonly Channel[] {
  return isLasting(reason) ? [channel] : [];
}

/**
 * Refuses `destination_not_allowed` outside the company's countries and the operator's ceiling, and for
 * numbers that belong to no country at all (R034); `phone_not_reachable` for a channel that policy,
 * operator, number or a mark rule out. Both name what is left. Every send is checked anew: countries may
 * narrow. Null asks for the policy's own channel.
 */
export function chooseDestination(
  rules: ReachRules,
  person: Person,
  {
    requested,
    ...target
  }: Target & {
    readonly phone: PhoneNumber;
    readonly requested: Channel | null;
  },
): Destination {
  const choice = chooseChannel(requested, reachOf(rules, person, target));
  const { available } = choice;
  const { phone } = target;
  if (choice.kind !== 'chosen') {
    throw new RefusalError(choice.kind, { availableChannels: available });
  }
  if (phone.country === undefined) throw new Error('a channel was chosen to no country');
  return { phone, country: phone.country, channel: choice.channel, availableChannels: available };
}

/** What is left where this send's own channel failed. */
export function otherChannels({ channel, availableChannels }: Destination): readonly Channel[] {
  return availableChannels.filter((other) => other !== channel);
}

/** What could be asked for now, without opening the number. */
export function channelsTo(rules: ReachRules, person: Person, target: Target): readonly Channel[] {
  return availableChannels(reachOf(rules, person, target));
}

/** Where the operator texts and calls. */
export function operatorReach({ defaultCountries, callCountries }: ReachRules): OperatorReach {
  return { sms: defaultCountries, call: callCountries };
}

function reachOf(
  rules: ReachRules,
  { standing: { policy, factor } }: Person,
  { phone, state, failed = [] }: Target,
): Reach {
  const marked = state === 'active' ? (factor?.undeliverable ?? []) : [];
  return {
    methods: policy.methods,
    companyCountries: policy.countries,
    operator: operatorReach(rules),
    number: phone,
    marked: [...marked, ...failed],
  };
}

export function openPhone(
  vault: Vault,
  person: Pick<Person, 'companyId' | 'userId'>,
  stored: StoredPhone,
): PhoneNumber {
  const { companyId, userId } = person;
  return vault.openNumber(stored.sealedNumber, { companyId, userId, factorId: stored.factorId });
}
