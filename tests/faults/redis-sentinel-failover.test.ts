/** A Sentinel group loses its master under a running service: killed, standing still, cut off. */

import { openEstate, type Estate } from '../support/estate.js';
import { answered, type Answer } from '../support/login-service.js';
import { otherCode } from '../support/people.js';
import type { RedisNode } from '../support/redis-nodes.js';
import { startSentinelGroup, type SentinelGroup } from '../support/redis-sentinels.js';
import { approvals, enrolled, repeated } from './redis-scene.js';

/** After the sentinels name another master. */
const RECOVERY_MS = 10_000;

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

const soon = (call: () => Promise<Answer>) => repeated(call, AbortSignal.timeout(RECOVERY_MS));

async function opened(): Promise<{ id: string; code: string }> {
  const companyId = await estate.login.company();
  const person = await enrolled(estate, companyId);
  const { id } = await estate.login.begin(companyId, person.userId);
  return { id, code: estate.codeFor(person.phoneNumber) };
}

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
    const [used, guessed, fresh] = [await opened(), await opened(), await opened()];
    expect((await answered(() => login.verify(used.id, used.code))).status).toBe(200);
    for (let n = 1; n <= 4; n += 1) {
      await answered(() => login.verify(guessed.id, otherCode(guessed.code, n)));
    }
    const master = await group.master();
    const sent = estate.twilio.messages.length;
    await begin(master);
    for (const answer of [
      await login.verify(fresh.id, fresh.code, {}, 'key'),
      await login.start(await estate.login.company(), 'newcomer'),
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
