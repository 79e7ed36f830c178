/** SendBudget contract: meters that count each message. */

import { DAY, each, HOUR, MINUTE, reached, taken, type SetUp } from './send-budget.harness.js';

export function describeEachMeter(setUp: SetUp): void {
  const number = each('b', ['number', 5, 10 * MINUTE]);
  const day = each('d', ['unproven_number', 2, 10 * MINUTE], ['unproven_number_day', 4, DAY]);

  it('R030: lets so many through in any window, whenever it begins', async () => {
    const { take, times, advance } = await setUp(number);
    await times(1);
    await advance(MINUTE);
    expect(await times(4)).toEqual(taken(4));
    expect(await take()).toEqual(reached('number', 9 * MINUTE));
    await advance(9 * MINUTE);
    expect(await times(1)).toEqual(taken(1));
    expect(await take()).toEqual(reached('number', MINUTE));
  });

  it('lets no more through when all come at once', async () => {
    const { take } = await setUp(number);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => take()));
    expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(5);
  });

  it('keeps the rest of a total for those who do not draw on a share of it', async () => {
    const { take, times } = await setUp(number, day);
    expect(await times(2)).toEqual(taken(2));
    expect(await take()).toEqual(reached('unproven_number', 10 * MINUTE));
    expect(await times(3, { meters: [number] })).toEqual(taken(3));
    expect(await take({ meters: [number] })).toEqual(reached('number', 10 * MINUTE));
  });

  it('holds several windows over one count', async () => {
    const { take, times, advance } = await setUp(day);
    await times(2);
    await advance(HOUR);
    expect(await times(2)).toEqual(taken(2));
    await advance(10 * MINUTE);
    const untilDayIsOver = 22 * HOUR + 50 * MINUTE;
    expect(await take()).toEqual(reached('unproven_number_day', untilDayIsOver));
    await advance(untilDayIsOver);
    expect(await times(2)).toEqual(taken(2));
  });

  it('names the longest wait, so that waiting that long works', async () => {
    const { take, times, advance } = await setUp(number, day);
    await times(2, { meters: [number] });
    await advance(5 * MINUTE);
    await times(2);
    await times(1, { meters: [number] });
    expect(await take()).toEqual(reached('unproven_number', 10 * MINUTE));
    expect(await take({ meters: [number] })).toEqual(reached('number', 5 * MINUTE));
  });

  it('tells how long the message before is ago, of the first meter', async () => {
    const { take, advance, giveBack } = await setUp(each('s'), number);
    expect(await take({ id: 'first' })).toMatchObject({ sincePreviousMs: null });
    await advance(7_000);
    expect(await take({ id: 'second' })).toMatchObject({ sincePreviousMs: 7_000 });
    await giveBack('second');
    expect(await take()).toMatchObject({ sincePreviousMs: 7_000 });
  });

  it('counts on all meters or on none', async () => {
    const { take, times } = await setUp(number, day);
    await times(2);
    await times(3);
    expect(await times(3, { meters: [number] })).toEqual(taken(3));
    expect(await take({ meters: [number] })).toMatchObject({ kind: 'limit' });
  });
}
