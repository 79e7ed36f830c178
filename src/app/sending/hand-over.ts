/** Writes the SMS of a code, hands it to the provider and records what the provider answered. */

import { PROVIDER_DEADLINE_MS } from '../../domain/limits.js';
import { codeSms } from '../../domain/sms-text.js';
import { pickLocale } from '../../domain/texts/texts.js';
import { auditOf } from '../audit-of.js';
import type { ReservedSend, SendCodeDeps } from './reserved-send.js';
import type { SmsOutcome } from '../ports/sms-sender.js';

export async function handOver(deps: SendCodeDeps, send: ReservedSend): Promise<SmsOutcome> {
  const { challenge, person, destination } = send;
  // To the nearest: the store's own few milliseconds would tell five minutes as four.
  const lifeSeconds = Math.round((challenge.expiresAtMs - challenge.nowMs) / 1_000);
  const body = codeSms({
    code: send.code.digits(),
    companyName: person.company.displayName,
    locale: pickLocale(challenge.delivery.locale),
    lifeSeconds,
    codeHost: codeHostOf(deps, send),
  });
  const startedMs = deps.clock.monotonicMs();
  const message = {
    ...{ id: send.messageId, to: destination.phone, body, validitySeconds: lifeSeconds },
    statusUrl: send.callback?.statusUrl ?? null,
  };
  const outcome = isTooLate(send, startedMs) ? TOO_LATE : await deps.sender.send(message);
  deps.events.smsSent(outcome, destination.country, deps.clock.monotonicMs() - startedMs);
  await recordOutcome(deps, send, outcome);
  return outcome;
}

/** Only the page that asks for the code may fill it in (decision 35). */
function codeHostOf({ rules }: SendCodeDeps, { challenge, call }: ReservedSend): string | null {
  return challenge.door === null ? call.client.codeHost : new URL(rules.publicUrl).hostname;
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
