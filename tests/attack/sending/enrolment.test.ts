/** Attacks on the binding of a number: leave to enrol, the budgets of strangers, two codes at once. */

import { answer, refuse } from '../../support/twilio-stand-in.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, NONCE, People, told, toldLimit, type Someone } from './people.js';

describe('enrolling a number', () => {
  let bench: Bench;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
    people = new People(bench, await bench.login.company());
  });
  afterAll(() => bench.close());
  afterEach(() => bench.twilio.behave());

  const manage = (someone: Someone, action: string, body: object) =>
    bench.login.call(people.path(someone) + action, { body });
  const list = (someone: Someone, body: object = {}) =>
    bench.login.call(people.path(someone), { method: 'PUT', body });

  /** A company whose own window is over. */
  async function closedCompany(): Promise<string> {
    const companyId = await bench.login.company();
    await endWindow(companyId);
    return companyId;
  }
  async function endWindow(companyId: string): Promise<void> {
    await bench.sql(`UPDATE policies SET switched_on_at = now() - interval '31 days',
      enforce_from = now() - interval '31 days' WHERE company_id = '${companyId}'`);
  }

  async function waiting(someone: Someone, more: object = {}): Promise<unknown> {
    const started = await people.start(someone, more);
    expect(told(started)).toBe('201 enrolment_required');
    return started.body['id'];
  }

  it('R052, decision 21: an invitation that ends after the send holds for that code and is used up', async () => {
    const someone = people.stranger(await closedCompany());
    await list(someone);
    await bench.sql(`UPDATE employees SET roster_added_at = now() - interval '31 days'`);
    expect(told(await people.give(await waiting(someone), someone.phoneNumber))).toBe(
      '403 enrolment_not_open',
    );
    await manage(someone, '/enrolment-grants', { reason: 'new here' });
    const id = await waiting(someone);
    expect(told(await people.give(id, someone.phoneNumber))).toBe('201 pending');
    await bench.sql(`UPDATE grants SET expires_at = clock_timestamp()`);
    const verified = await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
    expect(told(verified)).toBe('200 approved');
    const used = `SELECT consumed_at IS NOT NULL AS used FROM grants WHERE user_id = '${someone.userId}'`;
    expect(await bench.sql(used)).toEqual([{ used: true }]);
  });

  it('R052: one invitation binds one number, however many browsers had a code sent', async () => {
    const someone = people.stranger(await closedCompany());
    const other = people.stranger();
    await list(someone);
    await bench.sql(`UPDATE employees SET roster_added_at = now() - interval '31 days'`);
    await manage(someone, '/enrolment-grants', { reason: 'new here' });
    const [first, second] = [await waiting(someone), await waiting(someone)];
    await people.give(first, someone.phoneNumber);
    await people.give(second, other.phoneNumber);
    const codes = [bench.codeFor(someone.phoneNumber), bench.codeFor(other.phoneNumber)];
    const answers = await Promise.all([
      bench.login.verify(first, codes[0]),
      bench.login.verify(second, codes[1]),
    ]);
    expect(answers.map(told).sort()).toEqual(['200 approved', '409 challenge_canceled']);
    const bound = `SELECT count(*)::int AS n FROM factors WHERE user_id = '${someone.userId}'`;
    expect(await bench.sql(bound)).toEqual([{ n: 1 }]);
  });

  it.each([
    '2020-01-01T00:00:00Z',
    new Date(Date.now() - 1_000).toISOString(),
    new Date(Date.now() + 91 * 24 * 60 * MINUTE).toISOString(),
    '9999-12-31T23:59:59Z',
  ])(
    'R052: refuses an invitation that is over before it begins, or that nobody will remember: %s',
    async (expiresAt) => {
      const someone = people.stranger();
      await list(someone);
      const refused = await manage(someone, '/enrolment-grants', { reason: 'late', expiresAt });
      expect(told(refused)).toBe('400 invalid_request');
      expect(refused.body).toMatchObject({ errors: [{ pointer: '#/expiresAt' }] });
    },
  );

  it('R052: an imported number is leave to enrol that number, not one of the password’s thief', async () => {
    const someone = people.stranger(await closedCompany());
    const thief = people.stranger();
    await list(someone, { phoneNumber: someone.phoneNumber });
    await bench.sql(`UPDATE employees SET roster_added_at = now() - interval '400 days'`);
    const id = await waiting(someone);
    expect(told(await people.give(id, thief.phoneNumber))).toBe('403 enrolment_not_open');
    expect(bench.textsTo(thief.phoneNumber)).toEqual([]);
    expect(told(await people.give(id, null))).toBe('201 pending');
    const verified = await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
    expect(told(verified)).toBe('200 approved');
  });

  it('imports nothing over a proven number, and shows an imported one masked', async () => {
    const someone = await people.enrolled();
    const other = people.stranger();
    const refused = await list(someone, { phoneNumber: other.phoneNumber });
    expect(told(refused)).toBe('409 factor_active');
    await list(other, { phoneNumber: other.phoneNumber });
    const { body } = await people.start(other);
    expect(body).toMatchObject({ maskedDestination: `•••• ${other.phoneNumber.slice(-2)}` });
    const given = { noticeVersion: await people.noticeVersion() };
    expect(told(await bench.login.post(body['id'], 'enrolment', given))).toBe('201 pending');
  });

  it('decision 14: two texts in ten minutes and four a day for an unproven number, whoever asks', async () => {
    const [victim, elsewhere] = [people.stranger(), await bench.login.company()];
    const results: string[] = [];
    for (const wait of [0, 0, 0, 10 * MINUTE, 0, 0, 10 * MINUTE]) {
      await bench.age(wait);
      const asks = people.stranger(results.length % 2 ? elsewhere : people.companyId);
      const spelt = results.length % 2 ? victim.phoneNumber : spell(victim.phoneNumber);
      const body = {
        noticeVersion: await people.noticeVersion(asks.companyId),
        phoneNumber: spelt,
      };
      const answer = await bench.login.post(await waiting(asks), 'enrolment', body);
      results.push(toldLimit(answer));
    }
    expect(results).toEqual([
      '201 pending',
      '201 pending',
      '429 send_limit_reached unproven_number',
      '201 pending',
      '201 pending',
      '429 send_limit_reached unproven_number_day',
      '429 send_limit_reached unproven_number_day',
    ]);
    expect(bench.textsTo(victim.phoneNumber)).toHaveLength(4);
  });

  const spell = (e164: string) => `${e164.replace('+44', '0').slice(0, 5)} ${e164.slice(7)}`;

  it('decision 14: strangers who try somebody’s number leave their sign-in texts alone', async () => {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    for (let n = 0; n < 3; n += 1) {
      await people.give(await waiting(people.stranger()), someone.phoneNumber);
    }
    for (let n = 0; n < 3; n += 1) {
      const started = await people.start(someone);
      expect(told(started)).toBe('201 pending');
      await bench.login.verify(started.body['id'], bench.codeFor(someone.phoneNumber));
    }
  });

  it('R030: five texts in ten minutes for each who has proven a number, all companies together', async () => {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    const signIns = async (n: number, who: readonly [Someone, ...Someone[]]) => {
      const results: string[] = [];
      for (let i = 0; i < n; i += 1) {
        const started = await people.start(who[i % who.length] ?? who[0]);
        results.push(toldLimit(started));
        await bench.login.verify(started.body['id'], bench.codeFor(someone.phoneNumber));
      }
      return results;
    };
    const refused = '429 send_limit_reached number';
    const five = Array<string>(5).fill('201 pending');
    expect(await signIns(6, [someone])).toEqual([...five, refused]);
    await bench.age(10 * MINUTE);
    const same = { ...someone, companyId: await bench.login.company() };
    await people.enrolled(same);
    await bench.age(10 * MINUTE);
    expect(await signIns(11, [someone, same])).toEqual([...five, ...five, refused]);
  });

  it('decision 13: twenty tries an hour, never given back by refused numbers', async () => {
    const someone = people.stranger();
    let posted = 0;
    let last = '';
    for (let n = 0; n < 25 && !last.startsWith('429'); n += 1) {
      bench.twilio.behave(refuse(400, 21211));
      const id = await waiting(someone);
      const other = people.stranger();
      const given = await people.give(id, other.phoneNumber);
      bench.twilio.behave();
      await bench.login.post(id, 'cancel');
      last = toldLimit(given);
      posted += bench.textsTo(other.phoneNumber).length;
    }
    expect([posted, last]).toEqual([20, '429 send_limit_reached send_tries']);
  });

  it('a number that Twilio refused before it was proven can be signed in with afterwards', async () => {
    const someone = people.stranger();
    const id = await waiting(someone);
    bench.twilio.behave(refuse(400, 21610));
    // An earlier code keeps the pending number in place.
    bench.twilio.behave();
    await people.give(id, someone.phoneNumber);
    await bench.age(MINUTE);
    bench.twilio.behave(refuse(400, 21610));
    expect(told(await bench.login.post(id, 'resend'))).toBe('422 phone_not_reachable');
    bench.twilio.behave();
    const verified = await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
    expect(told(verified)).toBe('200 approved');
    await bench.age(10 * MINUTE);
    expect(told(await people.start(someone))).toBe('201 pending');
  });

  it('R049: of two corrections at once, what activates is the number whose code came back', async () => {
    const [someone, a, b] = [people.stranger(), people.stranger(), people.stranger()];
    const id = await waiting(someone);
    await people.give(id, a.phoneNumber);
    const given = await Promise.all([
      people.give(id, b.phoneNumber),
      bench.login.verify(id, bench.codeFor(a.phoneNumber)),
    ]);
    const mask = await bench.login.call(people.path(someone));
    const shown = (mask.body['factor'] as { maskedDestination: string } | null)?.maskedDestination;
    const approved = given.map(told).includes('200 approved');
    expect(shown ?? 'none').toBe(approved ? `•••• ${a.phoneNumber.slice(-2)}` : 'none');
  });

  it('allows three numbers in all, and a refused one does not count', async () => {
    const someone = people.stranger();
    const id = await waiting(someone);
    bench.twilio.behave(answer(500, {}));
    expect(told(await people.give(id, people.stranger().phoneNumber))).toBe('503 sms_unavailable');
    bench.twilio.behave();
    const results: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      results.push(told(await people.give(id, people.stranger().phoneNumber, `key-${String(n)}`)));
    }
    expect(results).toEqual([
      '201 pending',
      '201 pending',
      '201 pending',
      '410 max_attempts_reached',
    ]);
  });

  it('decision 16: the third number under its key again is the same answer and no SMS', async () => {
    const someone = people.stranger();
    const id = await waiting(someone);
    const numbers = [0, 1, 2].map(() => people.stranger().phoneNumber);
    for (const [n, number] of numbers.entries()) await people.give(id, number, `k-${String(n)}`);
    const again = await people.give(id, numbers[2] ?? '', 'k-2');
    expect(told(again)).toBe('201 pending');
    expect(bench.textsTo(numbers[2] ?? '')).toHaveLength(1);
    const other = await people.give(id, numbers[0] ?? '', 'k-2');
    expect(told(other)).toBe('422 idempotency_key_reused');
  });

  it('R041, R099: takes no stale, foreign or missing notice, and records the one that was shown', async () => {
    const someone = people.stranger();
    const id = await waiting(someone, { nonce: NONCE });
    const { phoneNumber } = someone;
    const stale = String(await people.noticeVersion()).replace(/.$/, (c) =>
      c === '0' ? '1' : '0',
    );
    for (const body of [{ phoneNumber }, { phoneNumber, noticeVersion: stale }]) {
      const refused = await bench.login.post(id, 'enrolment', body);
      expect(told(refused)).toBe('400 invalid_request');
      expect(refused.body).toMatchObject({ errors: [{ pointer: '#/noticeVersion' }] });
    }
    expect(bench.textsTo(phoneNumber)).toEqual([]);
    await people.give(id, phoneNumber);
    await bench.login.verify(id, bench.codeFor(phoneNumber), { nonce: NONCE });
    const enrolled = (await people.audit(someone)).find(({ kind }) => kind === 'factor.enrolled');
    expect(enrolled).toMatchObject({ facts: { noticeVersion: await people.noticeVersion() } });
  });

  const never = '+979123456789 +881612345678 +882161234567 +883510012345 +19005550123 +2472345';
  it.each<[string, number]>([
    ...never.split(' ').map((number): [string, number] => [number, 400]),
    ['+4915112345678', 422],
    ['+390612345678', 422],
  ])('R034: sends nothing to %s', async (phoneNumber, status) => {
    const before = bench.twilio.messages.length;
    const refused = await people.give(await waiting(people.stranger()), phoneNumber);
    expect(refused.status).toBe(status);
    expect(bench.twilio.messages).toHaveLength(before);
  });

  it('V33, R104: takes no list of numbers, object or boolean for a number', async () => {
    const id = await waiting(people.stranger());
    const noticeVersion = await people.noticeVersion();
    const before = bench.twilio.messages.length;
    for (const phoneNumber of [['+447700900001'], { e164: '+447700900001' }, true, 447700900001]) {
      const refused = await bench.login.post(id, 'enrolment', { phoneNumber, noticeVersion });
      expect(told(refused)).toBe('400 invalid_request');
    }
    expect(bench.twilio.messages).toHaveLength(before);
  });
});
