/** The checks that hold for a person over many challenges: locks, counted failures, the way back in. */

import { checkAll } from '../../chaos/check/all.js';
import type { FarewellEvent, History, PersonRow } from '../../chaos/history/events.js';
import { history, lossy, row, start, T } from './history.js';

const found = (over: Partial<History>): readonly string[] => [
  ...new Set(checkAll(history({ calls: [], sms: [], ...over })).map(({ check }) => check)),
];
/** Failures on as many challenges, so that no challenge has too many. */
const failed = (seq: number, atMs: number) =>
  row('failed', seq, { atMs, challengeId: `chl_${seq}`, id: `f-${seq}` });
const person = (over: Partial<PersonRow> = {}): PersonRow => ({
  ...{ person: 0, failures: 0, lockedUntilMs: 0, isDisabled: false, undeliverableUntilMs: 0 },
  ...over,
});
const farewell = (over: Partial<FarewellEvent>): FarewellEvent => ({
  ...{ type: 'farewell', person: 0, atMs: T + 600_000, end: 'refused' },
  ...over,
});

describe('the checks of people', () => {
  const ten = Array.from({ length: 10 }, (_, n) => failed(n + 1, T + n * 100));
  const lastMs = T + 900;

  it('find a failure that was counted while its person was locked', () => {
    const during = { attempts: [...ten, failed(11, lastMs + 20_000)], people: [] };
    expect(found({ final: during })).toEqual(['locks hold']);
    const after = { attempts: [...ten, failed(11, lastMs + 31_000)], people: [] };
    expect(found({ final: after })).toEqual([]);
    expect(found({ final: during, faults: [lossy(lastMs + 5, lastMs + 6)] })).toEqual([]);
  });

  it('find that a lock did not double', () => {
    const attempts = [...ten, failed(11, lastMs + 31_000), failed(12, lastMs + 70_000)];
    expect(found({ final: { attempts, people: [] } })).toEqual(['locks hold']);
  });

  it('find failures on record that nobody counted, and fifty that disabled nobody', () => {
    const final = { attempts: ten.slice(0, 3), people: [person({ failures: 2 })] };
    expect(found({ final })).toEqual(['failures counted']);
    expect(found({ final: { ...final, people: [person({ failures: 3 })] } })).toEqual([]);
    const many = { attempts: [], people: [person({ failures: 50 })] };
    expect(found({ final: many })).toEqual(['failures counted']);
    const disabled = { attempts: [], people: [person({ failures: 50, isDisabled: true })] };
    expect(found({ final: disabled })).toEqual([]);
  });

  it('find whoever is kept out for no reason that the history shows', () => {
    const end = (farewells: readonly FarewellEvent[], who = person(), calls = history().calls) =>
      found({ farewells, calls, sms: history().sms, final: { ...history().final, people: [who] } });
    const kept = ['everybody gets in'];
    expect(end([farewell({ end: 'signed_in' })])).toEqual([]);
    expect(end([farewell({ end: 'gave_up', code: 'temporarily_unavailable' })])).toEqual(kept);
    expect(end([farewell({ code: 'factor_locked' })])).toEqual(kept);
    const locked = person({ lockedUntilMs: T + 700_000 });
    expect(end([farewell({ code: 'factor_locked' })], locked)).toEqual([]);
    expect(end([farewell({ code: 'factor_disabled' })])).toEqual(kept);
    expect(end([farewell({ code: 'phone_not_reachable' })])).toEqual(kept);
    expect(end([farewell({ code: 'resend_cooldown' })])).toEqual(kept);
    expect(end([farewell({ code: 'resend_cooldown', atMs: T + 60_000 })])).toEqual([]);
  });

  it('find a limit that refuses whoever has not used it up', () => {
    const asked = [0, 1, 2, 3, 4].map((n) => start(T + n * 60_000));
    const limited = farewell({ code: 'send_limit_reached', limit: 'number', atMs: T + 300_000 });
    const end = (calls: History['calls']) =>
      found({ farewells: [limited], calls, final: { attempts: [], people: [] } });
    expect(end(asked)).toEqual([]);
    expect(end(asked.slice(1))).toEqual(['everybody gets in']);
  });
});
