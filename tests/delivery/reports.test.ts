/** R043: a report moves a message forward, once, whatever its order and number, and does nothing else. */

import { answer } from '../support/twilio-stand-in.js';
import type { ReceivedMessage } from '../support/twilio-stand-in.js';
import { parametersOf } from '../support/twilio-reports.js';
import { told } from '../attack/sending/people.js';
import {
  challenge,
  deliveryOf,
  lastMessage,
  openScene,
  posts,
  report,
  reportedOf,
  reportLast,
  rowsOf,
  type Scene,
} from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.bench.close());
afterEach(() => scene.bench.twilio.behave());

async function begun() {
  const someone = await scene.people.enrolled();
  const { id } = await scene.people.begin(someone);
  return { someone, id, message: lastMessage(scene, someone) };
}

const tell = (message: ReceivedMessage, state: string, code?: number) =>
  report(
    scene,
    message,
    parametersOf(message, state, code === undefined ? [] : [['ErrorCode', String(code)]]),
  );

/** Every key of the bench with the life it has left, and what a challenge still allows. */
async function allowed(id: unknown) {
  const { body } = await challenge(scene, id);
  const { redis } = scene.bench.space;
  const keys = (await scene.bench.space.keys()).sort();
  const ends = await Promise.all(keys.map((key) => redis.pexpiretime(key)));
  const { delivery: _, ...rest } = body;
  return { rest, ends: keys.map((key, n) => [key, ends[n]]) };
}

it('R043: each report ten times and then in reverse order: one change and one audit row each', async () => {
  const { someone, id, message } = await begun();
  const sent = posts(scene, someone);
  const before = await allowed(id);
  const states = ['queued', 'sending', 'sent', 'delivered'];
  const all = [...states, ...[...states].reverse(), 'failed', 'nonsense'];
  for (const state of all)
    for (let n = 0; n < 10; n += 1) expect((await tell(message, state)).status).toBe(204);
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'delivered', reason: null });
  expect((await reportedOf(scene, someone)).slice(-2)).toEqual(['sent', 'delivered']);
  expect(await reportedOf(scene, someone)).toHaveLength(2);
  expect(await allowed(id)).toEqual(before);
  expect(posts(scene, someone)).toBe(sent);
});

it.each([
  ['delivered', undefined, 'undelivered', 30003],
  ['undelivered', 30005, 'delivered', undefined],
] as const)('R043: the first final word stays: %s (%s)', async (first, code, second, other) => {
  const { someone, id, message } = await begun();
  for (const [state, error] of [
    ...([
      [first, code],
      [second, other],
      ['sent', undefined],
    ] as const),
  ])
    await tell(message, state, error);
  expect(await deliveryOf(scene, id)).toMatchObject({ status: first });
  expect(await reportedOf(scene, someone)).toEqual([first]);
});

it('R043: equal reports at the same instant are one change', async () => {
  const { someone, id, message } = await begun();
  await Promise.all(Array.from({ length: 10 }, () => tell(message, 'delivered')));
  expect(await reportedOf(scene, someone)).toEqual(['delivered']);
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'delivered' });
});

it('R043: reports approve nothing, give no try back and reveal nothing', async () => {
  const { someone, id, message } = await begun();
  const { bench } = scene;
  const code = bench.codeFor(someone.phoneNumber);
  const wrong = code === '000000' ? '111111' : '000000';
  await bench.login.verify(id, wrong);
  const answers = await Promise.all(['sent', 'delivered'].map((state) => tell(message, state)));
  expect(answers.map(({ status, text }) => [status, text])).toEqual([
    [204, ''],
    [204, ''],
  ]);
  expect((await challenge(scene, id)).body).toMatchObject({
    ...{ status: 'pending', attemptsRemaining: 4 },
  });
  expect(told(await bench.login.verify(id, code))).toBe('200 approved');
  await tell(message, 'undelivered', 30003);
  expect((await challenge(scene, id)).body['status']).toBe('approved');
});

it("R043: a report on one message is ignored at another's address", async () => {
  const [mine, other] = [await begun(), await begun()];
  const { form } = other.message;
  const answered = await report(
    scene,
    { ...mine.message, form },
    parametersOf(mine.message, 'undelivered', [['ErrorCode', '30005']]),
  );
  expect(answered.status).toBe(204);
  for (const { someone, id } of [mine, other]) {
    expect(await deliveryOf(scene, id)).toMatchObject({ status: 'accepted' });
    expect(await reportedOf(scene, someone)).toEqual([]);
    expect(told(await scene.people.start(someone))).toBe('429 resend_cooldown');
  }
});

it('decision 15: the id that the lost answer held comes with the report, and the code is right', async () => {
  const { bench, people } = scene;
  const someone = await people.enrolled();
  bench.twilio.behave((response) => response.destroy());
  const started = await people.start(someone);
  expect(started.body).toMatchObject({ status: 'pending', delivery: { status: 'unknown' } });
  const [, before] = await rowsOf(scene, someone);
  expect(before).toMatchObject({ provider_id: null, status: 'unknown' });
  const message = lastMessage(scene, someone);
  await tell(message, 'queued');
  const [, named] = await rowsOf(scene, someone);
  expect(named).toMatchObject({ provider_id: message.sid, delivery_status: null });
  await tell(message, 'delivered');
  const { id } = started.body;
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'delivered' });
  const verified = await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
  expect(told(verified)).toBe('200 approved');
});

it('T22: a report that overtakes the answer of the provider is kept', async () => {
  const { bench, people } = scene;
  const someone = await people.enrolled();
  bench.twilio.behave((response, message) => {
    const told = report(scene, message, parametersOf(message, 'delivered'));
    void told.then(() => answer(201, { sid: message.sid, status: 'queued' })(response));
  });
  const started = await people.start(someone);
  expect(await deliveryOf(scene, started.body['id'])).toMatchObject({ status: 'delivered' });
  const [, row] = await rowsOf(scene, someone);
  expect(row).toMatchObject({ status: 'accepted', delivery_status: 'delivered' });
});

it('T21: a code whose message is never reported on is as right as any', async () => {
  const { someone, id } = await begun();
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'accepted' });
  const verified = await scene.bench.login.verify(id, scene.bench.codeFor(someone.phoneNumber));
  expect(told(verified)).toBe('200 approved');
});

it('a report after the challenge is gone is recorded, and brings nothing back', async () => {
  const { someone, id } = await begun();
  await scene.bench.age(2 * 60 * 60_000);
  expect((await reportLast(scene, someone, { state: 'delivered' })).status).toBe(204);
  expect((await challenge(scene, id)).status).toBe(404);
  expect(await reportedOf(scene, someone)).toEqual(['delivered']);
});
