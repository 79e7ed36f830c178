/** The numbers that bound guessing, held against their sources. */

import * as limits from '../../src/domain/limits.js';

describe('the limits', () => {
  it('lock from the tenth failure on, 30 seconds doubling to an hour (decision 8)', () => {
    const seconds = (failures: number) => limits.lockMs(failures) / 1_000;
    expect([0, 9, 10, 11, 12, 16, 17, 49, 1_000].map(seconds)).toEqual([
      0, 0, 30, 60, 120, 1_920, 3_600, 3_600, 3_600,
    ]);
  });

  it('stay inside what NIST SP 800-63B-4 allows (R003, R020)', () => {
    expect(limits.DISABLE_AT_FAILURES).toBeLessThanOrEqual(100);
    expect(limits.ATTEMPTS_PER_CHALLENGE).toBeLessThanOrEqual(5);
    expect(limits.lockMs(limits.LOCK_FROM_FAILURES)).toBeGreaterThanOrEqual(30_000);
  });

  it('remember a counter for longer than the longest lock', () => {
    expect(limits.COUNTER_TTL_MS).toBeGreaterThan(limits.LOCK_MAX_MS);
  });
});
