/** After everything is mended everybody gets in, or is kept out by a rule that the history shows. */

import type { FarewellEvent, History, PersonRow, Violation } from '../history/events.js';
import { asks } from './lookup.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How far back each limit looks, and the fewest requests to send that can use it up. */
const LIMITS: Readonly<Record<string, { readonly windowMs: number; readonly asks: number }>> = {
  number: { windowMs: 10 * MINUTE_MS, asks: 5 },
  unproven_number: { windowMs: 10 * MINUTE_MS, asks: 2 },
  unproven_number_day: { windowMs: 24 * HOUR_MS, asks: 4 },
  send_tries: { windowMs: HOUR_MS, asks: 20 },
  open_challenges: { windowMs: 15 * MINUTE_MS, asks: 5 },
};
const COOLDOWN = { windowMs: 4 * MINUTE_MS, asks: 1 };

export function everybodyGetsIn(history: History): Violation[] {
  return history.farewells
    .filter((farewell) => farewell.end !== 'signed_in' && !isExplained(history, farewell))
    .map(({ person, end, code = '', limit = '' }) => ({
      check: 'everybody gets in',
      what: `person ${String(person)}: ${[end, code, limit].join(' ').trim()}`,
      operations: [],
    }));
}

function isExplained(history: History, farewell: FarewellEvent): boolean {
  const { person, code = '', atMs, end } = farewell;
  const row = history.final.people.find((one) => one.person === person);
  const explains = end === 'refused' ? EXPLANATIONS[code] : undefined;
  return explains?.({ history, farewell, row, atMs }) ?? false;
}

interface Known {
  readonly history: History;
  readonly farewell: FarewellEvent;
  readonly row: PersonRow | undefined;
  readonly atMs: number;
}

const EXPLANATIONS: Readonly<Record<string, (known: Known) => boolean>> = {
  factor_locked: ({ row, atMs }) => (row?.lockedUntilMs ?? 0) > atMs,
  factor_disabled: ({ row }) => row?.isDisabled ?? false,
  phone_not_reachable: ({ row, atMs }) => (row?.undeliverableUntilMs ?? 0) > atMs,
  resend_cooldown: ({ history, farewell }) => hasAsked(history, farewell, COOLDOWN),
  send_limit_reached: ({ history, farewell }) =>
    hasAsked(history, farewell, LIMITS[farewell.limit ?? '']),
};

function hasAsked(
  history: History,
  { person, atMs }: FarewellEvent,
  limit: { readonly windowMs: number; readonly asks: number } | undefined,
): boolean {
  if (!limit) return false;
  const since = asks(history).filter(
    (call) => call.person === person && call.toMs > atMs - limit.windowMs && call.toMs <= atMs,
  );
  return since.length > limit.asks - 1;
}
