/** What several checks ask a history: who asked for an SMS, what was said of it, when Redis forgot. */

import type { CallEvent, CallKind, History, SmsEvent } from '../history/events.js';
import { ownerOf } from '../plan/people.js';

/** Requests that may lead to a code. */
const ASKS: ReadonlySet<CallKind> = new Set(['start', 'enrol', 'resend', 'change_phone']);
/** An instance that is killed may have handed over a message whose request is lost a moment earlier. */
const GRACE_MS = 250;

export function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key | undefined,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** The challenge a request was about, or opened. */
export function challengeOf(call: CallEvent): string | undefined {
  return call.challengeId ?? call.answer?.id;
}

export const asks = ({ calls }: Pick<History, 'calls'>): CallEvent[] =>
  calls.filter(({ kind }) => ASKS.has(kind));

/** A code that went out, and the requests that may have asked for it. */
export interface SentCode {
  readonly sms: SmsEvent & { readonly code: string };
  readonly askedBy: readonly CallEvent[];
}

export function sentCodes(history: History): readonly SentCode[] {
  const byPerson = grouped(asks(history), ({ person }) => person);
  return history.sms.flatMap((sms) => {
    const { code, isTaken, atMs, to } = sms;
    if (code === undefined || !isTaken) return [];
    const askedBy = (byPerson.get(ownerOf(to)) ?? []).filter(
      ({ fromMs, toMs, number }) =>
        fromMs <= atMs && atMs <= toMs + GRACE_MS && (number === undefined || number === to),
    );
    return [{ sms: { ...sms, code }, askedBy }];
  });
}

/** Whether Redis forgot what it had acknowledged at some time in between. */
export function hasForgotten(
  { faults }: Pick<History, 'faults'>,
  fromMs: number,
  toMs: number,
): boolean {
  return faults.some((fault) => fault.isLossy && fault.fromMs <= toMs && fault.toMs >= fromMs);
}

export const isApproval = ({ kind, status, answer }: CallEvent): boolean =>
  kind === 'verify' && status === 200 && answer?.status === 'approved';

/** One try: repeats of one request under its Idempotency-Key are the same one. */
export function tryOf(call: CallEvent, position: number): string {
  return call.key === undefined
    ? `bare ${String(position)}`
    : `${call.key} ${call.submitted ?? ''}`;
}

export const numbersOf = (calls: readonly CallEvent[]): number[] => [
  ...new Set(calls.map(({ n }) => n)),
];
