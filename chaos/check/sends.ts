/** Invariant 5: no SMS that nobody asked for, none beyond a budget, none behind an answer that denies it. */

import type { AttemptRow, CallEvent, History, Violation } from '../history/events.js';
import { ownerOf } from '../plan/people.js';
import {
  grouped,
  challengeOf,
  hasForgotten,
  numbersOf,
  sentCodes,
  type SentCode,
} from './lookup.js';

const MINUTE_MS = 60_000;
const WINDOW_MS = 10 * MINUTE_MS;
/** R030 and decisions 12, 14. */
const GAP_MS = 30_000;
const GAP_MOST_MS = 240_000;
const NUMBER_SENDS = 5;
const UNPROVEN_SENDS = 2;
const UNPROVEN_DAY = 4;
/** The clocks of Redis and of the run are one, but not their milliseconds. */
const SLACK_MS = 50;

/** What was answered may stand beside an SMS: sent, not known, or sent by a request before. */
const mayHaveSent = ({ kind, status, code }: CallEvent): boolean =>
  status === (kind === 'resend' ? 200 : 201) || status === 0 || code === 'idempotency_in_progress';

export function askedFor(history: History): Violation[] {
  return sentCodes(history).flatMap(({ sms, askedBy }) => {
    if (askedBy.some(mayHaveSent)) return [];
    const last = sms.to.slice(-4);
    const what =
      askedBy.length === 0
        ? `to ${last}: nobody had asked`
        : `to ${last}: the answer was ${askedBy.map(({ code }) => code ?? '').join(', ')}`;
    return [{ check: 'asked for', what, operations: numbersOf(askedBy) }];
  });
}

/** Repeats of one start under one key: one SMS, however many answers were lost. */
export function oneForOneKey(history: History): Violation[] {
  const isStart = ({ kind, key }: CallEvent) => kind === 'start' && key !== undefined;
  // A code that a request without this key may have asked for is nobody's proof.
  const sole = sentCodes(history).filter(
    ({ askedBy }) => askedBy.every(isStart) && new Set(askedBy.map(({ key }) => key)).size === 1,
  );
  return [...grouped(sole, ({ askedBy }) => askedBy[0]?.key)].flatMap(([, sent]) => {
    const [first, last] = [sent[0], sent.at(-1)];
    if (!first || !last || sent.length <= 1) return [];
    if (hasForgotten(history, first.sms.atMs, last.sms.atMs)) return [];
    const operations = numbersOf(sent.flatMap(({ askedBy }) => askedBy));
    return [{ check: 'one SMS for one key', what: `${String(sent.length)} SMS`, operations }];
  });
}

/** Between two SMS to one number: 30 seconds, doubling, unless an approval ended the wait. */
export function gapsKept(history: History): Violation[] {
  const isEnd = ({ outcome }: AttemptRow) => outcome === 'approved' || outcome === 'withdrawn';
  const approved = grouped(history.final.attempts.filter(isEnd), ({ person }) => person);
  return [...byNumber(history)].flatMap(([, sent]) => {
    let sends = 0;
    return sent.flatMap((one, position): Violation[] => {
      const before = sent[position - 1];
      const atMs = one.sms.atMs;
      if (!before || atMs - before.sms.atMs >= WINDOW_MS) sends = 0;
      if (before && hasForgotten(history, askedMs(before), atMs)) sends = 0;
      const gapMs = Math.min(GAP_MS * 2 ** (sends - 1), GAP_MOST_MS);
      sends += 1;
      if (!before || sends === 1 || atMs - askedMs(before) >= gapMs - SLACK_MS) return [];
      const ends = approved.get(ownerOf(one.sms.to)) ?? [];
      if (ends.some((row) => row.atMs >= askedMs(before) && row.atMs <= atMs)) return [];
      const what = `${String(atMs - before.sms.atMs)} ms after the last one, not ${String(gapMs)}`;
      return [{ check: 'gap', what, operations: numbersOf([...before.askedBy, ...one.askedBy]) }];
    });
  });
}

/** Five to one number in ten minutes; two, and four a day, while nobody has proven it. */
export function numberBudgets(history: History): Violation[] {
  const isEnrolling = enrolling(history);
  return [...byNumber(history)].flatMap(([, sent]) => {
    const unproven = sent.filter(isEnrolling);
    return [
      ...over(history, sent, { most: NUMBER_SENDS, windowMs: WINDOW_MS }),
      ...over(history, unproven, { most: UNPROVEN_SENDS, windowMs: WINDOW_MS }),
      ...over(history, unproven, { most: UNPROVEN_DAY, windowMs: 24 * 60 * MINUTE_MS }),
    ];
  });
}

function over(
  history: History,
  sent: readonly SentCode[],
  { most, windowMs }: { most: number; windowMs: number },
): Violation[] {
  return sent.flatMap((last, position) => {
    const first = sent[position - most];
    if (!first || last.sms.atMs - askedMs(first) >= windowMs) return [];
    if (hasForgotten(history, askedMs(first), last.sms.atMs)) return [];
    const operations = numbersOf(
      sent.slice(position - most, position + 1).flatMap((s) => s.askedBy),
    );
    const what = `more than ${String(most)} in ${String(windowMs / MINUTE_MS)} min`;
    return [{ check: 'number budget', what, operations }];
  });
}

/** Whether a code went to a number that its challenge was to prove. */
function enrolling({ calls }: History): (sent: SentCode) => boolean {
  const ids = new Set(
    calls.filter(({ kind }) => kind === 'enrol' || kind === 'change_phone').map(challengeOf),
  );
  return ({ askedBy }) =>
    askedBy.length > 0 &&
    askedBy.every((ask) => ids.has(challengeOf(ask)) || ask.number !== undefined);
}

function byNumber(history: History): ReadonlyMap<string, readonly SentCode[]> {
  const sent = [...sentCodes(history)].sort((a, b) => a.sms.atMs - b.sms.atMs);
  return grouped(sent, ({ sms }) => sms.to);
}

/** The earliest that this send can have been counted. */
function askedMs({ sms, askedBy }: SentCode): number {
  return Math.min(sms.atMs, ...askedBy.map(({ fromMs }) => fromMs));
}
