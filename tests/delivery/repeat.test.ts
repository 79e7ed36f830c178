/** R044, T12: a text that did not arrive for a reason that may pass is sent once more, and never twice. */

import { operatorAudit } from '../../src/cli/operator.js';
import { parametersOf } from '../support/twilio-reports.js';
import { MINUTE, told, type Someone } from '../attack/sending/people.js';
import {
  deliveryOf,
  lastMessage,
  openScene,
  posts,
  report,
  reportLast,
  rowsOf,
  type Scene,
} from './scene.js';

const TEMPORARY = { state: 'undelivered', code: 30003 } as const;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.bench.close());
afterEach(() => scene.bench.twilio.behave());

async function begun(): Promise<{ someone: Someone; id: string; sent: number }> {
  const someone = await scene.people.enrolled();
  const { id } = await scene.people.begin(someone);
  return { someone, id, sent: posts(scene, someone) };
}

it('sends the same code, inside the same life, and counts it as any other send', async () => {
  const { bench } = scene;
  const { someone, id, sent } = await begun();
  const code = bench.codeFor(someone.phoneNumber);
  const before = await bench.login.call(`/v1/challenges/${id}`);
  await reportLast(scene, someone, TEMPORARY);
  expect(posts(scene, someone)).toBe(sent + 1);
  expect(bench.codeFor(someone.phoneNumber)).toBe(code);
  const after = await bench.login.call(`/v1/challenges/${id}`);
  const { expiresAt, attemptsRemaining } = before.body;
  expect(after.body).toMatchObject({ expiresAt, attemptsRemaining, status: 'pending' });
  // The gap moved on: a person who asks at once does not cause a third message.
  expect(told(await bench.login.post(id, 'resend'))).toBe('429 resend_cooldown');
  expect(told(await bench.login.verify(id, code))).toBe('200 approved');
  expect((await rowsOf(scene, someone)).map(({ is_repeat }) => is_repeat)).toEqual([
    ...[false, false, true],
  ]);
});

it('repeats no repeat, however often and by whatever message that is told', async () => {
  const { someone, id, sent } = await begun();
  const first = lastMessage(scene, someone);
  const failed = parametersOf(first, 'undelivered', [['ErrorCode', '30003']]);
  await Promise.all(Array.from({ length: 5 }, () => report(scene, first, failed)));
  for (let n = 0; n < 3; n += 1) await reportLast(scene, someone, TEMPORARY);
  await report(scene, first, failed);
  expect(posts(scene, someone)).toBe(sent + 1);
  expect(await deliveryOf(scene, id)).toMatchObject({
    ...{ status: 'undelivered', reason: 'temporary' },
  });
});

it('repeats each message that the person asked for, once', async () => {
  const { bench } = scene;
  const { someone, id, sent } = await begun();
  await reportLast(scene, someone, TEMPORARY);
  await bench.age(2 * MINUTE);
  expect(told(await bench.login.post(id, 'resend'))).toBe('200 pending');
  await reportLast(scene, someone, TEMPORARY);
  expect(posts(scene, someone)).toBe(sent + 3);
});

it('sends nothing for a message that is not the last one any more', async () => {
  const { bench } = scene;
  const { someone, id, sent } = await begun();
  const first = lastMessage(scene, someone);
  await bench.age(MINUTE);
  await bench.login.post(id, 'resend');
  await report(scene, first, parametersOf(first, 'undelivered', [['ErrorCode', '30003']]));
  expect(posts(scene, someone)).toBe(sent + 1);
});

const ENDS: readonly (readonly [string, (id: string, someone: Someone) => Promise<unknown>])[] = [
  [
    'approved',
    (id, { phoneNumber }) => scene.bench.login.verify(id, scene.bench.codeFor(phoneNumber)),
  ],
  ['canceled', (id) => scene.bench.login.post(id, 'cancel')],
  ['about to expire', () => scene.bench.age(4 * MINUTE + 1_000)],
  ['over', () => scene.bench.age(6 * MINUTE)],
  [
    'reset meanwhile',
    (_, someone) =>
      scene.bench.login.call(`${scene.people.path(someone)}/reset`, { body: { reason: 'lost' } }),
  ],
  [
    'of a person who is locked',
    async (_, { userId }) => {
      await scene.bench.sql(
        `UPDATE employees SET failures = 12, locked_until = clock_timestamp() + interval '1 hour'
        WHERE user_id = '${userId}'`,
      );
    },
  ],
  [
    'out of tries',
    async (id, { phoneNumber }) => {
      const wrong = String((Number(scene.bench.codeFor(phoneNumber)) + 1) % 1_000_000);
      for (let n = 0; n < 5; n += 1) await scene.bench.login.verify(id, wrong.padStart(6, '0'));
    },
  ],
];

it.each(ENDS)('sends nothing when the challenge is %s', async (_, end) => {
  const { someone, id } = await begun();
  const message = lastMessage(scene, someone);
  await end(id, someone);
  const sent = posts(scene, someone);
  await report(scene, message, parametersOf(message, 'undelivered', [['ErrorCode', '30003']]));
  expect(posts(scene, someone)).toBe(sent);
});

it('R031: sends nothing while the operator has paused all messages', async () => {
  const { sendPauses, sendSwitch } = scene.bench.parts.durable;
  const flip = async (reason: string | null) => {
    await sendPauses.write(reason, operatorAudit('sends.paused', null, {}));
    await sendSwitch.refresh();
  };
  const { someone, id, sent } = await begun();
  await flip('pumping');
  await reportLast(scene, someone, TEMPORARY);
  await flip(null);
  await reportLast(scene, someone, TEMPORARY);
  expect(posts(scene, someone)).toBe(sent);
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'undelivered' });
});

it('sends nothing beyond the budgets, which a repeat draws on too', async () => {
  const { bench, people } = scene;
  const someone = await people.enrolled();
  let { id } = await people.begin(someone);
  // Two of the five in ten minutes are used; a code after each approval makes it five.
  for (let n = 0; n < 3; n += 1) {
    await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
    ({ id } = await people.begin(someone));
  }
  const sent = posts(scene, someone);
  await reportLast(scene, someone, TEMPORARY);
  expect(posts(scene, someone)).toBe(sent);
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'undelivered', reason: 'temporary' });
  expect((await rowsOf(scene, someone)).some(({ is_repeat }) => is_repeat)).toBe(false);
});

it('sends nothing where the policy allows no texts, or not there, any more', async () => {
  const { bench, people } = scene;
  const companyId = await bench.login.company();
  for (const words of [
    ['--methods', 'call'],
    ['--mode', 'off'],
  ]) {
    const someone = await people.enrolled(people.stranger(companyId));
    await people.begin(someone);
    const sent = posts(scene, someone);
    const mode = words[0] === '--mode';
    await bench.policySet(companyId, ...words, '--reason', 'narrowed');
    await reportLast(scene, someone, TEMPORARY);
    expect(posts(scene, someone)).toBe(sent + Number(mode));
    await bench.policySet(companyId, '--methods', 'sms', '--reason', 'wide again');
  }
});

it('a repeat that Twilio refuses changes nothing, and the person may ask again', async () => {
  const { bench } = scene;
  const { someone, id, sent } = await begun();
  const message = lastMessage(scene, someone);
  bench.twilio.behave((response) => response.writeHead(500).end());
  await report(scene, message, parametersOf(message, 'undelivered', [['ErrorCode', '30003']]));
  expect(posts(scene, someone)).toBe(sent + 1);
  expect(await deliveryOf(scene, id)).toMatchObject({ status: 'undelivered' });
  bench.twilio.behave();
  await bench.age(2 * MINUTE);
  expect(told(await bench.login.post(id, 'resend'))).toBe('200 pending');
});

it('a report that overtakes the answer of its own send still leads to one repeat', async () => {
  const { bench, people } = scene;
  const someone = await people.enrolled();
  const [before] = [posts(scene, someone)];
  bench.twilio.behave((response, message) => {
    bench.twilio.behave();
    const failed = parametersOf(message, 'undelivered', [['ErrorCode', '30003']]);
    void report(scene, message, failed).then(() =>
      response.writeHead(201).end(JSON.stringify({ sid: message.sid, status: 'queued' })),
    );
  });
  await people.start(someone);
  await bench.settled();
  await bench.settled();
  expect(posts(scene, someone) - before).toBe(2);
});
