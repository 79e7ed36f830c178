/** Cool-down and send tries of the in-process store: what stands between a request and the next SMS. */

import type { FailureCounter, SendReservation } from '../../app/ports/challenge-commands.js';
import type { SendRefusal } from '../../app/ports/challenge-outcomes.js';
import type { ClientId, EmployeeRef } from '../../domain/ids.js';
import {
  DISABLE_AT_FAILURES,
  RESEND_GAP_MAX_MS,
  RESEND_GAP_MS,
  RESEND_GAP_RESET_MS,
  SEND_TRIES_PER_HOUR,
  SEND_TRIES_WINDOW_MS,
} from '../../domain/limits.js';
import { counterName, nameOf, type Gap, type Records } from './records.js';

export function gapNameOf(employee: EmployeeRef, numberKey: string): string {
  return nameOf(employee, numberKey);
}

/** Hands the counter over; locks and disabling bind active factors only (decision 7). */
export function counterRefusal(
  records: Records,
  employee: EmployeeRef,
  { send, counter }: { send: Omit<SendReservation, 'channel' | 'locale'>; counter: FailureCounter },
): SendRefusal | undefined {
  const known = records.handOver(counterName(employee, send), counter);
  if (send.factorState === 'pending') return undefined;
  if (known.failures >= DISABLE_AT_FAILURES) return { kind: 'disabled' };
  const lockedMs = known.lockedUntilMs - records.now();
  return lockedMs > 0 ? { kind: 'locked', retryAfterMs: lockedMs } : undefined;
}

export function gateRefusal(
  records: Records,
  { clientId, ...employee }: EmployeeRef & { clientId: ClientId },
  numberKey: string,
): SendRefusal | undefined {
  const now = records.now();
  const gap = records.gaps.get(gapNameOf(employee, numberKey));
  if (gap && gap.nextMs > now) return { kind: 'cooldown', retryAfterMs: gap.nextMs - now };
  return triesRefusal(records, { clientId, ...employee });
}

/** Tries an hour of the person and client; every send takes one, also the automatic ones. */
export function triesRefusal(
  records: Records,
  { clientId, ...employee }: EmployeeRef & { clientId: ClientId },
): SendRefusal | undefined {
  const now = records.now();
  const tries = records.tries.get(nameOf(employee, clientId)) ?? [];
  const freeAtMs = (tries[SEND_TRIES_PER_HOUR - 1] ?? -Infinity) + SEND_TRIES_WINDOW_MS;
  if (freeAtMs <= now) return undefined;
  return { kind: 'limit', limit: 'send_tries', retryAfterMs: freeAtMs - now };
}

/** Counts a try, which never comes back, and starts the gap; answers the gap before it (decisions 12, 13). */
export function passGate(
  records: Records,
  { clientId, ...employee }: EmployeeRef & { clientId: ClientId },
  { numberKey, messageId }: Pick<SendReservation, 'numberKey' | 'messageId'>,
): Gap | null {
  const now = records.now();
  const triesName = nameOf(employee, clientId);
  const tries = [now, ...(records.tries.get(triesName) ?? [])].slice(0, SEND_TRIES_PER_HOUR);
  records.tries.set(triesName, tries, SEND_TRIES_WINDOW_MS);

  const gapName = gapNameOf(employee, numberKey);
  const previous = records.gaps.get(gapName) ?? null;
  const sends = previous?.sends ?? 0;
  const waitMs = Math.min(RESEND_GAP_MS * 2 ** sends, RESEND_GAP_MAX_MS);
  const gap = { sends: sends + 1, lastMs: now, nextMs: now + waitMs, messageId };
  records.gaps.set(gapName, gap, RESEND_GAP_RESET_MS);
  return previous;
}
