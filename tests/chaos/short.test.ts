/** A short chaos run with every invariant checked; `npm run chaos` is the long one. */

import { runChaos } from '../../chaos/chaos.js';
import { QUICK } from '../../chaos/pace.js';

describe('a short chaos run', () => {
  it('breaks no invariant while instances, Redis, PostgreSQL and the provider fail (R004, R109, R110, R117)', async () => {
    const { history, violations, report, folder } = await runChaos({
      ...{ ...QUICK, seed: 'short', operations: 250, faults: 10, instances: 2 },
      ...{ limitMs: 20_000, isKept: false },
    });
    // The report tells of each violation; its history stays in the folder.
    expect(violations.length === 0 ? '' : `${report}\n${folder}`).toBe('');
    const answers = history.calls.map(({ answer }) => answer?.status);
    expect(answers).toContain('approved');
    expect(history.faults.length).toBeGreaterThan(0);
    expect(history.farewells.length).toBeGreaterThan(0);
    expect(history.scans.length).toBeGreaterThan(0);
  }, 900_000);
});
