/** Invariant 2: one acceptance for each challenge, on record before the token, by the code that was sent. */

import type { CallEvent, History, Violation } from '../history/events.js';
import { grouped, challengeOf, isApproval, numbersOf, sentCodes, tryOf } from './lookup.js';

/** Distinct tries that were told "approved", and distinct tokens: at most one of each. */
export function approvedOnce({ calls }: History): Violation[] {
  const approvals = grouped(calls.filter(isApproval), challengeOf);
  return [...approvals].flatMap(([id, told]) => {
    const tries = new Set(told.map(tryOf));
    const tokens = new Set(told.map(({ answer }) => JSON.stringify(answer?.token ?? null)));
    if (tries.size <= 1 && tokens.size <= 1) return [];
    const what = `${id}: ${String(tries.size)} tries approved, ${String(tokens.size)} tokens`;
    return [{ check: 'approved once', what, operations: numbersOf(told) }];
  });
}

export function oneRowEach({ final }: History): Violation[] {
  const rows = grouped(
    final.attempts.filter(({ outcome }) => outcome === 'approved'),
    ({ challengeId }) => challengeId,
  );
  return [...rows].flatMap(([id, all]) =>
    all.length <= 1 && all.every((row) => row.id === id)
      ? []
      : [{ check: 'one row', what: `${id}: ${String(all.length)} rows`, operations: [] }],
  );
}

/** Whoever was told "approved" finds the approval on record, whatever has broken since. */
export function approvalsKept({ calls, final }: History): Violation[] {
  const kept = new Set(
    final.attempts
      .filter(({ outcome }) => outcome === 'approved')
      .map(({ challengeId }) => challengeId),
  );
  return calls
    .filter((call) => isApproval(call) && !kept.has(challengeOf(call) ?? ''))
    .map(({ n, challengeId = '' }) => ({
      ...{ check: 'approval kept', what: `${challengeId}: no row`, operations: [n] },
    }));
}

/** Approved only by digits that were sent for this challenge, to a phone of this person. */
export function approvedByItsCode(history: History): Violation[] {
  const codes = new Map<string, Set<string>>();
  for (const { sms, askedBy } of sentCodes(history)) {
    for (const ask of askedBy) {
      // A request that was lost may have been about any challenge of this person.
      const id = challengeOf(ask) ?? `anything of ${String(ask.person)}`;
      codes.set(id, (codes.get(id) ?? new Set()).add(sms.code));
    }
  }
  const isSent = ({ person, challengeId = '', submitted = '' }: CallEvent): boolean =>
    [challengeId, `anything of ${String(person)}`].some((id) => codes.get(id)?.has(submitted));
  return history.calls
    .filter((call) => isApproval(call) && !isSent(call))
    .map(({ n, challengeId = '' }) => ({
      ...{
        check: 'its own code',
        what: `${challengeId}: approved by another code`,
        operations: [n],
      },
    }));
}

/** Not answered, or answered before the end was known: who else was approved may never have heard of it. */
const mayBeTheOne = ({ status, code }: CallEvent): boolean =>
  status === 0 || status === 503 || code === 'idempotency_in_progress';

/** An approval on record was told to somebody, unless an answer was lost on the way (decision 4). */
export function somebodyIsTold({ calls, final }: History): Violation[] {
  const verifies = grouped(
    calls.filter(({ kind }) => kind === 'verify'),
    challengeOf,
  );
  return final.attempts
    .filter(({ outcome }) => outcome === 'approved')
    .flatMap(({ challengeId }): Violation[] => {
      const mine = verifies.get(challengeId) ?? [];
      if (mine.length === 0 || mine.some((call) => isApproval(call) || mayBeTheOne(call)))
        return [];
      const what = `${challengeId}: approved, and nobody was told`;
      return [{ check: 'somebody is told', what, operations: numbersOf(mine) }];
    });
}
