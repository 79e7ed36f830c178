/** Every budget a message draws on: one more than its cap is refused, and nothing of it stays counted. */

import { RedisSendBudget } from '../../src/adapters/redis/send-budget.js';
import { NUMBER_SENDS, UNPROVEN_SENDS, UNPROVEN_SENDS_PER_DAY } from '../../src/domain/limits.js';
import { SEND_LIMITS, type SendLimit } from '../../src/domain/send-limit.js';
import type { SendLimits } from '../../src/domain/send-limits.js';
import { MemorySendBudget } from '../../src/adapters/memory/send-budget.js';
import { connectTestRedis, RedisNamespace, testHasher } from '../support/redis.js';
import { message, sceneOf, type Sending } from './budget-scene.js';

interface Dimension {
  readonly limit: SendLimit;
  /** What all messages have in common. */
  readonly same: Sending;
  readonly limits: Partial<SendLimits>;
  readonly most: number;
}

const unproven = { isProven: false } as const;
const person = { companyId: 'acme', userId: 'alice' } as const;
const address = '192.0.2.7';

const DIMENSIONS: readonly Dimension[] = [
  { limit: 'number', same: { number: 'one' }, limits: {}, most: NUMBER_SENDS },
  { limit: 'number_day', same: { number: 'one' }, limits: { numberPerDay: 3 }, most: 3 },
  {
    limit: 'unproven_number',
    same: { number: 'one', ...unproven },
    limits: {},
    most: UNPROVEN_SENDS,
  },
  { limit: 'employee_day', same: person, limits: { employeePerDay: 3 }, most: 3 },
  { limit: 'company_day', same: { companyId: 'acme', smsPerDay: 3 }, limits: {}, most: 3 },
  {
    limit: 'unproven_company_day',
    same: { companyId: 'acme', smsPerDay: 6, ...unproven },
    limits: {},
    most: 3,
  },
  { limit: 'client_hour', same: { clientId: 'shop' }, limits: { clientPerHour: 3 }, most: 3 },
  {
    limit: 'unproven_client_hour',
    same: { clientId: 'shop', ...unproven },
    limits: { clientPerHour: 6 },
    most: 3,
  },
  { limit: 'address_hour', same: { ipAddress: address }, limits: { addressPerHour: 3 }, most: 3 },
  {
    limit: 'unproven_address_hour',
    same: { ipAddress: address, ...unproven },
    limits: { addressPerHour: 6 },
    most: 3,
  },
  { limit: 'country_day', same: { country: 'GB' }, limits: { countryPerDay: 3 }, most: 3 },
  {
    limit: 'unproven_country_day',
    same: { country: 'GB', ...unproven },
    limits: { countryPerDay: 6 },
    most: 3,
  },
  { limit: 'service_day', same: {}, limits: { servicePerDay: 3 }, most: 3 },
  { limit: 'unproven_service_day', same: unproven, limits: { servicePerDay: 6 }, most: 3 },
];

const adapters = [
  [
    'memory',
    async () => ({ budget: new MemorySendBudget(() => Date.now()), close: async () => undefined }),
  ],
  ['redis', openRedisBudget],
] as const;

async function openRedisBudget() {
  const redis = await connectTestRedis();
  const space = new RedisNamespace(redis);
  const budget = new RedisSendBudget(redis, { keyHasher: testHasher(), prefix: space.prefix });
  const close = async () => {
    await space.clear();
    redis.disconnect();
  };
  return { budget, close };
}

describe.each(adapters)('budgets in %s', (_name, open) => {
  const opened: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });
  const scene = async (limits: Partial<SendLimits>) => {
    const { budget, close } = await open();
    opened.push({ close });
    return sceneOf({ budget, limits });
  };

  it.each(DIMENSIONS)(
    'R031: $limit lets $most through; the next is refused and leaves nothing counted',
    async ({ limit, same, limits, most }) => {
      const { send, owners, events } = await scene(limits);
      for (let n = 0; n < most; n += 1) {
        const letThrough = message(same);
        expect(await send(letThrough)).toBe('taken');
        expect(owners(letThrough)).toContain('service');
      }
      const refused = message(same);
      expect(await send(refused)).toBe(limit);
      expect(owners(refused)).toEqual([]);
      expect(events.filter((event) => event.startsWith('limited'))).toEqual([`limited ${limit}`]);
      expect(await send(message({ ...same, ...elsewhere(same, limit) }))).toBe(
        limit.endsWith('service_day') ? limit : 'taken',
      );
    },
  );

  it.each(DIMENSIONS)(
    'R031: 200 at once never pass $limit',
    async ({ limit, same, limits, most }) => {
      const { send, owners } = await scene(limits);
      const messages = Array.from({ length: 200 }, () => message(same));
      const told = await Promise.all(messages.map((each) => send(each)));
      expect(told.filter((word) => word === 'taken')).toHaveLength(most);
      expect(new Set(told)).toEqual(new Set(['taken', limit]));
      expect(messages.filter((each) => owners(each).length > 0)).toHaveLength(most);
    },
  );
});

it('every limit that a budget can name is driven beyond its cap here or by name elsewhere', () => {
  const elsewhereTested = [
    'open_challenges',
    'send_tries',
    'unproven_number_day',
    'number_notices_day',
    'prefix_conversion',
  ];
  const driven = DIMENSIONS.map(({ limit }) => limit);
  expect([...driven, ...elsewhereTested].sort()).toEqual([...SEND_LIMITS].sort());
});

it('R030: four unproven messages to one number in a day, however they are spread', async () => {
  let now = 1_700_000_000_000;
  const { send } = sceneOf({ budget: new MemorySendBudget(() => now) });
  const told: string[] = [];
  for (let n = 0; n <= UNPROVEN_SENDS_PER_DAY; n += 1) {
    told.push(await send(message({ number: 'one', isProven: false })));
    now += 3_600_000;
  }
  expect(told).toEqual([
    ...Array<string>(UNPROVEN_SENDS_PER_DAY).fill('taken'),
    'unproven_number_day',
  ]);
});

/** The same but for what the limit is about: another number, person, company ... */
function elsewhere(same: Sending, limit: SendLimit): Sending {
  if (limit.endsWith('service_day')) return {};
  const others: Sending = {
    number: 'another',
    userId: 'another',
    companyId: 'another',
    clientId: 'another',
    ipAddress: '192.0.2.8',
    country: 'FR',
  };
  const shared = Object.keys(same);
  return Object.fromEntries(Object.entries(others).filter(([key]) => shared.includes(key)));
}
