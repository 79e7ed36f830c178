/** Which number an enrolment is about: the one the person gives, or the one that was imported. */

import { PhoneNumber } from '../../domain/phone-number.js';
import { openPhone } from '../sending/destination.js';
import { invalid } from '../errors.js';
import { newFactorId } from '../new-id.js';
import type { Person } from '../ports/sign-in-reader.js';
import type { SealedPhone } from '../ports/vault.js';
import type { SendFactor } from '../sending/reserved-send.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { EnrolInput } from '../use-cases.js';

type Given = Pick<EnrolInput, 'phoneNumber'>;

export interface EnrolmentPhone {
  readonly number: PhoneNumber;
  /** The pending phone it is, or would be. */
  readonly factor: SendFactor;
  /** Wrong guesses on this very number so far. */
  readonly failures: number;
  readonly sealed: SealedPhone;
}

const NOT_A_NUMBER = 'is not a phone number that can receive a code; write it like +44 7700 900123';

/** Throws `invalid_request` for what cannot be a number, and where there is none to confirm (R104). */
export async function readEnrolmentPhone(
  deps: SignInDeps,
  person: Person,
  input: Given,
): Promise<EnrolmentPhone> {
  const number = numberOf(deps, person, input);
  const index = deps.vault.index(number);
  const known = await deps.people.findPending(person, index);
  const factorId = known?.factorId ?? newFactorId();
  const { companyId, userId } = person;
  return {
    number,
    factor: { factorId, version: known?.version ?? 1, state: 'pending', index, holders: 0 },
    failures: known?.failures ?? 0,
    sealed: deps.vault.seal(number, { companyId, userId, factorId }),
  };
}

function numberOf(deps: SignInDeps, person: Person, input: Given): PhoneNumber {
  if (input.phoneNumber === null) {
    if (person.importedPhone) return openPhone(deps.vault, person, person.importedPhone);
    throw invalid('#/phoneNumber', 'is required: no number was imported for this person');
  }
  const number = PhoneNumber.parse(input.phoneNumber, person.company.defaultCountry);
  if (number) return number;
  throw invalid('#/phoneNumber', NOT_A_NUMBER);
}
