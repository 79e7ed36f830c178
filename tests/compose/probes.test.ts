/** What /health/dependencies tells of: the parts there are, and no others. */

import { probeParts } from '../../src/compose/probes.js';

type Probed = Parameters<typeof probeParts>[0];

const database: Probed['database'] = { ping: async () => new Date() };
const health = { serverTimeMs: 0, memoryPolicy: 'keeps', version: '7' } as const;
const served = { database, pending: { probe: async () => health } };
const twilio = { outbox: null, isBroken: () => false };

const told = async (parts: Probed) =>
  (await probeParts(parts)).map(({ part, status, reason }) => [part, status, reason]);

it('R120: tells of PostgreSQL, Redis and Twilio where they are used', async () => {
  expect(await told({ ...served, sending: twilio })).toEqual([
    ['postgres', 'up', null],
    ['redis', 'up', null],
    ['twilio', 'up', null],
  ]);
});

it('R120: tells of Twilio as down while its breaker is open', async () => {
  const broken = { ...twilio, isBroken: () => true };
  expect(await told({ ...served, sending: broken })).toContainEqual([
    'twilio',
    'down',
    'breaker_open',
  ]);
});

it('says nothing of Redis and Twilio where the process keeps all to itself', async () => {
  const alone = { database, pending: { probe: null }, sending: { ...twilio, outbox: () => [] } };
  expect(await told(alone)).toEqual([['postgres', 'up', null]]);
});
