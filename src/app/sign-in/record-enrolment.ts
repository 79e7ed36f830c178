/** Commits, before the provider is called, the pending number of an enrolment and the message to it. */

import { LOOKS_LIKE_ANOTHER } from '../read-person.js';
import { invalid, RefusalError } from '../errors.js';
import type { PendingPhone } from '../ports/message-store.js';
import { messageOf, openingAudit, type Opening } from '../sending/record-opening.js';
import type { SignInDeps } from './sign-in-deps.js';

export async function recordEnrolment(
  deps: Pick<SignInDeps, 'messages'>,
  opening: Opening,
  phone: PendingPhone,
): Promise<void> {
  const { factorVersion, ...message } = messageOf(opening);
  const recorded = await deps.messages.openPending(message, phone, openingAudit(opening));
  if (recorded === 'company_not_found') throw new RefusalError('company_not_found');
  if (recorded === 'factor_active') throw new RefusalError('enrolment_not_open');
  if (recorded === 'factor_gone') throw new RefusalError('challenge_canceled');
  if (recorded === 'step_up_unusable') throw new RefusalError('step_up_required');
  if (recorded === 'id_conflict') throw invalid('path:challengeId', LOOKS_LIKE_ANOTHER);
  // An equal enrolment got there first: this one's code was derived for a phone that does not exist.
  if (recorded.factorId !== opening.factor.factorId || recorded.version !== factorVersion) {
    throw new RefusalError('idempotency_in_progress', { retryAfterSeconds: 1 });
  }
}
