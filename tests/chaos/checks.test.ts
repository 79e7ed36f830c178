/** Each check of a chaos run finds what is planted into a sound history, and nothing else. */

import { checkAll } from '../../chaos/check/all.js';
import type { History } from '../../chaos/history/events.js';
import { numberOf } from '../../chaos/plan/people.js';
import {
  ALICE,
  approved,
  call,
  history,
  ID,
  lossy,
  NUMBER,
  row,
  sms,
  start,
  T,
  wrong,
} from './history.js';

const found = (over: Partial<History>): readonly string[] => [
  ...new Set(checkAll(history(over)).map(({ check }) => check)),
];
const MINUTE = 60_000;
const guesses = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    wrong(T + 1_000 + n, 5 - n, { submitted: `9000000${n}` }),
  );
const failures = (count: number) => Array.from({ length: count }, (_, n) => row('failed', n + 1));
const modes = (mode: string, fromMs: number) =>
  call({ kind: 'mode', fromMs, mode, person: -1, toMs: fromMs + 100 });

describe('the checks of a chaos run', () => {
  it('find nothing in a sound history', () => {
    expect(checkAll(history())).toEqual([]);
  });

  it('find a second try that was approved', () => {
    const calls = [start(T), approved(T + 2_000, { key: 'a' }), approved(T + 3_000, { key: 'b' })];
    expect(found({ calls })).toEqual(['approved once']);
  });

  it('take repeats under one key for one try, and find the second token among them', () => {
    const again = { key: 'a' };
    const same = [start(T), approved(T + 2_000, again), approved(T + 2_001, again)];
    expect(found({ calls: same })).toEqual([]);
    const other = {
      ...again,
      answer: { id: ID, status: 'approved', token: { jti: 'one', iat: 2 } },
    };
    const calls = [start(T), approved(T + 2_000, again), approved(T + 2_001, other)];
    expect(found({ calls })).toEqual(['approved once']);
  });

  it('find two rows that approve one challenge', () => {
    const attempts = [row('failed', 1), row('approved', 2), row('approved', 3, { id: 'other' })];
    expect(found({ final: { attempts, people: [] } })).toEqual(['one row']);
  });

  it('find an approval that was told and is not on record', () => {
    expect(found({ final: { attempts: failures(1), people: [] } })).toEqual(['approval kept']);
  });

  it('find an approval by digits that were sent for another challenge, or to another person', () => {
    const other = { ...sms(T + 510), code: '87654321' };
    const calls = [
      start(T),
      start(T + 500, { answer: { id: 'chl_2', status: 'pending' }, person: 1 }),
      wrong(T + 1_000, 4),
      approved(T + 2_000, { submitted: '87654321' }),
    ];
    const elsewhere = { ...other, to: numberOf({ ...ALICE, index: 1 }, 0) };
    expect(found({ calls, sms: [sms(T + 10), elsewhere] })).toEqual(['its own code']);
  });

  it('find a sixth guess that was evaluated, though its rows are there', () => {
    const over = { calls: [start(T), ...guesses(6)], final: { attempts: failures(6), people: [] } };
    expect(found(over)).toEqual(['five guesses', 'five rows']);
    expect(found({ ...over, faults: [lossy(T, T + 9_000)] })).toEqual(['five guesses']);
  });

  it('count a guess that is repeated under its key once', () => {
    const calls = [start(T), ...guesses(5), wrong(T + 2_000, 1, { key: 'k' })].map((one) =>
      one.kind === 'verify' && one.answer?.attemptsRemaining === 1
        ? { ...one, key: 'k', submitted: '90000004' }
        : one,
    );
    expect(found({ calls, final: { attempts: failures(5), people: [] } })).toEqual([]);
  });

  it('find a guess that was answered and left no row', () => {
    const over = { calls: [start(T), ...guesses(2)], final: { attempts: failures(1), people: [] } };
    expect(found(over)).toEqual(['guess on record']);
  });

  it('find an approval behind five failures on record, whatever Redis forgot', () => {
    const attempts = [...failures(5), row('approved', 6)];
    const over = { final: { attempts, people: [] }, faults: [lossy(T, T + 9_000)] };
    expect(found(over)).toEqual(['five rows']);
  });

  it('find a try that came back', () => {
    const calls = [start(T), wrong(T + 1_000, 4), wrong(T + 1_500, 4, { submitted: '11111111' })];
    const over = { calls, final: { attempts: failures(2), people: [] } };
    expect(found(over)).toEqual(['tries run down']);
    expect(found({ ...over, faults: [lossy(T + 1_200, T + 1_300)] })).toEqual([]);
  });

  it.each(['cancel', 'reset'] as const)(
    'find an approval that began after a %s was told',
    (kind) => {
      const end = (fromMs: number) =>
        call({ kind, fromMs, ...(kind === 'cancel' && { challengeId: ID }) });
      const rest = [start(T), wrong(T + 1_000, 4)];
      expect(found({ calls: [...rest, end(T + 1_500), approved(T + 2_000)] })).toEqual([
        'ended stays ended',
      ]);
      // Its row was there before: the repeat of a request, told once more.
      const again = [
        start(T),
        approved(T + 1_200, { key: 'k' }),
        approved(T + 2_000, { key: 'k' }),
      ];
      const attempts = [row('approved', 1, { atMs: T + 1_210 })];
      const final = { attempts, people: [] };
      expect(found({ calls: [...again, end(T + 1_500)], final })).toEqual([]);
      // At the same time either may win.
      expect(found({ calls: [...rest, end(T + 1_995), approved(T + 2_000)] })).toEqual([]);
    },
  );

  it('find an SMS that nobody asked for, and one behind an answer that denies it', () => {
    expect(found({ sms: [sms(T + 10), sms(T + 900_000)] })).toEqual(['asked for']);
    const denied = start(T + 900_000, { status: 503, code: 'sms_unavailable', answer: {} });
    const calls = [...history().calls, denied];
    expect(found({ calls, sms: [sms(T + 10), sms(T + 900_010)] })).toEqual(['asked for']);
    const again = start(T + 900_000, { kind: 'resend', status: 200, challengeId: ID });
    const resent = { calls: [...history().calls, again], sms: [sms(T + 10), sms(T + 900_010)] };
    expect(found(resent)).toEqual([]);
    const lost = { ...denied, status: 0, code: undefined };
    expect(
      found({ calls: [...history().calls, lost], sms: [sms(T + 10), sms(T + 900_010)] }),
    ).toEqual([]);
  });

  it('find two SMS of one start that was repeated under its key', () => {
    const late = T + 11 * MINUTE;
    const calls = [start(T, { key: 'k' }), start(late, { key: 'k' })];
    const over = { calls, sms: [sms(T + 10), sms(late + 10)], final: { attempts: [], people: [] } };
    expect(found(over)).toEqual(['one SMS for one key']);
    expect(found({ ...over, faults: [lossy(T + 20, T + 30)] })).toEqual([]);
  });

  it('find a gap that was not kept, and let an approval end it', () => {
    const calls = [start(T), start(T + 20_000)];
    const over = { calls, sms: [sms(T + 10), sms(T + 20_010)] };
    expect(found({ ...over, final: { attempts: [], people: [] } })).toEqual(['gap']);
    const attempts = [row('approved', 2)];
    expect(found({ ...over, final: { attempts, people: [] } })).toEqual([]);
  });

  it('find a gap that did not grow', () => {
    const at = [0, 31_000, 62_000];
    const over = { calls: at.map((ms) => start(T + ms)), sms: at.map((ms) => sms(T + ms + 10)) };
    expect(found({ ...over, final: { attempts: [], people: [] } })).toEqual(['gap']);
  });

  it('find a sixth SMS to a number in ten minutes', () => {
    const at = [0, 1, 2, 3, 4, 5].map((n) => n * MINUTE);
    const attempts = at.map((ms, n) =>
      row('approved', n, { atMs: T + ms + 30, challengeId: `${n}`, id: `${n}` }),
    );
    const over = {
      calls: at.map((ms) => start(T + ms)),
      sms: at.map((ms) => sms(T + ms + 10)),
      final: { attempts, people: [] },
    };
    expect(found(over)).toEqual(['number budget']);
    expect(found({ ...over, faults: [lossy(T + 90_000, T + 91_000)] })).toEqual([]);
  });

  it('find a third SMS to a number that is not proven', () => {
    const at = [0, 4 * MINUTE, 9 * MINUTE];
    const enrol = (ms: number) => start(T + ms, { kind: 'enrol', challengeId: ID, number: NUMBER });
    const over = { calls: at.map(enrol), sms: at.map((ms) => sms(T + ms + 10)) };
    expect(found({ ...over, final: { attempts: [], people: [] } })).toEqual(['number budget']);
  });

  it('find "not required" where nobody had switched it off', () => {
    const skipped = start(T + 3 * MINUTE, { status: 200, answer: { status: 'not_required' } });
    const calls = [...history().calls, skipped];
    expect(found({ calls })).toEqual(['required']);
    const off = modes('off', T + MINUTE);
    expect(found({ calls: [...calls, off] })).toEqual([]);
    expect(found({ calls: [...calls, off, modes('required', T + 2 * MINUTE)] })).toEqual([
      'required',
    ]);
  });

  it('find an answer that is a bug, that came late, or that openapi.yaml does not know', () => {
    const bug = call({ kind: 'get', fromMs: T, status: 500, code: 'internal_error' });
    const late = call({ kind: 'get', fromMs: T, toMs: T + 16_000 });
    const odd = call({ kind: 'get', fromMs: T, undescribed: 'an unknown member' });
    for (const [one, check] of [
      [bug, 'no bug'],
      [late, 'in time'],
      [odd, 'as described'],
    ] as const)
      expect(found({ calls: [...history().calls, one] })).toEqual([check]);
  });

  it('find a key without an expiry, and a code in a log', () => {
    const scans = [{ type: 'scan' as const, atMs: T, keys: 2, withoutExpiry: ['assay:{1}:c'] }];
    expect(found({ scans })).toEqual(['every key expires']);
    const leaks = [{ type: 'leak' as const, instance: 0, what: 'code' as const, count: 1 }];
    expect(found({ leaks })).toEqual(['nothing in logs']);
  });
});
