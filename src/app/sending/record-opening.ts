/** Commits, before the provider is called, that a proven number is opened and for which message. */

import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import type { NewMessage } from '../ports/message-store.js';
import type { ReservedSend } from './reserved-send.js';
import type { SignInDeps } from '../sign-in/sign-in-deps.js';

export type Opening = Omit<ReservedSend, 'record' | 'code'>;

/** Throws `challenge_canceled` when the phone was reset or removed since it was read. */
export async function recordOpening(
  deps: Pick<SignInDeps, 'messages'>,
  opening: Opening,
): Promise<void> {
  const message = messageOf(opening);
  const recorded = await deps.messages.open(message, openingAudit(opening));
  if (recorded === 'factor_gone') throw new RefusalError('challenge_canceled');
  if (recorded === 'repeated_already') throw new RefusalError('idempotency_in_progress');
}

export function messageOf({
  call,
  person,
  challenge,
  factor,
  destination,
  messageId,
  callback,
  repeats,
}: Opening): NewMessage {
  return {
    id: messageId,
    companyId: person.companyId,
    userId: person.userId,
    challengeId: challenge.id,
    kind: 'code',
    channel: challenge.delivery.channel,
    factorId: factor.factorId,
    factorVersion: factor.version,
    country: destination.country,
    ...contextOf(call),
    callbackHash: callback?.hash ?? null,
    repeatOf: repeats ?? null,
  };
}

const MAX_USER_AGENT = 256;

/** Cut to what a list can show: whatever is invisible or turns the line goes. */
export function contextOf({ context }: Call): Pick<NewMessage, 'ipAddress' | 'userAgent'> {
  const userAgent = context?.userAgent?.replace(/\p{C}/gu, '').slice(0, MAX_USER_AGENT);
  return { ipAddress: context?.ipAddress ?? null, userAgent: userAgent || null };
}

/** Why the number was opened, and by whom: decision 15. */
export function openingAudit({ call, person, challenge, messageId }: Opening) {
  const facts = { challengeId: challenge.id, messageId, purpose: challenge.purpose };
  return auditOf(call, 'phone.opened', { ...person, facts });
}
