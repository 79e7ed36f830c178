/** Who may have a code sent to which new number (decisions 21, 22). */

import type { Purpose } from '../../domain/challenge.js';
import { asksForNumber, hasLiveGrant, mayChooseNumber } from '../../domain/second-factor.js';
import { invalid, RefusalError } from '../errors.js';
import type { Person } from '../ports/sign-in-reader.js';
import type { EnrolmentPhone } from './enrolment-phone.js';

/**
 * Throws `enrolment_not_open`. A change needs the phone that it replaces, and its step-up is the store's to
 * check; a first number needs a live grant (R052). Two-factor switched off, only people who were invited are
 * asked for one, and outside a sign-in alone.
 */
export function requireLeave(purpose: Purpose, { standing }: Person): void {
  const { factor } = standing;
  const isOpen = purpose === 'change_phone' ? factor !== null : !factor && hasLiveGrant(standing);
  if (!asksForNumber(purpose, standing) || !isOpen) throw new RefusalError('enrolment_not_open');
}

/** An import is leave for the imported number alone; a change is to another number than the one of now. */
export function requireLeaveFor({ factor }: EnrolmentPhone, person: Person): void {
  const { importedPhone, activePhone, standing } = person;
  if (activePhone) {
    if (activePhone.index !== factor.index) return;
    throw invalid('#/phoneNumber', 'is the number that is registered already');
  }
  const isImported = factor.index === importedPhone?.index;
  if (!isImported && !mayChooseNumber(standing)) throw new RefusalError('enrolment_not_open');
}
