/** Reports of deliveries while instances die, meet at the same instant, or cannot reach a store (R043, R044). */

import { randomUUID } from 'node:crypto';

import { openEstate, type Estate } from '../support/estate.js';
import { exampleNumber } from '../support/people.js';
import { parametersOf, reportOn, type Parameters } from '../support/twilio-reports.js';
import { accept, type ReceivedMessage } from '../support/twilio-stand-in.js';
import { served } from './scene.js';

const AUTH_TOKEN = 'f'.repeat(32);
const FAILED: Parameters = [['ErrorCode', '30003']];

let estate: Estate;
let companyId: string;
let next = 0;
beforeEach(async () => {
  // All instances are one address to Twilio.
  const settings = { PUBLIC_URL: 'https://mfa.example.com' };
  estate = await openEstate({ instances: 2, settings });
  companyId = await estate.login.company();
}, 180_000);
afterEach(() => estate.close());

const portOf = (instance: number) => {
  const [one, other] = estate.services.slice(-2);
  const url = (instance === 0 ? one : other)?.url ?? '';
  return Number(new URL(url).port);
};
const report = (instance: number, message: ReceivedMessage, parameters: Parameters) =>
  reportOn({ port: portOf(instance), authToken: AUTH_TOKEN }, message, parameters);

/** A code on its way to a proven number, with all that was sent there so far. */
async function begun() {
  const phoneNumber = exampleNumber((next += 1));
  const userId = `u-${randomUUID()}`;
  await estate.login.enrol(companyId, { userId, phoneNumber }, estate.codeFor);
  const { id } = await estate.login.begin(companyId, userId);
  const sent = () => estate.twilio.messages.filter(({ form }) => form['To'] === phoneNumber);
  const message = sent().at(-1);
  if (!message) throw new Error('nothing was sent');
  return { id, sent, message, before: sent().length };
}

async function deliveryOf(id: string): Promise<unknown> {
  return (await served(() => estate.login.call(`/v1/challenges/${id}`))).body['delivery'];
}

it('R044: two equal reports at the same instant on two instances lead to one repeat', async () => {
  const all = [await begun(), await begun(), await begun(), await begun(), await begun()];
  for (const { message } of all) {
    const failed = parametersOf(message, 'undelivered', FAILED);
    const answers = await Promise.all([0, 1, 0, 1].map((at) => report(at, message, failed)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  }
  // A stop waits for what was put off.
  await Promise.all(estate.services.map((service) => service.stop()));
  for (const { sent, before } of all) expect(sent()).toHaveLength(before + 1);
}, 180_000);

it('R044: a kill while the repeat is on its way never makes it two', async () => {
  const { sent, message, before } = await begun();
  const failed = parametersOf(message, 'undelivered', FAILED);
  const repeated = new Promise<void>((resolve) => {
    estate.twilio.behave((response, received) => {
      const [first] = estate.services;
      void first?.kill().then(() => {
        accept(response, received);
        resolve();
      });
    });
  });
  await report(0, message, failed);
  await repeated;
  estate.twilio.behave();
  for (let n = 0; n < 5; n += 1) expect((await report(1, message, failed)).status).toBe(204);
  const repeat = sent().at(-1);
  if (!repeat) throw new Error('nothing was sent');
  await report(1, repeat, parametersOf(repeat, 'undelivered', FAILED));
  await estate.services[1]?.stop();
  expect(sent()).toHaveLength(before + 1);
  expect(repeat.form['Body']).toBe(message.form['Body']);
}, 180_000);

it('R044: nor does a kill right after the answer, or while the report is read', async () => {
  for (const isAnswered of [true, false]) {
    const { sent, message, before } = await begun();
    const failed = parametersOf(message, 'undelivered', FAILED);
    const [first] = estate.services.slice(-2);
    if (!first) throw new Error('no instance');
    const reported = report(0, message, failed).catch(() => null);
    if (isAnswered) await reported;
    await first.kill();
    await reported;
    for (let n = 0; n < 3; n += 1) await report(1, message, failed);
    await estate.relaunch(first);
    await report(1, message, failed);
    await estate.services.at(-1)?.stop();
    await estate.services.at(-2)?.stop();
    expect(sent().length - before).toBeLessThanOrEqual(1);
    await Promise.all(estate.services.slice(-2).map((service) => estate.relaunch(service)));
  }
}, 180_000);

it('R043: without PostgreSQL a true report is told to come again, and does its work then', async () => {
  const { id, message } = await begun();
  const delivered = parametersOf(message, 'delivered');
  estate.postgresProxy.refuse();
  const [answer, forged] = [
    await report(0, message, delivered),
    await reportOn({ port: portOf(0), authToken: 'x'.repeat(32) }, message, delivered),
  ];
  expect([answer.status, answer.json['code']]).toEqual([503, 'temporarily_unavailable']);
  expect(answer.headers['retry-after']).toMatch(/^\d+$/);
  expect(forged.status).toBe(403);
  estate.postgresProxy.restore();
  expect(await deliveryOf(id)).toMatchObject({ status: 'accepted' });
  let status = 503;
  while (status === 503) ({ status } = await report(1, message, delivered));
  expect(status).toBe(204);
  while (!isDelivered(await deliveryOf(id)));
}, 180_000);

it('T22: a hanging PostgreSQL is answered for within a second, and nothing is lost', async () => {
  const { id, message } = await begun();
  const delivered = parametersOf(message, 'delivered');
  estate.postgresProxy.hang();
  const begunAt = performance.now();
  const answer = await report(0, message, delivered);
  expect(answer.status).toBe(503);
  // Twice what is promised: other tests share the machine.
  expect(performance.now() - begunAt).toBeLessThan(2_000);
  estate.postgresProxy.restore();
  let status = 503;
  while (status === 503) ({ status } = await report(1, message, delivered));
  while (!isDelivered(await deliveryOf(id)));
}, 180_000);

it('R043: without Redis the row learns all the same, and an equal report brings it to the challenge', async () => {
  const { id, message } = await begun();
  const delivered = parametersOf(message, 'delivered');
  estate.redisProxy.refuse();
  expect((await report(0, message, delivered)).status).toBe(204);
  estate.redisProxy.restore();
  while (!isDelivered(await deliveryOf(id)))
    expect((await report(1, message, delivered)).status).toBe(204);
}, 180_000);

function isDelivered(delivery: unknown): boolean {
  return (delivery as { status?: string } | undefined)?.status === 'delivered';
}
