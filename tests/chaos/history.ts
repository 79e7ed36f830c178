/** Histories made by hand: a sound sign-in, and what is planted into it. */

import type { AttemptRow, CallEvent, History, SmsEvent } from '../../chaos/history/events.js';
import { numberOf } from '../../chaos/plan/people.js';

export const ID = 'chl_1';
export const CODE = '12345678';
export const ALICE = { index: 0, companyId: 'c-0', userId: 'u-0' };
export const NUMBER = numberOf(ALICE, 0);
/** When the sign-in below begins; far from zero, so that there is a time before it. */
export const T = 1_000_000_000;

let operations = 0;

/** A request of 20 ms, answered 200. */
export function call(over: Partial<CallEvent> & Pick<CallEvent, 'kind' | 'fromMs'>): CallEvent {
  const { fromMs } = over;
  return {
    ...{ type: 'call', n: (operations += 1), person: 0, companyId: 'c-0', instance: 0 },
    ...{ toMs: fromMs + 20, status: 200 },
    ...over,
  };
}

export const start = (fromMs: number, over: Partial<CallEvent> = {}): CallEvent =>
  call({ kind: 'start', fromMs, status: 201, answer: { id: ID, status: 'pending' }, ...over });

export const wrong = (fromMs: number, left: number, over: Partial<CallEvent> = {}): CallEvent =>
  call({
    ...{ kind: 'verify', fromMs, status: 422, code: 'code_incorrect', challengeId: ID },
    ...{ submitted: `0000000${String(left)}`, answer: { attemptsRemaining: left } },
    ...over,
  });

export const approved = (fromMs: number, over: Partial<CallEvent> = {}): CallEvent =>
  call({
    ...{ kind: 'verify', fromMs, challengeId: ID, submitted: CODE },
    answer: { id: ID, status: 'approved', token: { jti: 'one', iat: 1 } },
    ...over,
  });

export const sms = (atMs: number, over: Partial<SmsEvent> = {}): SmsEvent => ({
  ...{ type: 'sms', atMs, to: NUMBER, code: CODE, isTaken: true, how: 'accept' },
  ...over,
});

export function row(outcome: string, seq: number, over: Partial<AttemptRow> = {}): AttemptRow {
  const id = outcome === 'approved' ? ID : `${ID}.f.${String(seq)}`;
  return {
    ...{ id, challengeId: ID, outcome, attemptId: `a-${String(seq)}`, person: 0 },
    ...{ factorId: 'f-1', seq, atMs: T + seq * 1_000 },
    ...over,
  };
}

/** One person, one SMS, one wrong guess, one approval: nothing is wrong with it. */
export function history(over: Partial<History> = {}): History {
  return {
    calls: [start(T), wrong(T + 1_000, 4), approved(T + 2_000)],
    sms: [sms(T + 10)],
    ...{ faults: [], scans: [], leaks: [], farewells: [], codeLifeMs: 60_000 },
    final: { attempts: [row('failed', 1), row('approved', 2)], people: [] },
    ...over,
  };
}

export const lossy = (fromMs: number, toMs: number) => ({
  ...{ type: 'fault' as const, n: 0, kind: 'redis_flush', fromMs, toMs, isLossy: true },
});
