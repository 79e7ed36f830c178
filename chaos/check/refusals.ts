/** What holds while Redis takes no writes: nothing is compared for free, and a full one stops nobody's code. */

import type { CallEvent, FaultEvent, History, Violation } from '../history/events.js';
import { isApproval, numbersOf } from './lookup.js';

/** Aftermath of the fault before: it may be the reason of what is answered. */
const AFTERMATH_MS = 5_000;
/** Fewer refusals than this may have had a reason of their own. */
const FEWEST = 3;

type Window = NonNullable<FaultEvent['inForce']>;

/**
 * A Redis that takes no writes cannot charge. Who is approved all the same was compared uncharged, and so
 * was everybody whose wrong code ended in an error: as many guesses as the outage is long (decision 1).
 */
export function nothingComparedFree(history: History): Violation[] {
  const readOnly = windowsOf(history, 'redis_read_only').flatMap(({ inForce }) =>
    within(history, inForce)
      .filter(isApproval)
      .map((call) => free([call], 'approved while Redis could charge nothing')),
  );
  const full = fullWindows(history).flatMap(({ approvals, refused }) =>
    approvals.length === 0
      ? []
      : [free([...approvals, ...refused], 'right codes approved, and no wrong one charged')],
  );
  return [...readOnly, ...full];
}

/** A full Redis refuses what opens and sends, and goes on judging codes (decision 1). */
export function judgedWhileFull(history: History): Violation[] {
  return fullWindows(history)
    .filter(({ approvals }) => approvals.length === 0)
    .map(({ refused }) => ({
      ...{ check: 'judged while full', operations: numbersOf(refused) },
      what: `${String(refused.length)} codes refused, none judged`,
    }));
}

/** Times of a full Redis in which codes were refused and nobody was told that a code was wrong. */
function fullWindows(
  history: History,
): readonly { approvals: readonly CallEvent[]; refused: readonly CallEvent[] }[] {
  return windowsOf(history, 'redis_oom').flatMap(({ fromMs, inForce }) => {
    if (history.faults.some((other) => isJustBefore(other, fromMs))) return [];
    const calls = within(history, inForce).filter(({ kind }) => kind === 'verify');
    const refused = calls.filter(({ status }) => status === 503);
    if (refused.length < FEWEST || calls.some(({ code }) => code === 'code_incorrect')) return [];
    return [{ approvals: calls.filter(isApproval), refused }];
  });
}

const free = (calls: readonly CallEvent[], what: string): Violation => ({
  ...{ check: 'nothing compared free', what, operations: numbersOf(calls) },
});

function windowsOf(
  { faults }: History,
  kind: string,
): readonly (FaultEvent & { inForce: Window })[] {
  return faults.flatMap((fault) => {
    const { inForce } = fault;
    return fault.kind === kind && inForce ? [{ ...fault, inForce }] : [];
  });
}

/** Asked and answered in the window. */
const within = ({ calls }: History, { fromMs, toMs }: Window): readonly CallEvent[] =>
  calls.filter((call) => call.fromMs >= fromMs && call.toMs <= toMs);

const isJustBefore = ({ kind, toMs }: FaultEvent, atMs: number): boolean =>
  kind !== 'redis_oom' && toMs <= atMs && atMs - toMs < AFTERMATH_MS;
