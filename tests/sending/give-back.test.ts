/** Budgets when stores fail, when strangers waste them, and however an address or a number is spelled. */

import { MemorySendBudget } from '../../src/adapters/memory/send-budget.js';
import { RedisSendBudget } from '../../src/adapters/redis/send-budget.js';
import type { SendBudget } from '../../src/app/ports/send-budget.js';
import { StoreUnavailableError } from '../../src/app/errors.js';
import { giveBackBudgets } from '../../src/app/sending/take-budgets.js';
import { connectTestRedis, RedisNamespace, testHasher } from '../support/redis.js';
import { message, sceneOf } from './budget-scene.js';

const OWNERS = ['number', 'employee', 'company', 'client', 'address', 'country', 'service'];
const same = {
  ...{ number: 'one', companyId: 'acme', userId: 'alice', clientId: 'shop' },
  ...{ ipAddress: '192.0.2.7', country: 'GB', smsPerDay: 1 },
};
const ONE = {
  ...{ numberPerDay: 1, employeePerDay: 1, clientPerHour: 1, addressPerHour: 1 },
  ...{ countryPerDay: 1, servicePerDay: 1 },
};

/** The store does what it is asked, and its answer is lost. */
function losing(inner: SendBudget, lost: (kind: string) => boolean): SendBudget {
  const answer = async <T>(work: Promise<T>, kind: string): Promise<T> => {
    const done = await work;
    if (lost(kind)) throw new StoreUnavailableError('redis', 'timeout');
    return done;
  };
  return {
    take: (request) => answer(inner.take(request), request.owner[0]),
    giveBack: (request) => inner.giveBack(request),
  };
}

it.each(OWNERS)('a lost answer of %s is given back with all the others', async (owner) => {
  let isLossy = true;
  const inner = new MemorySendBudget(() => Date.now());
  const budget = losing(inner, (kind) => isLossy && kind === owner);
  const { send } = sceneOf({ budget, limits: ONE });
  expect(await send(message(same))).toBe('redis unavailable: timeout');
  isLossy = false;
  expect(await send(message(same))).toBe('taken');
  expect(await send(message(same))).not.toBe('taken');
});

it('a message given back twice frees one place, and what went out keeps its own', async () => {
  const { deps, send } = sceneOf({ limits: { servicePerDay: 2 } });
  const refused = message();
  expect([await send(message()), await send(refused)]).toEqual(['taken', 'taken']);
  await giveBackBudgets(deps, refused);
  await giveBackBudgets(deps, refused);
  expect([await send(message()), await send(message())]).toEqual(['taken', 'service_day']);
});

it('what cannot be given back is told, and given back later', async () => {
  const inner = new MemorySendBudget(() => Date.now());
  let isAway = true;
  const stuck: SendBudget = {
    take: (request) => inner.take(request),
    giveBack: async (request) => {
      if (isAway) throw new StoreUnavailableError('redis', 'timeout');
      await inner.giveBack(request);
    },
  };
  const { deps, send, later, events } = sceneOf({ budget: stuck, limits: { clientPerHour: 1 } });
  const refused = message({ clientId: 'shop' });
  await send(refused);
  await giveBackBudgets(deps, refused);
  await later();
  expect(events).toEqual(['deferred give_back', 'deferred give_back']);
  isAway = false;
  await later();
  expect(await send(message({ clientId: 'shop' }))).toBe('taken');
});

describe('strangers who waste messages on numbers they do not have', () => {
  it('decision 14: leave a proven number its sign-ins', async () => {
    const { send } = sceneOf();
    const wasted = () => message({ number: 'hers', isProven: false });
    expect([await send(wasted()), await send(wasted()), await send(wasted())]).toEqual([
      ...['taken', 'taken', 'unproven_number'],
    ]);
    for (let n = 0; n < 3; n += 1) expect(await send(message({ number: 'hers' }))).toBe('taken');
  });

  it.each([
    ['service', {}, { servicePerDay: 6 }],
    ['country', { country: 'GB' }, { countryPerDay: 6 }],
    ['address', { ipAddress: '192.0.2.7' }, { addressPerHour: 6 }],
    ['client', { clientId: 'shop' }, { clientPerHour: 6 }],
  ])(
    'R031: leave half of the budget of the %s to proven sign-ins',
    async (_what, shared, limits) => {
      const { send } = sceneOf({ limits });
      for (let n = 0; n < 20; n += 1) await send(message({ ...shared, isProven: false }));
      for (let n = 0; n < 3; n += 1) expect(await send(message(shared))).toBe('taken');
      expect(await send(message(shared))).not.toBe('taken');
    },
  );
});

describe('R032: a client address', () => {
  const limits = { addressPerHour: 2 };
  const from = async (...addresses: string[]) => {
    const { send } = sceneOf({ limits });
    const told: string[] = [];
    for (const ipAddress of addresses) told.push(await send(message({ ipAddress })));
    return told.at(-1);
  };

  it.each([
    ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:C000:207'],
    ['192.0.2.7', '0:0:0:0:0:ffff:c000:0207', '0000:0000:0000:0000:0000:FFFF:192.0.2.7'],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:0DB8:0001:0002:0:0:0:1'],
    ['fe80::1%eth0', 'fe80::2', 'fe80::3%eth1'],
  ])('shares one budget however it is spelled: %s, %s, %s', async (...addresses) => {
    expect(await from(...addresses)).toBe('address_hour');
  });

  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2.8'],
    ['::ffff:192.0.2.7', '::ffff:192.0.2.7', '::ffff:192.0.2.8'],
    ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:3::1'],
  ])('has a budget of its own: %s, %s, %s', async (...addresses) => {
    expect(await from(...addresses)).toBe('taken');
  });

  it('counts nobody together of whom no address is known', async () => {
    const { send } = sceneOf({ limits });
    for (let n = 0; n < 4; n += 1) expect(await send(message({ ipAddress: null }))).toBe('taken');
  });
});

it('decision 36: the budget of a number grows with the people who have proven it, up to five', async () => {
  const { send } = sceneOf({ limits: { numberPerDay: 1_000 } });
  const most = async (number: string, holders: number) => {
    let n = 0;
    while ((await send(message({ number, holders }))) === 'taken') n += 1;
    return n;
  };
  expect([await most('a', 0), await most('b', 1), await most('c', 3), await most('d', 9)]).toEqual([
    ...[5, 5, 15, 25],
  ]);
});

it('R004, R102: every key has an expiry and tells nobody; what was given back adds none', async () => {
  const redis = await connectTestRedis();
  const space = new RedisNamespace(redis);
  const budget = new RedisSendBudget(redis, { keyHasher: testHasher(), prefix: space.prefix });
  const { send, deps } = sceneOf({ budget });
  const seeded = {
    ...{ number: 'SEEDED-1', companyId: 'SEEDED-2', userId: 'SEEDED-3', clientId: 'SEEDED-4' },
    ...{ ipAddress: '203.0.113.77', country: 'SEEDED-5', smsPerDay: 1 },
  };
  for (const isProven of [true, false]) await send(message({ ...seeded, isProven }));
  const refused = message(seeded);
  await send(refused);
  await giveBackBudgets(deps, refused);
  const keys = await space.keys();
  expect(keys.length).toBeGreaterThan(15);
  expect(
    keys.filter((key) => /SEEDED|203\.0|:[0-9a-f]{2}c/.test(key.slice(space.prefix.length))),
  ).toEqual([]);
  const lives = await Promise.all(keys.map((key) => redis.pttl(key)));
  expect(lives.filter((life) => life <= 0)).toEqual([]);
  await space.clear();
  redis.disconnect();
});
