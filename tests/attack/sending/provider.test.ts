/** What a start leaves behind for every way in which handing the SMS to Twilio can end (T06-T15). */

import type { ServerResponse } from 'node:http';

import { accept, answer, refuse, type Behaviour } from '../../support/twilio-stand-in.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, NONCE, People, told, type Someone } from './people.js';

const reset: Behaviour = (response: ServerResponse) => response.destroy();
const html = '<html>busy</html>';

describe('handing a code to Twilio', () => {
  let bench: Bench;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
    people = new People(bench, await bench.login.company());
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.twilio.behave());
  // The breaker would answer for Twilio otherwise.
  afterEach(async () => {
    bench.twilio.behave();
    const other = await people.enrolled();
    await people.start(other);
  });

  const posts = ({ phoneNumber }: Someone) => bench.textsTo(phoneNumber).length;

  async function rested(): Promise<Someone> {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    return someone;
  }

  /** SMS that the budgets of all numbers know of. */
  async function spent(): Promise<number> {
    const budgets = (await bench.space.keys()).filter((key) => key.endsWith(':b'));
    const counts = await Promise.all(budgets.map((key) => bench.space.redis.zcard(key)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  it.each<[string, Behaviour, string, number]>([
    ['400 with 21211', refuse(400, 21211), '422 phone_not_reachable', 1],
    ['400 with 21614', refuse(400, 21614), '422 phone_not_reachable', 1],
    ['400 with 21610', refuse(400, 21610), '422 phone_not_reachable', 1],
    ['400 with 21408', refuse(400, 21408), '422 destination_not_allowed', 1],
    ['400 with 21606', refuse(400, 21606), '503 sms_unavailable', 1],
    ['400 with 63038', refuse(429, 63038), '503 sms_unavailable', 1],
    ['400 in HTML', answer(400, html), '503 sms_unavailable', 1],
    ['500 in HTML', answer(500, html), '503 sms_unavailable', 1],
    ['a redirect', answer(302, '', { location: '/elsewhere' }), '503 sms_unavailable', 1],
  ])('T08-T15, R045: %s gives everything back and leaves nothing', async (_, ends, is, calls) => {
    const someone = await rested();
    const [before, spentBefore] = [posts(someone), await spent()];
    bench.twilio.behave(ends);
    const refused = await people.start(someone, { nonce: NONCE }, keyOf(someone));
    expect(told(refused)).toBe(is);
    expect([posts(someone) - before, await spent()]).toEqual([calls, spentBefore]);
    expect(JSON.stringify(refused.body)).not.toContain(someone.phoneNumber.slice(3));
    expect(await bench.sql(counts(someone))).toEqual([{ accepted: 1, other: 1 }]);
    bench.twilio.behave();
    await bench.sql('UPDATE factors SET undeliverable_until = NULL');
    // Nonce and key are as good as new, whatever the body, and there is no wait.
    const other = { nonce: NONCE, locale: 'de' };
    expect(told(await people.start(someone, other, keyOf(someone)))).toBe('201 pending');
    expect(posts(someone) - before).toBe(calls + 1);
  });

  const keyOf = ({ userId }: Someone) => `key-of-${userId}`;
  const counts = ({ userId, companyId }: Someone) =>
    `SELECT count(*) FILTER (WHERE status = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE status <> 'accepted')::int AS other
      FROM messages WHERE user_id = '${userId}' AND company_id = '${companyId}'`;

  it.each<[string, Behaviour]>([
    ['a reset after the request was written', reset],
    ['201 in HTML', answer(201, html)],
    ['201 without a SID', answer(201, {})],
  ])('R045: %s is pending with an unknown delivery, and nothing comes back', async (_, ends) => {
    const someone = await rested();
    const [before, spentBefore] = [posts(someone), await spent()];
    bench.twilio.behave(ends);
    const sent = await people.start(someone, { nonce: NONCE });
    expect(told(sent)).toBe('201 pending');
    expect(sent.body).toMatchObject({ delivery: { status: 'unknown' } });
    bench.twilio.behave();
    expect(await spent()).toBe(spentBefore + 1);
    expect(told(await people.start(someone))).toBe('429 resend_cooldown');
    const reloaded = await people.start(someone, { nonce: NONCE });
    expect([told(reloaded), reloaded.body['id']]).toEqual(['201 pending', sent.body['id']]);
    expect(posts(someone) - before).toBe(1);
    const code = bench.codeFor(someone.phoneNumber);
    const verified = await bench.login.verify(sent.body['id'], code, { nonce: NONCE });
    expect(told(verified)).toBe('200 approved');
  });

  it.each(['saturated', 'breaker_open'] as const)(
    'R113: a provider that would refuse unasked (%s) costs no budget, no row and no call',
    async (cause) => {
      const someone = await rested();
      const [before, spentBefore] = [posts(someone), await spent()];
      const { sender } = bench.parts.sending;
      const refusesNow = sender.refusesNow.bind(sender);
      sender.refusesNow = () => cause;
      const refused = await people.start(someone, { nonce: NONCE });
      sender.refusesNow = refusesNow;
      expect(told(refused)).toBe('503 sms_unavailable');
      expect([posts(someone), await spent()]).toEqual([before, spentBefore]);
      expect(await bench.sql(counts(someone))).toEqual([{ accepted: 1, other: 0 }]);
      expect(told(await people.start(someone, { nonce: NONCE }))).toBe('201 pending');
    },
  );

  it('decision 11: a refusal whose settlement was lost leaves nothing to find once the store is back', async () => {
    const someone = await rested();
    const before = posts(someone);
    const { challenges } = bench.parts.pending;
    const settleSend = challenges.settleSend.bind(challenges);
    challenges.settleSend = () => Promise.reject(new Error('away'));
    bench.twilio.behave(answer(500, html));
    const start = () => people.start(someone, { nonce: NONCE });
    expect(told(await start())).toBe('503 sms_unavailable');
    challenges.settleSend = settleSend;
    bench.twilio.behave();
    let again = told(await start());
    while (again === '409 idempotency_in_progress') again = told(await start());
    expect(again).toBe('201 pending');
    expect(posts(someone) - before).toBe(2);
  });

  it('T13, R115: 429 and then 201 is one accepted SMS', async () => {
    const someone = await rested();
    const before = posts(someone);
    let first = true;
    bench.twilio.behave((response, message) => {
      (first ? refuse(429, 20429) : accept)(response, message);
      first = false;
    });
    expect(told(await people.start(someone))).toBe('201 pending');
    expect(posts(someone) - before).toBe(2);
  });
});
