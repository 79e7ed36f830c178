/** Tells how each send ended, whichever adapter carried it. */

import type { Clock } from '../app/ports/clock.js';
import type { Events, SmsEvent } from '../app/ports/events.js';
import type { SmsOutcome, SmsSender } from '../app/ports/sms-sender.js';

/** The same sender; nothing of the message but its country is told. */
export function observeSms(
  inner: SmsSender,
  { events, clock }: { readonly events: Events; readonly clock: Clock },
): SmsSender {
  return {
    async send(message) {
      const startedMs = clock.monotonicMs();
      const outcome = await inner.send(message);
      events.sms({
        result: outcome.kind,
        ...factsOf(outcome),
        country: message.to.country ?? null,
        durationMs: clock.monotonicMs() - startedMs,
      });
      return outcome;
    },
  };
}

function factsOf(outcome: SmsOutcome): Pick<SmsEvent, 'reason' | 'providerCode'> {
  switch (outcome.kind) {
    case 'rejected':
      return { reason: outcome.reason, providerCode: outcome.providerCode };
    case 'unavailable':
      return { reason: outcome.cause, providerCode: outcome.providerCode };
    case 'accepted':
    case 'unknown':
      return { reason: null, providerCode: null };
  }
}
