/** Hands the text or call of a code to the provider and records what the provider answered. */

import { PROVIDER_DEADLINE_MS } from '../../domain/limits.js';
import { rangeOf } from '../fraud/conversion.js';
import { auditOf } from '../audit-of.js';
import type { ReservedSend, SendCodeDeps } from './reserved-send.js';
import type { SmsOutcome } from '../ports/sms-sender.js';
import { canBeHeardInTime, writeCode } from './write-code.js';

export async function handOver(deps: SendCodeDeps, send: ReservedSend): Promise<SmsOutcome> {
  const startedMs = deps.clock.monotonicMs();
  const message = writeCode(deps, send);
  const isInTime = !isTooLate(send, startedMs) && canBeHeardInTime(message);
  const outcome = isInTime ? await deps.sender.send(message) : TOO_LATE;
  const { country, channel } = send.destination;
  deps.events.smsSent(outcome, { country, channel }, deps.clock.monotonicMs() - startedMs);
  if (outcome.kind === 'accepted' || outcome.kind === 'unknown') {
    const { companyId } = send.person;
    const proven = send.factor.state === 'active';
    deps.events.codeSent({ companyId, proven, range: rangeOf(send.destination), channel });
  }
  await recordOutcome(deps, send, outcome);
  return outcome;
}

const TOO_LATE = { kind: 'unavailable', cause: 'too_late', providerCode: null } as const;

/** Whoever would have been told 503 before the provider has to answer gets no SMS afterwards (R108). */
function isTooLate({ call }: ReservedSend, nowMs: number): boolean {
  return nowMs > call.deadlineMs - PROVIDER_DEADLINE_MS;
}

/** How the audit names each outcome. */
export const SETTLED_KINDS = {
  accepted: 'send.accepted',
  unknown: 'send.unknown',
  rejected: 'send.refused',
  unavailable: 'send.refused',
} as const;

/** The provider has answered whatever happens here: without this row the message stays "opened". */
async function recordOutcome(
  deps: SendCodeDeps,
  send: ReservedSend,
  outcome: SmsOutcome,
): Promise<void> {
  const audit = auditOf(send.call, SETTLED_KINDS[outcome.kind], {
    ...send.person,
    facts: {
      challengeId: send.challenge.id,
      messageId: send.messageId,
      country: send.destination.country,
      ...(outcome.kind === 'rejected' && { reason: outcome.reason }),
      ...(outcome.kind === 'unavailable' && { reason: outcome.cause }),
    },
  });
  try {
    await deps.messages.settle(send.messageId, outcome, audit);
  } catch {
    deps.events.deferred('settle_message');
  }
}
