/** What holds for each person: failures lock and disable, and nobody else is kept out. */

import type { AttemptRow, CallEvent, History, Violation } from '../history/events.js';
import { grouped, challengeOf, hasForgotten, numbersOf } from './lookup.js';

/** Decision 8. */
const LOCK_FROM = 10;
const LOCK_MS = 30_000;
const LOCK_MOST_MS = 3_600_000;
const DISABLE_AT = 50;
/** Guesses under way when the lock began may be written behind it. */
const UNDER_WAY_MS = 2_500;

const lockMs = (failures: number): number =>
  failures < LOCK_FROM ? 0 : Math.min(LOCK_MS * 2 ** (failures - LOCK_FROM), LOCK_MOST_MS);

/**
 * While locked nothing is evaluated. A replica that never heard of the lock is exempt: a lock that Redis
 * forgot is handed over again with the next start, and approves nothing before (PostgreSQL holds it).
 */
export function locksHold(history: History): Violation[] {
  return [...failuresByPerson(history)].flatMap(([person, rows]) => {
    let failures = 0;
    return rows.flatMap((row, position): Violation[] => {
      if (row.outcome === 'approved') failures = 0;
      if (row.outcome !== 'failed') return [];
      const before = rows[position - 1];
      const untilMs = (before?.atMs ?? 0) + lockMs(failures);
      failures += 1;
      if (!before || failures <= LOCK_FROM) return [];
      const isConcurrent = row.atMs - before.atMs < UNDER_WAY_MS;
      if (isConcurrent || row.atMs >= untilMs - UNDER_WAY_MS) return [];
      if (hasForgotten(history, before.atMs, row.atMs)) return [];
      const what = `person ${String(person)}: failure ${String(failures)} while locked`;
      return [{ check: 'locks hold', what, operations: operationsOf(history, row) }];
    });
  });
}

/** PostgreSQL counts every failure on record since the last approval or reset, and disables at fifty. */
export function failuresCounted(history: History): Violation[] {
  const resets = new Set(
    history.calls.filter(({ kind }) => kind === 'reset').map(({ person }) => person),
  );
  const rows = failuresByPerson(history);
  return history.final.people.flatMap(({ person, failures, isDisabled }): Violation[] => {
    const mine = rows.get(person) ?? [];
    if (resets.has(person) || mine.some(({ outcome }) => outcome === 'withdrawn')) return [];
    const since = mine.slice(mine.findLastIndex(({ outcome }) => outcome === 'approved') + 1);
    const failed = since.filter(({ outcome }) => outcome === 'failed').length;
    const who = `person ${String(person)}: ${String(failures)} counted`;
    if (failures < failed) {
      return [
        { check: 'failures counted', what: `${who}, ${String(failed)} rows`, operations: [] },
      ];
    }
    if (failures < DISABLE_AT || isDisabled) return [];
    return [{ check: 'failures counted', what: `${who}, not disabled`, operations: [] }];
  });
}

/** Rows that count on the person, in the order they were written: not those of a number to be proven. */
function failuresByPerson({ calls, final }: History): ReadonlyMap<number, readonly AttemptRow[]> {
  const proving = new Set(
    calls.filter(({ kind }) => kind === 'enrol' || kind === 'change_phone').map(challengeOf),
  );
  const counted = final.attempts.filter(
    ({ outcome, challengeId }) =>
      outcome === 'approved' ||
      outcome === 'withdrawn' ||
      (outcome === 'failed' && !proving.has(challengeId)),
  );
  return grouped(
    [...counted].sort((a, b) => a.seq - b.seq),
    ({ person }) => person,
  );
}

function operationsOf({ calls }: History, row: AttemptRow): readonly number[] {
  const isIt = ({ challengeId, fromMs, toMs }: CallEvent) =>
    challengeId === row.challengeId && fromMs <= row.atMs && row.atMs <= toMs;
  return numbersOf(calls.filter(isIt));
}
