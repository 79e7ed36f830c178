/** What a number is told when it is a factor no more has budgets of its own (R031, R051). */

import { MemorySendBudget } from '../../src/adapters/memory/send-budget.js';
import { StoreUnavailableError } from '../../src/app/errors.js';
import { giveBackNotice, takeNotice } from '../../src/app/phone/notice-budget.js';
import type { SendBudget } from '../../src/app/ports/send-budget.js';
import type { MessageId } from '../../src/domain/ids.js';
import { NOTICES_PER_DAY } from '../../src/domain/limits.js';
import type { SendLimits } from '../../src/domain/send-limits.js';
import { message, sceneOf, WIDE } from './budget-scene.js';

const DAY = 24 * 3_600_000;

function notices(limits: Partial<SendLimits> = {}, store?: SendBudget) {
  let now = Date.UTC(2026, 5, 1);
  let next = 0;
  const events: string[] = [];
  const budget = store ?? new MemorySendBudget(() => now);
  const deps = {
    budget,
    clock: { after: () => undefined },
    events: {
      sendLimited: (limit: string) => events.push(`limited ${limit}`),
      deferred: (what: string) => events.push(`deferred ${what}`),
    },
    rules: { sendLimits: { ...WIDE, ...limits } },
  };
  const notice = (index = 'one') => ({
    ...{ id: `notice-${String((next += 1))}` as MessageId, index, country: 'GB' },
  });
  return {
    ...{ budget, deps, events, notice },
    take: (index?: string) => takeNotice(deps, notice(index)),
    advance: (ms: number) => (now += ms),
  };
}

it('R031: five notices a day go to one number; the next is refused and said so, another number is told', async () => {
  const { take, events, advance } = notices();
  for (let n = 0; n < NOTICES_PER_DAY; n += 1) expect(await take()).toBeNull();
  expect(await take()).toBe('number_notices_day');
  expect(events).toEqual(['limited number_notices_day']);
  expect(await take('another')).toBeNull();
  advance(DAY);
  expect(await take()).toBeNull();
});

it.each(['servicePerDay', 'countryPerDay'] as const)(
  'R031: notices count in %s, and one that is refused nowhere',
  async (name) => {
    const { take, budget } = notices({ [name]: 2 });
    expect([await take('a'), await take('b')]).toEqual([null, null]);
    expect(await take('c')).toBe(name === 'servicePerDay' ? 'service_day' : 'country_day');
    const { send } = sceneOf({ budget, limits: { [name]: 3 } });
    expect(await send(message({ country: 'GB' }))).toBe('taken');
  },
);

it('R030: notices leave a number all the codes of its sign-ins', async () => {
  const { take, budget } = notices();
  for (let n = 0; n < NOTICES_PER_DAY; n += 1) await take('hers');
  const { send } = sceneOf({ budget });
  for (let n = 0; n < 5; n += 1) expect(await send(message({ number: 'hers' }))).toBe('taken');
});

it('decision 13: a notice that was not sent is given back everywhere', async () => {
  const { deps, notice } = notices({ servicePerDay: 1 });
  const refused = notice();
  expect(await takeNotice(deps, refused)).toBeNull();
  await giveBackNotice(deps, refused);
  expect(await takeNotice(deps, notice())).toBeNull();
});

it('R051: while the store of budgets is away the number is told all the same', async () => {
  const away = () => Promise.reject(new StoreUnavailableError('redis', 'timeout'));
  const { take } = notices({}, { take: away, giveBack: away });
  expect(await take()).toBeNull();
});
