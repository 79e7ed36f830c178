/** Refuses a further SMS that the person's present standing does not allow. */

import type { PendingChallenge } from './challenge-answer.js';
import { asksForNumber } from '../../domain/second-factor.js';
import { RefusalError } from '../errors.js';
import type { Person } from '../ports/sign-in-reader.js';

/**
 * A challenge that is open when the policy is turned off is verified under its old terms, and may be sent
 * again; an enrolment closes with the policy.
 */
export function requireReachable(person: Person, { delivery, purpose }: PendingChallenge): void {
  const { factor } = person.standing;
  if (delivery.factorState === 'pending') {
    if (!asksForNumber(purpose, person.standing)) throw new RefusalError('enrolment_not_open');
    return;
  }
  if (factor?.isDisabled) throw new RefusalError('factor_disabled');
}
