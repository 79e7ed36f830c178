/** SendBudget contract: meters that count in steps of time. */

import { BUDGET_STEPS } from '../../src/domain/limits.js';
import { HOUR, MINUTE, reached, SECOND, steps, taken, type SetUp } from './send-budget.harness.js';

export function describeStepMeter(setUp: SetUp): void {
  const hour = steps('a', 'client_hour', 10, HOUR);
  const step = HOUR / BUDGET_STEPS;

  it('R031: lets so many through and not one more', async () => {
    const { take, times } = await setUp(hour);
    expect(await times(10)).toEqual(taken(10));
    expect(await take()).toMatchObject({ kind: 'limit', limit: 'client_hour' });
  });

  it('lets no more through when all come at once', async () => {
    const { take } = await setUp(hour);
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => take()));
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(10);
  });

  it('never lets more through in any window: what is just inside it still counts', async () => {
    const { take, times, advance } = await setUp(hour);
    await times(10);
    await advance(HOUR - 1);
    expect((await take()).kind).toBe('limit');
  });

  it('is free again after the wait it named, and not much later than the window', async () => {
    const { take, times, advance } = await setUp(hour);
    await times(4);
    await advance(20 * MINUTE);
    await times(6);
    const refused = await take();
    if (refused.kind !== 'limit') throw new Error('was not refused');
    expect(refused.retryAfterMs).toBeGreaterThan(40 * MINUTE);
    expect(refused.retryAfterMs).toBeLessThanOrEqual(40 * MINUTE + step);
    await advance(refused.retryAfterMs - 1);
    expect((await take()).kind).toBe('limit');
    await advance(1);
    expect(await times(4)).toEqual(taken(4));
    expect((await take()).kind).toBe('limit');
  });

  it('waits for as many steps as it takes to come below a cap that was lowered', async () => {
    const { take, times, advance } = await setUp(hour);
    await times(5);
    await advance(20 * MINUTE);
    await times(5);
    const lowered = await take({ meters: [steps('a', 'client_hour', 5, HOUR)] });
    if (lowered.kind !== 'limit') throw new Error('was not refused');
    expect(lowered.retryAfterMs).toBeGreaterThan(HOUR - step);
  });

  it('frees what was taken in the step in which it was taken', async () => {
    const { take, times, advance, giveBack } = await setUp(hour);
    await take({ id: 'refused' });
    await advance(MINUTE - SECOND);
    await times(9);
    await giveBack('refused');
    expect(await times(1)).toEqual(taken(1));
    await advance(HOUR - MINUTE);
    expect((await take()).kind).toBe('limit');
  });

  it('gives nothing back that was never taken, or given back before', async () => {
    const { take, times, giveBack } = await setUp(hour);
    await take({ id: 'refused' });
    await times(9);
    for (const id of ['refused', 'refused', 'never taken']) await giveBack(id);
    expect(await times(1)).toEqual(taken(1));
    expect(await take()).toEqual(reached('client_hour', expect.any(Number) as unknown as number));
  });

  it('brings no count back by giving back what is long forgotten', async () => {
    const { take, times, advance, giveBack } = await setUp(hour);
    await take({ id: 'old' });
    await advance(3 * HOUR);
    await giveBack('old');
    expect(await times(10)).toEqual(taken(10));
    expect((await take()).kind).toBe('limit');
  });
}
