/** A company's messages of a day: how many there are, whom they never stop, and who is told (decision 36). */

import { MemorySendBudget } from '../../src/adapters/memory/send-budget.js';
import { message, sceneOf, type Scene, type Sending } from './budget-scene.js';

const HOUR = 3_600_000;
/** Noon in London, which is an hour ahead of UTC then. */
const NOON = Date.UTC(2026, 5, 1, 11);

function companyAt(given: Parameters<typeof sceneOf>[0] = {}, smsPerDay: number | null = null) {
  let now = NOON;
  const scene = sceneOf({
    budget: new MemorySendBudget(() => now),
    monotonicMs: () => now,
    ...given,
  });
  const send = (over: Sending = {}) =>
    scene.send(message({ companyId: 'acme', smsPerDay, ...over }, new Date(now)));
  const times = async (n: number, over: Sending = {}) => {
    const told: string[] = [];
    for (let i = 0; i < n; i += 1) told.push(await send(over));
    return told;
  };
  return { ...scene, send, times, advance: (ms: number) => (now += ms) };
}

const taken = (n: number) => Array<string>(n).fill('taken');
const signIn = (userId: string): Sending => ({ userId, purpose: 'sign_in' });

describe('a company that has used up its day', () => {
  it('R081: still lets every person sign in once, and refuses the second code', async () => {
    const { send, times } = companyAt({}, 2);
    await times(2);
    expect(await send(signIn('alice'))).toBe('taken');
    expect(await send(signIn('bob'))).toBe('taken');
    expect(await send(signIn('alice'))).toBe('company_day');
  });

  it('R031: refuses whatever is no sign-in with a proven number', async () => {
    const { send, times } = companyAt({}, 2);
    await times(2);
    expect(await send({ userId: 'alice', purpose: 'step_up' })).toBe('company_day');
    expect(await send({ userId: 'alice', purpose: 'change_phone' })).toBe('company_day');
    expect(await send({ ...signIn('alice'), isProven: false })).toBe('company_day');
  });

  it('lets a person sign in again on the next day where the company is, if earlier than the day before', async () => {
    const { send, advance } = companyAt({}, 1);
    await send();
    expect(await send(signIn('alice'))).toBe('taken');
    advance(11 * HOUR);
    expect(await send(signIn('alice'))).toBe('company_day');
    advance(1.5 * HOUR);
    expect(await send(signIn('alice'))).toBe('taken');
  });

  it('takes a code that was not sent for none: the next is the first again', async () => {
    const { deps, send } = companyAt({ limits: { servicePerDay: 2 } }, 1);
    await send();
    const { giveBackBudgets, takeBudgets } = await import('../../src/app/sending/take-budgets.js');
    const refused = message(
      { companyId: 'acme', smsPerDay: 1, ...signIn('alice') },
      new Date(NOON),
    );
    await takeBudgets(deps, refused);
    await giveBackBudgets(deps, refused);
    expect(await send(signIn('alice'))).toBe('taken');
  });

  it('R077: leaves another company alone', async () => {
    const { send, times } = companyAt({}, 2);
    await times(3);
    expect(await send({ companyId: 'globex', userId: 'carol' })).toBe('taken');
  });

  it('decision 14: unproven numbers leave the other half to proven ones', async () => {
    const { send, times } = companyAt({}, 10);
    expect(await times(6, { isProven: false })).toEqual([...taken(5), 'unproven_company_day']);
    expect(await times(5)).toEqual(taken(5));
    expect(await send()).toBe('company_day');
  });
});

describe('the number of people', () => {
  it('is not asked for while a company is far from the floor of 200', async () => {
    const { times, counted } = companyAt();
    await times(139);
    expect(counted).toEqual([]);
  });

  it('is asked for every ten seconds from seventy percent on, and gives six a person', async () => {
    const { times, send, counted, advance } = companyAt({ people: 50 });
    expect(await times(300)).toEqual(taken(300));
    expect(await send()).toBe('company_day');
    expect(counted).toHaveLength(1);
    advance(10_000);
    await send();
    expect(counted).toHaveLength(2);
  });

  it('is counted before a company is refused by the floor alone', async () => {
    const { times, send, advance } = companyAt({ people: 50 });
    await times(200);
    advance(10_000);
    expect(await send()).toBe('taken');
  });

  it('decision 36: lets a company without a roster enrol all its people on its first day', async () => {
    let met = 0;
    const company = companyAt({ people: () => met });
    for (let minute = 0; minute < 10; minute += 1) {
      for (let n = 0; n < 100; n += 1) {
        met += 1;
        expect(await company.send({ isProven: false, purpose: 'sign_in' })).toBe('taken');
      }
      company.advance(60_000);
    }
  });

  it('gives 200 to the smallest', async () => {
    const { times, send } = companyAt({ people: 2 });
    expect(await times(200)).toEqual(taken(200));
    expect(await send()).toBe('company_day');
  });

  it('R081: raises nothing above the operator’s ceiling, nor does the company itself', async () => {
    const limits = { companyPerDay: 150 };
    const many = companyAt({ people: 10_000, limits });
    expect(await many.times(151)).toEqual([...taken(150), 'company_day']);
    const bold = companyAt({ limits }, 1_000_000);
    expect(await bold.times(151)).toEqual([...taken(150), 'company_day']);
  });
});

describe('the warning', () => {
  const near = ({ events }: Pick<Scene, 'events'>) =>
    events.filter((each) => each.startsWith('near'));

  it('R031: is told once a day, at seventy percent, and stands in the records', async () => {
    const company = companyAt({}, 10);
    await company.times(6);
    expect(near(company)).toEqual([]);
    await company.times(5);
    expect(near(company)).toEqual(['near acme']);
    expect(company.audits).toMatchObject([
      { kind: 'send.near_limit', companyId: 'acme', userId: null, facts: { used: 7, most: 10 } },
    ]);
    company.advance(25 * HOUR);
    await company.times(7);
    expect(near(company)).toEqual(['near acme', 'near acme']);
  });

  it('is not told for seventy percent of a floor that does not hold', async () => {
    const company = companyAt({ people: 1_000 });
    await company.times(250);
    expect(near(company)).toEqual([]);
  });
});
