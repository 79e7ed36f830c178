/** Which numbers a roster takes: those that a code could reach as the company has it set. */

import type { Channel } from '../../domain/challenge.js';
import { PhoneNumber } from '../../domain/phone-number.js';
import type { Company } from '../ports/company-store.js';

export const NOT_FOR_ROSTER = 'is not a phone number that can receive a code';

/** Undefined for what is no number, and for a landline where nobody is called. */
export function numberForRoster(
  text: string,
  { company, methods }: { company: Pick<Company, 'defaultCountry'>; methods: readonly Channel[] },
): PhoneNumber | undefined {
  const number = PhoneNumber.parse(text, company.defaultCountry);
  return number?.canBeTexted || methods.includes('call') ? number : undefined;
}
