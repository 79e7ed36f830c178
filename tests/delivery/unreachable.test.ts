/** R044, decision 18: a number that cannot be reached is marked for that channel, and what ends the mark. */

import { parametersOf } from '../support/twilio-reports.js';
import { People, told, type Someone } from '../attack/sending/people.js';
import {
  challenge,
  lastMessage,
  openScene,
  posts,
  report,
  reportLast,
  type Scene,
} from './scene.js';

const GONE = { state: 'undelivered', code: 30005 } as const;
const OPTED_OUT = { state: 'failed', code: 21610 } as const;

let scene: Scene;
let companyId: string;
/** Of a company that texts first and calls too. */
let people: People;
beforeAll(async () => {
  scene = await openScene();
  companyId = await scene.bench.login.company();
  people = new People(scene.bench, companyId);
  await scene.bench.policySet(companyId, '--methods', 'sms,call', '--reason', 'landlines');
});
afterAll(() => scene.bench.close());

/** With a code on its way by text, in a company that also calls. */
async function begun() {
  const someone = await people.enrolled();
  const { id } = await people.begin(someone);
  return { someone, id };
}

const statusOf = async (someone: Someone) => {
  const { body } = await scene.bench.login.call(people.path(someone));
  return (body['factor'] as { status: string } | null)?.status;
};

it.each([
  ['unreachable', GONE],
  ['opted_out', OPTED_OUT],
] as const)(
  'tells that it is %s, and sends no more by text: start, resend and step-up name the call',
  async (reason, failure) => {
    const { bench } = scene;
    const { someone, id } = await begun();
    await reportLast(scene, someone, failure);
    const { body } = await challenge(scene, id);
    expect(body).toMatchObject({
      ...{ status: 'pending', availableChannels: ['call'] },
      delivery: { status: 'undelivered', reason },
    });
    const before = posts(scene, someone);
    const refusals = [
      await bench.login.post(id, 'resend'),
      await bench.login.post(id, 'resend', { channel: 'sms' }),
      await people.start(someone),
      await people.start(someone, { purpose: 'step_up', action: 'view_phone' }),
    ];
    for (const refused of refusals) {
      expect(told(refused)).toBe('422 phone_not_reachable');
      expect(refused.body).toMatchObject({ availableChannels: ['call'] });
    }
    expect(posts(scene, someone)).toBe(before);
    // The code that is out is as right as before.
    expect(told(await bench.login.verify(id, bench.codeFor(someone.phoneNumber)))).toBe(
      '200 approved',
    );
  },
);

it('an optional second factor is not skipped because its number was attacked', async () => {
  const { bench } = scene;
  const { someone } = await begun();
  await reportLast(scene, someone, GONE);
  await bench.policySet(companyId, '--mode', 'optional', '--reason', 'trying');
  expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
  await bench.policySet(
    ...[companyId, '--mode', 'required', '--enforce-from', 'now', '--reason', 'for good'],
  );
});

it('the mark is for the channel alone: a call goes on, and a text after a failed call', async () => {
  const { bench } = scene;
  const { someone, id } = await begun();
  await reportLast(scene, someone, GONE);
  expect(await statusOf(someone)).toBe('undeliverable');
  await bench.age(120_000);
  expect(told(await bench.login.post(id, 'resend', { channel: 'call' }))).toBe('200 pending');
  expect(lastMessage(scene, someone).sid).toMatch(/^CA/);
});

it('a reset clears it, with the number', async () => {
  const { bench } = scene;
  const { someone } = await begun();
  await reportLast(scene, someone, GONE);
  await bench.login.call(`${people.path(someone)}/reset`, { body: { reason: 'new phone' } });
  const { id } = await people.begin(someone);
  await bench.age(600_000);
  expect(told(await people.give(id, someone.phoneNumber))).toBe('201 pending');
  await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
  expect(await statusOf(someone)).toBe('active');
  expect(told(await people.start(someone))).toBe('201 pending');
});

it('after a day there is one new try, and another failure marks it again', async () => {
  const { bench } = scene;
  const { someone } = await begun();
  await reportLast(scene, someone, GONE);
  await bench.sql(
    `UPDATE factors SET undeliverable_until = undeliverable_until - interval '1 day',
      activated_at = activated_at - interval '1 day'`,
  );
  await bench.age(24 * 60 * 60_000);
  const before = posts(scene, someone);
  expect(told(await people.start(someone))).toBe('201 pending');
  await reportLast(scene, someone, GONE);
  expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
  expect(posts(scene, someone)).toBe(before + 1);
});

it('a late report on a message before the last proof marks nothing', async () => {
  const { bench } = scene;
  const { someone, id } = await begun();
  const message = lastMessage(scene, someone);
  await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
  await report(scene, message, parametersOf(message, 'undelivered', [['ErrorCode', '30005']]));
  expect(await statusOf(someone)).toBe('active');
  expect(told(await people.start(someone))).toBe('201 pending');
});

describe('a number that nobody has proven', () => {
  const enrolling = async () => {
    const someone = people.stranger();
    const { id } = await people.begin(someone);
    await people.give(id, someone.phoneNumber);
    return { someone, id };
  };

  it('is not texted again once it bounced, neither by resend nor when it is given again', async () => {
    const { bench } = scene;
    const { someone, id } = await enrolling();
    await reportLast(scene, someone, GONE);
    expect((await challenge(scene, id)).body).toMatchObject({
      ...{
        availableChannels: ['call'],
        delivery: { status: 'undelivered', reason: 'unreachable' },
      },
    });
    await bench.age(60_000);
    const before = posts(scene, someone);
    for (const refused of [
      await bench.login.post(id, 'resend'),
      await people.give(id, someone.phoneNumber),
    ]) {
      expect(told(refused)).toBe('422 phone_not_reachable');
      expect(refused.body).toMatchObject({ availableChannels: ['call'] });
    }
    expect(posts(scene, someone)).toBe(before);
  });

  it('can be corrected, or called', async () => {
    const { bench } = scene;
    const [typo, right] = [await enrolling(), people.stranger()];
    await reportLast(scene, typo.someone, GONE);
    await bench.age(60_000);
    expect(told(await people.give(typo.id, right.phoneNumber))).toBe('201 pending');
    const called = await enrolling();
    await reportLast(scene, called.someone, GONE);
    await bench.age(60_000);
    const again = await bench.login.post(called.id, 'resend', { channel: 'call' });
    expect(again.body).toMatchObject({ status: 'pending', channel: 'call' });
  });

  it('is repeated to as to any other when the reason may pass', async () => {
    const { someone } = await enrolling();
    const before = posts(scene, someone);
    await reportLast(scene, someone, { state: 'undelivered', code: 30008 });
    expect(posts(scene, someone)).toBe(before + 1);
  });
});
