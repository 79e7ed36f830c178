/** Invariant 1: five guesses for a challenge, each on record, none given back. */

import type { CallEvent, History, Violation } from '../history/events.js';
import { grouped, challengeOf, hasForgotten, isApproval, numbersOf, tryOf } from './lookup.js';

/** R013. */
const GUESSES = 5;

/**
 * A guess counts as evaluated where somebody was told `code_incorrect`: that answer alone says that these
 * digits are wrong. Repeats under one Idempotency-Key are one guess.
 */
function evaluated(calls: readonly CallEvent[]): ReadonlyMap<string, readonly CallEvent[]> {
  const tries = new Map(
    calls
      .map((call, position) => [tryOf(call, position), call] as const)
      .filter(([, { code }]) => code === 'code_incorrect'),
  );
  return grouped([...tries.values()], challengeOf);
}

export function fiveGuesses({ calls }: History): Violation[] {
  return [...evaluated(calls)].flatMap(([id, told]) =>
    told.length <= GUESSES
      ? []
      : [
          {
            check: 'five guesses',
            what: `${id}: ${String(told.length)} evaluated`,
            operations: numbersOf(told),
          },
        ],
  );
}

/** No answer without its row: a guess that left no trace would be free. */
export function guessesOnRecord({ calls, final }: History): Violation[] {
  const failed = grouped(
    final.attempts.filter(({ outcome }) => outcome === 'failed'),
    ({ challengeId }) => challengeId,
  );
  return [...evaluated(calls)].flatMap(([id, told]) => {
    const rows = failed.get(id)?.length ?? 0;
    if (rows >= told.length) return [];
    const what = `${id}: ${String(told.length)} guesses answered, ${String(rows)} rows`;
    return [{ check: 'guess on record', what, operations: numbersOf(told) }];
  });
}

/**
 * Rows count lost replies too: a sixth comes only where Redis forgot a try it had acknowledged, and then
 * it is answered `max_attempts_reached`. With five on record nothing is approved any more.
 */
export function fiveRows(history: History): Violation[] {
  const rows = grouped(history.final.attempts, ({ challengeId }) => challengeId);
  return [...rows].flatMap(([id, all]) => {
    const failed = all.filter(({ outcome }) => outcome === 'failed').sort((a, b) => a.seq - b.seq);
    const [first, fifth, last] = [failed[0], failed[GUESSES - 1], failed.at(-1)];
    if (!first || !fifth || !last) return [];
    const operations = numbersOf(history.calls.filter((call) => call.challengeId === id));
    const approved = all.find(({ outcome }) => outcome === 'approved');
    if (approved && approved.seq > fifth.seq) {
      return [{ check: 'five rows', what: `${id}: approved after five failures`, operations }];
    }
    const opened = history.calls.find((call) => challengeOf(call) === id)?.fromMs ?? first.atMs;
    if (failed.length <= GUESSES || hasForgotten(history, opened, last.atMs)) return [];
    return [{ check: 'five rows', what: `${id}: ${String(failed.length)} failures`, operations }];
  });
}

/** Each wrong code leaves one try less: the same number told twice is a try that came back. */
export function triesRunDown(history: History): Violation[] {
  return [...evaluated(history.calls)].flatMap(([id, told]) => {
    const left = told.map(({ answer }) => answer?.attemptsRemaining);
    if (new Set(left).size === left.length) return [];
    const [fromMs, toMs] = [
      Math.min(...told.map((call) => call.fromMs)),
      Math.max(...told.map((call) => call.toMs)),
    ];
    if (hasForgotten(history, fromMs, toMs)) return [];
    const what = `${id}: left were ${left.join(', ')}`;
    return [{ check: 'tries run down', what, operations: numbersOf(told) }];
  });
}

/**
 * Ended before the request began, and approved all the same. One that was approved before is no other: the
 * repeat of its request is told of the same row once more.
 */
export function endedStaysEnded(history: History): Violation[] {
  const ends = [...endsOfChallenges(history)];
  const approvedMs = new Map(
    history.final.attempts
      .filter(({ outcome }) => outcome === 'approved')
      .map(({ challengeId, atMs }) => [challengeId, atMs]),
  );
  return history.calls.filter(isApproval).flatMap((call) => {
    const id = challengeOf(call) ?? '';
    const approved = approvedMs.get(id) ?? Number.POSITIVE_INFINITY;
    const end = ends.find(
      ({ ids, endedMs }) => endedMs < call.fromMs && endedMs < approved && ids.has(id),
    );
    if (!end) return [];
    const what = `${call.challengeId ?? ''}: approved after its ${end.kind}`;
    return [{ check: 'ended stays ended', what, operations: [end.n, call.n] }];
  });
}

interface End {
  readonly n: number;
  readonly kind: 'cancel' | 'reset';
  readonly endedMs: number;
  readonly ids: ReadonlySet<string>;
}

/** An acknowledged reset ends every challenge whose code had been asked for, and answered, before it. */
function* endsOfChallenges({ calls }: History): Generator<End> {
  const byPerson = grouped(calls, ({ person }) => person);
  for (const call of calls) {
    const { n, kind, toMs: endedMs, fromMs, challengeId = '' } = call;
    if (call.status !== 200) continue;
    if (kind === 'cancel') yield { n, kind, endedMs, ids: new Set([challengeId]) };
    if (kind !== 'reset') continue;
    const mine = byPerson.get(call.person) ?? [];
    const since = mine.filter((other) => other.kind === 'enrol' && other.toMs >= fromMs);
    const again = new Set(since.map(challengeOf));
    const pending = mine.filter(
      (other) => other.answer?.status === 'pending' && other.toMs < fromMs,
    );
    const ids = pending.map(challengeOf).filter((id) => id !== undefined && !again.has(id));
    yield { n, kind, endedMs, ids: new Set(ids.map(String)) };
  }
}
