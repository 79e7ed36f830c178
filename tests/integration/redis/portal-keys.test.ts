/** What portal sessions leave in Redis: nothing that opens anything, nothing that stays. */

import type { RedisClient } from '../../../src/adapters/redis/script.js';
import type { ChallengeId, CompanyId, UserId } from '../../../src/domain/ids.js';
import { guest } from '../../contract/portal-session-store.contract.js';
import { redisPortalHarness } from '../../contract/portal-session-store.redis.harness.js';
import { connectTestRedis } from '../../support/redis.js';

const HOUR_MS = 3_600_000;
const clients: RedisClient[] = [];
beforeAll(async () => {
  clients.push(await connectTestRedis());
});
afterAll(() => {
  for (const client of clients) client.disconnect();
});

function client(): RedisClient {
  const [redis] = clients;
  if (!redis) throw new Error('not connected');
  return redis;
}

const seeded = {
  ...guest,
  companyId: 'SEEDED-COMPANY' as CompanyId,
  userId: 'SEEDED-USER' as UserId,
};

/** A link, a session, and one that went through a step-up; answers every secret there was. */
async function lived(harness: ReturnType<typeof redisPortalHarness>): Promise<string[]> {
  const { store } = harness;
  const secrets: string[] = [];
  for (const kind of ['link', 'session', 'proven']) {
    const { link } = await store.open(seeded);
    secrets.push(link);
    if (kind === 'link') continue;
    const id = (await store.enter(link))?.id ?? '';
    secrets.push(id);
    if (kind === 'session') continue;
    const challengeId = 'chl_1' as ChallengeId;
    await store.beginStepUp(id, { action: 'view_phone', challengeId });
    secrets.push((await store.approveStepUp(id, challengeId))?.id ?? '');
  }
  return secrets;
}

it('R004: every key of the portal has an expiry of at most eight hours', async () => {
  const harness = redisPortalHarness(client());
  await lived(harness);
  const keys = await harness.space.keys();
  expect(keys).toHaveLength(4);
  for (const key of keys) {
    const leftMs = await client().pttl(key);
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(8 * HOUR_MS);
  }
  await harness.close();
});

it('R085: neither keys nor values hold what a browser presents', async () => {
  const harness = redisPortalHarness(client());
  const secrets = await lived(harness);
  const texts: string[] = [];
  for (const key of await harness.space.keys()) {
    texts.push(key);
    const type = await client().type(key);
    if (type === 'hash') texts.push(...Object.entries(await client().hgetall(key)).flat());
    else texts.push(...(await client().zrange(key, '0', '-1')));
  }
  expect(secrets).toHaveLength(6);
  const parts = secrets.map((secret) => secret.slice(3));
  expect(texts.filter((text) => parts.some((part) => text.includes(part)))).toEqual([]);
  await harness.close();
});

it('R102: no name of a portal key holds an id of a person', async () => {
  const harness = redisPortalHarness(client());
  await lived(harness);
  const keys = await harness.space.keys();
  expect(keys.filter((key) => key.includes('SEEDED'))).toEqual([]);
  await harness.close();
});

it('keeps everything of one person in one slot', async () => {
  const harness = redisPortalHarness(client());
  await lived(harness);
  const tags = (await harness.space.keys()).map((key) => /\{.*\}/.exec(key)?.[0]);
  expect(new Set(tags).size).toBe(1);
  await harness.close();
});

it('R085: what began under another master key counts no more, since nobody could end it', async () => {
  const { store, underAnotherKey, close } = redisPortalHarness(client());
  const { link } = await store.open(guest);
  const id = (await store.enter((await store.open(guest)).link))?.id ?? '';
  const later = underAnotherKey();
  expect(await later.readLink(link)).toBeUndefined();
  expect(await later.enter(link)).toBeUndefined();
  expect(await later.touch(id)).toBeUndefined();
  expect(await store.touch(id)).toBeDefined();
  await close();
});

it("uses the server's clock where no test gives one", async () => {
  const harness = redisPortalHarness(client());
  const { RedisPortalSessionStore } =
    await import('../../../src/adapters/redis/portal-session-store.js');
  const { testHasher } = await import('../../support/redis.js');
  const options = { keyHasher: testHasher(), prefix: harness.space.prefix };
  const { link, expiresAt } = await new RedisPortalSessionStore(client(), options).open(guest);
  const [seconds] = await client().time();
  expect(link).toHaveLength(46);
  expect(Math.abs(expiresAt.getTime() - Number(seconds) * 1_000 - 300_000)).toBeLessThan(60_000);
  await harness.close();
});
