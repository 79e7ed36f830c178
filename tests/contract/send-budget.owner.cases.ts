/** SendBudget contract: owners, repeats, soft takes and warnings. */

import { DAY, each, HOUR, MINUTE, steps, taken, type SetUp } from './send-budget.harness.js';

export function describeOwners(setUp: SetUp): void {
  const number = each('b', ['number', 3, 10 * MINUTE]);
  const day = steps('a', 'company_day', 3, DAY);

  it.each([
    ['another of its kind', ['number', 'two']],
    ['another kind of the same name', ['company', 'one']],
    ['one whose parts only join to the same text', ['number', 'on', 'e']],
  ] as const)('counts an owner by itself: %s', async (_what, owner) => {
    const { take, times } = await setUp(number);
    expect(await times(3)).toEqual(taken(3));
    expect((await take()).kind).toBe('limit');
    expect(await times(3, { owner })).toEqual(taken(3));
  });

  it.each([number, day])(
    'takes a repeat of one message for the same message: %#',
    async (meter) => {
      const { take, times, giveBack } = await setUp(meter);
      for (let i = 0; i < 5; i += 1) expect((await take({ id: 'same' })).kind).toBe('taken');
      expect(await times(2)).toEqual(taken(2));
      expect((await take()).kind).toBe('limit');
      expect((await take({ id: 'same' })).kind).toBe('taken');
      await giveBack('same');
      expect(await times(1)).toEqual(taken(1));
      expect((await take()).kind).toBe('limit');
    },
  );

  it('gives back on every meter, once, and no other message', async () => {
    const { take, times, giveBack } = await setUp(number, day);
    await take({ id: 'refused' });
    await times(2);
    for (const id of ['refused', 'refused', 'never taken']) await giveBack(id);
    expect(await times(1)).toEqual(taken(1));
    expect((await take({ meters: [number] })).kind).toBe('limit');
    expect((await take({ meters: [day] })).kind).toBe('limit');
  });

  it('gives back what another message took on fewer meters', async () => {
    const { take, times, giveBack } = await setUp(number, day);
    await take({ id: 'proven', meters: [number] });
    await giveBack('proven');
    expect(await times(3)).toEqual(taken(3));
  });

  it('counts a soft take all the same, and says which cap would have refused it', async () => {
    const { take, times } = await setUp(day);
    await times(3);
    const soft = await take({ isSoft: true });
    expect(soft).toMatchObject({ kind: 'taken', used: [4], over: { limit: 'company_day' } });
    expect(await take({ isSoft: true })).toMatchObject({ used: [5] });
    expect((await take()).kind).toBe('limit');
  });

  it('says how much each meter holds, and that nothing is over below the caps', async () => {
    const { take, times } = await setUp(day, number);
    await times(1, { meters: [day] });
    expect(await take()).toEqual({
      kind: 'taken',
      over: null,
      used: [2, 1],
      sincePreviousMs: null,
      isWarning: false,
    });
  });

  it('warns once when so many are reached, and again after the time it was given', async () => {
    const { take, advance } = await setUp(steps('a', 'company_day', 50, DAY));
    const warn = { at: 3, everyMs: 6 * HOUR };
    const warnings: unknown[] = [];
    for (let i = 0; i < 5; i += 1) {
      const outcome = await take({ warn });
      warnings.push(outcome.kind === 'taken' && outcome.isWarning);
    }
    expect(warnings).toEqual([false, false, true, false, false]);
    await advance(6 * HOUR);
    expect(await take({ warn })).toMatchObject({ isWarning: true });
  });
}
