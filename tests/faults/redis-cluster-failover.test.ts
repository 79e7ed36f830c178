/** A Redis Cluster with replicas loses masters, its majority and slots under a running service. */

import { openEstate, type Estate } from '../support/estate.js';
import { answered } from '../support/login-service.js';
import { otherCode } from '../support/people.js';
import { until } from '../support/redis.js';
import type { RedisNode } from '../support/redis-nodes.js';
import {
  startReplicatedCluster,
  type ReplicatedCluster,
} from '../support/redis-replicated-cluster.js';
import { approvals, opened, servedSoon as soon } from './scene.js';

let cluster: ReplicatedCluster;
let estate: Estate;
beforeAll(async () => {
  cluster = await startReplicatedCluster();
  estate = await openEstate({ instances: 2, settings: { REDIS_URL: cluster.url } });
}, 300_000);
afterAll(async () => {
  await estate.close();
  await cluster.stop();
});

type Opened = Awaited<ReturnType<typeof opened>>;

/** Challenges of several people, in slots of every master. */
async function openedBy(count: number): Promise<Opened[]> {
  const companyId = await estate.login.company();
  const all: Opened[] = [];
  for (let n = 0; n < count; n += 1) all.push(await opened(estate, companyId));
  return all;
}

/** The master that holds this challenge. */
async function holderOf({ id }: Opened): Promise<RedisNode> {
  for (const master of await cluster.masters()) {
    if (((await master.ask('KEYS', `*${id}*`)) as string[]).length > 0) return master;
  }
  throw new Error('nobody holds this challenge');
}

it.each(['killed', 'standing still'] as const)(
  'R110, R120: Redis Cluster, a master %s: 503 meanwhile, its replica serves by itself, used codes stay used and wrong ones counted',
  async (fault) => {
    const { login } = estate;
    const [used, guessed, fresh] = await openedBy(3);
    if (!used || !guessed || !fresh) throw new Error('no challenges');
    expect((await answered(() => login.verify(used.id, used.code))).status).toBe(200);
    for (let n = 1; n <= 4; n += 1) {
      await answered(() => login.verify(guessed.id, otherCode(guessed.code, n)));
    }
    const master = await holderOf(fresh);
    await (fault === 'killed' ? master.kill() : master.pause());
    const meanwhile = await login.verify(fresh.id, fresh.code, {}, 'key');
    expect([200, 503]).toContain(meanwhile.status);
    await cluster.replaced(master);
    expect(await soon(() => login.verify(fresh.id, fresh.code, {}, 'key'))).toMatchObject({
      status: 200,
    });
    expect((await soon(() => login.verify(used.id, used.code))).status).toBe(409);
    const fifth = await soon(() => login.verify(guessed.id, otherCode(guessed.code, 5)));
    const right = await soon(() => login.verify(guessed.id, guessed.code));
    expect([fifth.status, right.status]).toEqual([422, 410]);
    for (const { id } of [used, fresh]) expect(await approvals(estate, id)).toBe(1);
    expect(await approvals(estate, guessed.id)).toBe(0);
    if (fault === 'killed') await master.start();
    else master.resume();
    await cluster.settled();
  },
  300_000,
);

it('R111: Redis Cluster without a majority: 503 and nothing sent, and all goes on when it is back', async () => {
  const { login } = estate;
  const [open] = await openedBy(1);
  if (!open) throw new Error('no challenge');
  const [one, other] = await cluster.masters();
  if (!one || !other) throw new Error('no masters');
  const sent = estate.twilio.messages.length;
  await Promise.all([one.pause(), other.pause()]);
  const [left] = (await cluster.masters()).filter((node) => node !== one && node !== other);
  await until(async () =>
    String(await left?.ask('CLUSTER', 'INFO')).includes('cluster_state:fail'),
  );
  expect(await login.verify(open.id, open.code, {}, 'key')).toMatchObject({
    status: 503,
    body: { code: 'temporarily_unavailable' },
  });
  expect(estate.twilio.messages).toHaveLength(sent);
  one.resume();
  other.resume();
  await cluster.settled();
  expect((await soon(() => login.verify(open.id, open.code, {}, 'key'))).status).toBe(200);
  expect(await approvals(estate, open.id)).toBe(1);
}, 300_000);

it('R111: Redis Cluster moving a slot: no code is lost, and no call is answered wrong', async () => {
  const { login } = estate;
  const [open] = await openedBy(1);
  if (!open) throw new Error('no challenge');
  const from = await holderOf(open);
  const [to] = (await cluster.masters()).filter((node) => node !== from);
  if (!to) throw new Error('no other master');
  const [key = ''] = (await from.ask('KEYS', `*${open.id}*`)) as string[];
  const slot = String(await from.ask('CLUSTER', 'KEYSLOT', key));
  const move = await begun(slot, { from, to });
  const keys = (await from.ask('CLUSTER', 'GETKEYSINSLOT', slot, '1000')) as string[];
  for (const [n, moved] of keys.entries()) {
    // Some keys are here and some there: charged or not, it is told as "not now".
    const meanwhile = await login.verify(open.id, otherCode(open.code, n + 1));
    expect([410, 422, 503]).toContain(meanwhile.status);
    await move(moved);
  }
  // All are there, and the slot is still called the old master's: every call is sent on by ASK.
  expect([410, 422, 503]).toContain((await login.verify(open.id, otherCode(open.code, 9))).status);
  await ended(slot, to);
  const after = await soon(() => login.verify(open.id, open.code));
  expect([200, 410]).toContain(after.status);
  expect(await approvals(estate, open.id)).toBe(after.status === 200 ? 1 : 0);
}, 300_000);

/** Answers how to move one key. */
async function begun(
  slot: string,
  { from, to }: { from: RedisNode; to: RedisNode },
): Promise<(key: string) => Promise<unknown>> {
  const [fromId, toId] = [await from.ask('CLUSTER', 'MYID'), await to.ask('CLUSTER', 'MYID')];
  await to.ask('CLUSTER', 'SETSLOT', slot, 'IMPORTING', String(fromId));
  await from.ask('CLUSTER', 'SETSLOT', slot, 'MIGRATING', String(toId));
  return (key) => from.ask('MIGRATE', '127.0.0.1', String(to.port), key, '0', '5000');
}

async function ended(slot: string, owner: RedisNode): Promise<void> {
  const id = String(await owner.ask('CLUSTER', 'MYID'));
  await owner.ask('CLUSTER', 'SETSLOT', slot, 'NODE', id);
  for (const master of await cluster.masters()) {
    await master.ask('CLUSTER', 'SETSLOT', slot, 'NODE', id);
  }
}
