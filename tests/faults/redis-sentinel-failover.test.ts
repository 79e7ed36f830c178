/** A Sentinel group loses its master under a running service: killed, standing still, cut off. */

import { openEstate, type Estate } from '../support/estate.js';
import { answered } from '../support/login-service.js';
import { otherCode } from '../support/people.js';
import type { RedisNode } from '../support/redis-nodes.js';
import { startSentinelGroup, type SentinelGroup } from '../support/redis-sentinels.js';
import { approvals, opened, servedSoon as soon } from './scene.js';

let group: SentinelGroup;
let estate: Estate;
beforeAll(async () => {
  group = await startSentinelGroup();
  estate = await openEstate({ instances: 2, settings: { REDIS_URL: group.url } });
}, 300_000);
afterAll(async () => {
  await estate.close();
  await group.stop();
});

interface Loss {
  readonly fault: string;
  readonly begin: (master: RedisNode) => Promise<unknown>;
  readonly end: (master: RedisNode) => Promise<unknown>;
}

const LOSSES: readonly Loss[] = [
  { fault: 'killed', begin: (master) => master.kill(), end: (master) => group.rejoin(master) },
  {
    fault: 'standing still',
    begin: (master) => master.pause(),
    end: async (master) => {
      master.resume();
    },
  },
];

it.each(LOSSES)(
  'R110, R120: Redis behind Sentinel, the master $fault: 503 meanwhile, the next one serves by itself, used codes stay used and wrong ones counted',
  async ({ begin, end }) => {
    const { login } = estate;
    const companyId = await login.company();
    const hand = () => opened(estate, companyId);
    const [used, guessed, fresh] = [await hand(), await hand(), await hand()];
    expect((await answered(() => login.verify(used.id, used.code))).status).toBe(200);
    for (let n = 1; n <= 4; n += 1) {
      await answered(() => login.verify(guessed.id, otherCode(guessed.code, n)));
    }
    const master = await group.master();
    const sent = estate.twilio.messages.length;
    await begin(master);
    for (const answer of [
      await login.verify(fresh.id, fresh.code, {}, 'key'),
      await login.start(companyId, 'newcomer'),
    ]) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
    }
    expect(estate.twilio.messages).toHaveLength(sent);
    await group.masterAfter(master);
    expect((await soon(() => login.verify(fresh.id, fresh.code, {}, 'key'))).status).toBe(200);
    expect((await soon(() => login.verify(used.id, used.code))).status).toBe(409);
    const fifth = await soon(() => login.verify(guessed.id, otherCode(guessed.code, 5)));
    const right = await soon(() => login.verify(guessed.id, guessed.code));
    expect([fifth.status, right.status]).toEqual([422, 410]);
    for (const { id } of [used, fresh]) expect(await approvals(estate, id)).toBe(1);
    expect(await approvals(estate, guessed.id)).toBe(0);
    await end(master);
  },
  300_000,
);
