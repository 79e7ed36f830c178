/** Follows codes to numbers that nobody has proven: a prefix from which too few come back is stopped (R035). */

import type { PhoneNumber } from '../../domain/phone-number.js';
import type { AttemptSubject } from '../ports/challenge-outcomes.js';
import type { Conversion, NumberRange } from '../ports/conversion.js';
import type { Events } from '../ports/events.js';
import type { Reached } from '../ports/send-budget.js';
import type { BudgetedSend } from '../sending/budgeted-send.js';

export interface ConversionDeps {
  readonly conversion: Conversion;
  readonly events: Pick<Events, 'codeVerified' | 'numberProven' | 'prefixStopped' | 'deferred'>;
}

export interface TakeConversionDeps extends Pick<ConversionDeps, 'conversion'> {
  readonly events: Pick<Events, 'prefixStopped'>;
}

export function rangeOf({
  country,
  phone,
}: {
  readonly country: string;
  readonly phone: Pick<PhoneNumber, 'prefix'>;
}): NumberRange {
  return { country, prefix: phone.prefix };
}

/**
 * Counts a message to an unproven number; what is reached where its prefix is stopped. Whoever signs in
 * with a proven number is never asked: a carrier that delivers nothing must not lock people out.
 */
export async function takeConversion(
  { conversion, events }: TakeConversionDeps,
  { factor, destination, challenge, messageId }: BudgetedSend,
): Promise<Reached[]> {
  if (factor.state === 'active') return [];
  const { factorId } = factor;
  const lifeMs = Math.max(1, challenge.expiresAtMs - challenge.nowMs);
  const range = rangeOf(destination);
  const outcome = await conversion.take({ messageId, factorId, range, lifeMs });
  if (outcome.kind === 'taken') return [];
  events.prefixStopped(range);
  return [{ limit: 'prefix_conversion', retryAfterMs: outcome.retryAfterMs }];
}

export async function giveBackConversion(
  { conversion }: Pick<ConversionDeps, 'conversion'>,
  { factor, destination, messageId }: BudgetedSend,
): Promise<void> {
  if (factor.state === 'active') return;
  await conversion.giveBack({ range: rangeOf(destination), messageId });
}

/** Not waited for: nothing of an approval depends on it. */
export function noteVerified(
  { conversion, events }: ConversionDeps,
  { companyId, factorId, factorState, channels }: AttemptSubject,
): void {
  const proven = factorState === 'active';
  const channel = channels.at(-1) ?? 'sms';
  events.codeVerified({ companyId, proven, channel });
  if (proven) return;
  conversion.proven(factorId).then(
    (range) => {
      if (range) events.numberProven({ companyId, channel, ...range });
    },
    () => events.deferred('count_proven'),
  );
}
