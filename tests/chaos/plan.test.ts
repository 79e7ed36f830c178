/** The plan of a chaos run comes from its seed alone. */

import { sizeOf } from '../../chaos/plan/acts.js';
import { EPISODE_WEIGHTS } from '../../chaos/plan/episodes.js';
import { FAULT_KINDS } from '../../chaos/plan/faults.js';
import { numberOf, ownerOf, people } from '../../chaos/plan/people.js';
import { makePlan } from '../../chaos/plan/plan.js';

const options = { operations: 20_000, faults: 300, thinkMs: 3_000 };

describe('the plan of a chaos run', () => {
  const plan = makePlan({ ...options, seed: '1' });

  it('is the same for the same seed, and another for another', () => {
    expect(makePlan({ ...options, seed: '1' })).toEqual(plan);
    expect(makePlan({ ...options, seed: '2' })).not.toEqual(plan);
  });

  it('holds at least as many requests and exactly as many faults as asked for', () => {
    const sizes = plan.episodes.flatMap(({ steps }) =>
      steps.flatMap(({ acts }) => acts.map(sizeOf)),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(plan.operations);
    expect(plan.operations).toBeGreaterThanOrEqual(options.operations);
    expect(plan.faults).toHaveLength(options.faults);
  });

  it('numbers its requests one after the other', () => {
    let next = 0;
    for (const { n, acts } of plan.episodes.flatMap(({ steps }) => steps)) {
      expect(n).toBe(next);
      next += acts.reduce((sum, act) => sum + sizeOf(act), 0);
    }
  });

  it('has every kind of fault and of visit in a long run', () => {
    expect(new Set(plan.faults.map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
    expect(new Set(plan.episodes.map(({ name }) => name))).toEqual(
      new Set(Object.keys(EPISODE_WEIGHTS)),
    );
  });

  it('lets Redis forget in its first part alone, so that budgets can be held to the letter later', () => {
    const last = plan.faults.findLastIndex(({ isLossy }) => isLossy);
    expect(last).toBeLessThanOrEqual(options.faults * 0.4);
    expect(plan.faults.filter(({ isLossy }) => isLossy).length).toBeGreaterThan(5);
  });

  it('has the faults in the order of the requests they come after', () => {
    const after = plan.faults.map(({ afterOperation }) => afterOperation);
    expect(after).toEqual([...after].sort((a, b) => a - b));
    expect(after.at(-1)).toBeLessThan(plan.operations);
  });

  it('gives nobody the number of another', () => {
    const everybody = people(10_000);
    const numbers = everybody.flatMap((person) => [0, 7, 19].map((n) => numberOf(person, n)));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const person of everybody) expect(ownerOf(numberOf(person, 45))).toBe(person.index);
  });
});
