/** Twilio takes every message and says nothing: sends wait within bounds, and nothing else waits with them. */

import { setTimeout as pause } from 'node:timers/promises';

import { openEstate, type Estate } from '../support/estate.js';
import type { Answer } from '../support/login-service.js';
import { otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';
import { inTime, opened, served } from './scene.js';

/** The pool of 50, the queue of 100, and some more. */
const SENDS = 170;
/** Of the provider, and two seconds of our own; the rest is for a busy machine. */
const SENT_WITHIN_MS = 15_000;

/** Where the country's example numbers are: one prefix alone would be stopped after sixty. */
const AREAS = ['202', '212', '305', '312', '415', '503', '602', '617', '702', '713'];
const americanNumber = (n: number) =>
  `+1${AREAS[n % AREAS.length] ?? ''}555${String(100 + Math.floor(n / AREAS.length)).padStart(4, '0')}`;

let estate: Estate;
beforeAll(async () => {
  estate = await openEstate();
}, 180_000);
afterAll(() => estate.close());

/** People who are about to give their numbers. */
async function waiting(companyId: string, count: number): Promise<(() => Promise<Answer>)[]> {
  const { login } = estate;
  const notice = await served(() => login.call(`/v1/companies/${companyId}/notice`));
  const noticeVersion = notice.body['version'];
  const calls: (() => Promise<Answer>)[] = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await login.begin(companyId, `newcomer-${String(n)}`);
    const phoneNumber = americanNumber(n);
    calls.push(() => login.post(id, 'enrolment', { phoneNumber, noticeVersion }));
  }
  return calls;
}

/** Comes back when it was told to, for ten seconds: each try to send counts, also one that is refused. */
async function asTold(call: () => Promise<Answer>): Promise<Answer> {
  const ended = AbortSignal.timeout(10_000);
  let answer = await call();
  while (answer.status === 503 && !ended.aborted) {
    await pause(Number(answer.headers.get('retry-after')) * 1_000);
    answer = await call();
  }
  return answer;
}

it('R113: while Twilio hangs at full pool every code in hand is judged at once, sends end in time, and all goes on when it answers again', async () => {
  const { login, twilio } = estate;
  const companyId = await login.company();
  await runOn(estate.database.url, 'UPDATE policies SET sms_per_day = 20000');
  const codes = [];
  for (let n = 0; n < 6; n += 1) codes.push(await opened(estate, companyId));
  const [late, ...sends] = await waiting(companyId, SENDS + 1);
  if (!late) throw new Error('nobody waits');
  const before = twilio.messages.length;
  twilio.behave(() => undefined);

  const ended = AbortSignal.timeout(SENT_WITHIN_MS);
  let answered = 0;
  const sending = Promise.all(
    sends.map(async (send) => {
      const answer = await send();
      if (answer.status === 201) answered += 1;
      return answer;
    }),
  );
  // From here on the pool is full.
  while (twilio.messages.length < before + 50) await login.call(`/v1/companies/${companyId}`);
  for (const [n, { id, code }] of codes.entries()) {
    expect((await inTime(login.verify(id, otherCode(code)))).status).toBe(422);
    expect((await inTime(login.call(`/v1/challenges/${id}`))).status).toBe(200);
    const last = n % 2 === 0 ? login.verify(id, code) : login.post(id, 'cancel');
    expect((await inTime(last)).status).toBe(200);
  }
  // All of that while every send of the pool was still waiting: none of it waited behind one.
  expect(answered).toBe(0);

  const answers = await sending;
  expect(ended.aborted).toBe(false);
  const unknown = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status === 503);
  expect(unknown.length).toBeGreaterThanOrEqual(50);
  expect(unknown.length + refused.length).toBe(SENDS);
  for (const { body } of unknown) expect(body).toMatchObject({ delivery: { status: 'unknown' } });
  for (const { body, headers } of refused) {
    expect(['sms_unavailable', 'temporarily_unavailable']).toContain(body['code']);
    expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  }
  // Nobody who was refused was written to, and nobody twice.
  expect(twilio.messages).toHaveLength(before + unknown.length);

  twilio.behave();
  expect(await asTold(late)).toMatchObject({
    status: 201,
    body: { status: 'pending', delivery: { status: 'accepted' } },
  });
}, 180_000);
