/** Opens a stored number for one send and checks that the company may text it there. */

import { RefusalError } from '../errors.js';
import type { PhoneNumber } from '../../domain/phone-number.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import type { Vault } from '../ports/vault.js';

/** A number whose country is allowed. */
export interface Destination {
  readonly phone: PhoneNumber;
  readonly country: string;
}

/**
 * Refuses `destination_not_allowed` outside the company's countries and the operator's ceiling, and for
 * numbers that belong to no country at all (R034). Every send is checked anew: countries may narrow.
 */
export function allowedDestination(
  phone: PhoneNumber,
  person: Person,
  ceiling: readonly string[],
): Destination {
  const { country } = phone;
  const own = person.standing.policy.countries;
  if (!country || !ceiling.includes(country) || (own !== null && !own.includes(country))) {
    throw new RefusalError('destination_not_allowed');
  }
  return { phone, country };
}

export function openPhone(vault: Vault, person: Person, stored: StoredPhone): PhoneNumber {
  const { companyId, userId } = person;
  return vault.openNumber(stored.sealedNumber, { companyId, userId, factorId: stored.factorId });
}
