/** The checks of what a failing part may answer: approvals that nobody hears of, and a Redis that takes no writes. */

import { checkAll } from '../../chaos/check/all.js';
import type { FaultEvent, History } from '../../chaos/history/events.js';
import { approved, call, history, ID, start, T, wrong } from './history.js';

const found = (over: Partial<History>): readonly string[] => [
  ...new Set(checkAll(history(over)).map(({ check }) => check)),
];
const fault = (kind: string, fromMs: number, toMs: number): FaultEvent => ({
  ...{ type: 'fault', n: 0, kind, fromMs, toMs, isLossy: false },
  inForce: { fromMs: fromMs + 10, toMs: toMs - 10 },
});
const told = (fromMs: number, status: number, code: string) =>
  call({ kind: 'verify', fromMs, status, code, challengeId: ID });

describe('the checks of refusals', () => {
  const before = [start(T), wrong(T + 1_000, 4)];

  it('find an approval that nobody was told of, unless an answer was lost', () => {
    const taken = told(T + 2_000, 409, 'challenge_approved');
    expect(found({ calls: [...before, taken] })).toEqual(['somebody is told']);
    for (const lost of [told(T + 1_500, 0, ''), told(T + 1_500, 503, 'temporarily_unavailable')])
      expect(found({ calls: [...before, lost, taken] })).toEqual([]);
  });

  it('find an approval while Redis could charge nothing', () => {
    const calls = [...before, approved(T + 2_000)];
    const during = fault('redis_read_only', T + 1_900, T + 2_100);
    expect(found({ calls, faults: [during] })).toEqual(['nothing compared free']);
    // It may have been compared after the fault, or before it.
    const until = fault('redis_read_only', T + 1_900, T + 2_025);
    const from = fault('redis_read_only', T + 1_995, T + 2_100);
    expect(found({ calls, faults: [until, from] })).toEqual([]);
    expect(found({ calls, faults: [fault('redis_oom', T + 1_900, T + 2_100)] })).toEqual([]);
  });

  it('find a full Redis that stops every code, unless the fault before may have', () => {
    const refused = [1_600, 1_650, 1_700].map((ms) => told(T + ms, 503, 'temporarily_unavailable'));
    const full = fault('redis_oom', T + 1_500, T + 1_900);
    const calls = [...before, ...refused, approved(T + 2_000)];
    expect(found({ calls, faults: [full] })).toEqual(['judged while full']);
    const inside = [...before, ...refused, approved(T + 1_800)];
    expect(found({ calls: inside, faults: [full] })).toEqual(['nothing compared free']);
    const judged = [...calls, wrong(T + 1_750, 3, { code: 'code_incorrect', key: 'k' })];
    expect(found({ calls: judged, faults: [full] })).not.toContain('judged while full');
    const earlier = fault('redis_hang', T - 2_000, T - 1_000);
    expect(found({ calls, faults: [earlier, full] })).toEqual([]);
  });
});
