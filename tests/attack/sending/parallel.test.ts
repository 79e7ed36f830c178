/** Double clicks, two doors at once, and whatever else asks for more than one SMS in the same moment. */

import { answered, type Answer } from '../../support/login-service.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, NONCE, People, told, toldLimit, type Someone } from './people.js';

describe('asking for SMS in parallel', () => {
  let bench: Bench;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
    people = new People(bench, await bench.login.company());
  });
  afterAll(() => bench.close());

  async function rested(): Promise<Someone> {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    return someone;
  }

  /** How many texts to the number the work caused, and what was answered, in short. */
  async function during(someone: Someone, work: () => Promise<Answer>[]) {
    const before = bench.textsTo(someone.phoneNumber).length;
    const answers = await Promise.all(work());
    const sent = bench.textsTo(someone.phoneNumber).length - before;
    return { sent, said: [...new Set(answers.map(told))].sort(), answers };
  }
  /** Each repeated until it is answered: on a busy machine those whom a budget lets through may be told 503. */
  const times = (n: number, work: (n: number) => Promise<Answer>) => () =>
    Array.from({ length: n }, (_, i) => answered(() => work(i)));

  it('R029: starts of two clients without anything in common send one SMS', async () => {
    const someone = await rested();
    const { companyId, userId } = someone;
    const clients = [bench.login, await bench.newClient(['challenges'])];
    const { sent, said } = await during(
      someone,
      times(10, (n) => (clients[n % 2] ?? bench.login).start(companyId, userId)),
    );
    expect([sent, said]).toEqual([1, ['201 pending', '429 resend_cooldown']]);
  });

  it('decision 11: one nonce in the hands of two clients or two people is two challenges', async () => {
    const [one, other] = [await rested(), await rested()];
    const client = await bench.newClient(['challenges']);
    const first = await people.start(one, { nonce: NONCE });
    const second = await people.start(other, { nonce: NONCE });
    expect(told(await client.start(one.companyId, one.userId, { nonce: NONCE }))).toBe(
      '429 resend_cooldown',
    );
    expect(second.body['id']).not.toBe(first.body['id']);
    expect((await client.call(`/v1/challenges/${String(first.body['id'])}`)).status).toBe(404);
  });

  it.each(['one-key', undefined])('ten resends at once, key %s, send one SMS', async (key) => {
    const someone = await rested();
    const { id } = await people.begin(someone);
    await bench.age(MINUTE);
    const { sent, said } = await during(
      someone,
      times(10, () => bench.login.post(id, 'resend', {}, key)),
    );
    expect(sent).toBe(1);
    expect(said.filter((it) => !/^(200 pending|409 idem|429 resend)/.test(it))).toEqual([]);
    if (key === undefined) return;
    const again = await bench.login.post(id, 'resend', {}, key);
    expect(told(again)).toBe('200 pending');
    expect(bench.textsTo(someone.phoneNumber)).toHaveLength(3);
  });

  it.each(['one-key', undefined])(
    'ten enrolments of one number in one challenge, key %s, send one SMS',
    async (key) => {
      const someone = people.stranger();
      const { id } = await people.begin(someone);
      const { sent, answers } = await during(
        someone,
        times(10, () => people.give(id, someone.phoneNumber, key)),
      );
      expect([sent, answers.filter(({ status }) => status === 201).length >= 1]).toEqual([1, true]);
      const code = bench.codeFor(someone.phoneNumber);
      expect(told(await bench.login.verify(id, code))).toBe('200 approved');
    },
  );

  it('five enrolments of one number in five challenges send one SMS', async () => {
    const someone = people.stranger();
    const ids = await Promise.all(
      Array.from({ length: 5 }, async () => (await people.begin(someone)).id),
    );
    const { sent } = await during(
      someone,
      times(5, (n) => people.give(ids[n], someone.phoneNumber)),
    );
    expect(sent).toBe(1);
  });

  it('R030: thirty people cannot text one number more than twice', async () => {
    const victim = people.stranger();
    const others = Array.from({ length: 30 }, () => people.stranger());
    const ids = await Promise.all(others.map(async (other) => (await people.begin(other)).id));
    const { sent, answers } = await during(
      victim,
      times(30, (n) => people.give(ids[n], victim.phoneNumber)),
    );
    expect(sent).toBe(2);
    const limited = answers.filter(({ status }) => status === 429);
    expect(new Set(limited.map(toldLimit))).toEqual(
      new Set(['429 send_limit_reached unproven_number']),
    );
    expect(limited.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true);
  });

  it('R019, V39: a resend brings no tries back, and none is possible once they are gone', async () => {
    const someone = await rested();
    const { id } = await people.begin(someone);
    const right = bench.codeFor(someone.phoneNumber);
    const wrong = (n: number) => String((Number(right) + n) % 1_000_000).padStart(6, '0');
    for (const n of [1, 2, 3]) await bench.login.verify(id, wrong(n));
    await bench.age(MINUTE);
    const resent = await bench.login.post(id, 'resend');
    expect(resent.body).toMatchObject({ status: 'pending', attemptsRemaining: 2 });
    for (const n of [4, 5]) await bench.login.verify(id, wrong(n));
    expect(told(await bench.login.verify(id, right))).toBe('410 max_attempts_reached');
    await bench.age(2 * MINUTE);
    expect(told(await bench.login.post(id, 'resend'))).toBe('410 max_attempts_reached');
    expect(bench.textsTo(someone.phoneNumber)).toHaveLength(3);
  });

  it('decision 8: a locked person is sent nothing, by start or by resend', async () => {
    const someone = await rested();
    const { id } = await people.begin(someone);
    await bench.age(MINUTE);
    await bench.sql(`UPDATE employees SET failures = 10,
      locked_until = now() + interval '5 min' WHERE user_id = '${someone.userId}'`);
    const { sent, said } = await during(someone, () => [
      people.start(someone),
      bench.login.post(id, 'resend'),
    ]);
    expect([sent, said]).toEqual([0, ['429 factor_locked']]);
  });

  it('a send that a budget refused leaves nothing: later it is an ordinary start', async () => {
    const someone = await rested();
    for (let n = 0; n < 5; n += 1) {
      const { id } = await people.begin(someone);
      await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
    }
    const limited = await people.start(someone, { nonce: NONCE }, 'limited');
    expect(toldLimit(limited)).toBe('429 send_limit_reached number');
    await bench.age(Number(limited.headers.get('retry-after')) * 1_000);
    const later = await people.start(someone, { nonce: NONCE, locale: 'fr' }, 'limited');
    expect(told(later)).toBe('201 pending');
  });

  it('a new import while the code to the old one is out makes that code worthless', async () => {
    const [someone, other] = [people.stranger(), people.stranger()];
    const put = (phoneNumber: string) =>
      bench.login.call(people.path(someone), { method: 'PUT', body: { phoneNumber } });
    await put(someone.phoneNumber);
    const { id } = await people.begin(someone);
    await people.give(id, null);
    await put(other.phoneNumber);
    const late = await bench.login.verify(id, bench.codeFor(someone.phoneNumber));
    expect(told(late)).toBe('409 challenge_canceled');
    expect((await bench.login.call(people.path(someone))).body).toMatchObject({
      factor: { status: 'imported', maskedDestination: `•••• ${other.phoneNumber.slice(-2)}` },
    });
  });

  it('a number proven in one browser is not texted again for the enrolment of another', async () => {
    const someone = people.stranger();
    const ids: unknown[] = [];
    for (const wait of [0, MINUTE]) {
      await bench.age(wait);
      const { id } = await people.begin(someone);
      await people.give(id, someone.phoneNumber);
      ids.push(id);
    }
    const code = bench.codeFor(someone.phoneNumber);
    expect(told(await bench.login.verify(ids[1], code))).toBe('200 approved');
    await bench.age(2 * MINUTE);
    expect(told(await bench.login.post(ids[0], 'resend'))).toBe('409 challenge_canceled');
    expect(bench.textsTo(someone.phoneNumber)).toHaveLength(2);
  });

  it('T06, R045: with no connection to Twilio nothing is spent; hanging, one POST and a valid code', async () => {
    const someone = await rested();
    const before = bench.textsTo(someone.phoneNumber).length;
    bench.twilio.behave(() => undefined);
    const hung = await people.start(someone);
    bench.twilio.behave();
    expect(hung.body).toMatchObject({ status: 'pending', delivery: { status: 'unknown' } });
    expect(bench.textsTo(someone.phoneNumber)).toHaveLength(before + 1);
    const code = bench.codeFor(someone.phoneNumber);
    expect(told(await bench.login.verify(hung.body['id'], code))).toBe('200 approved');
    const other = await rested();
    await bench.twilio.close();
    for (let n = 0; n < 4; n += 1) {
      const refused = await people.start(other, { nonce: NONCE }, 'unreachable');
      expect([n, told(refused)]).toEqual([n, '503 sms_unavailable']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    const left = `SELECT count(*)::int AS n FROM messages
      WHERE status = 'unavailable' AND user_id = '${other.userId}'`;
    expect(await bench.sql(left)).toEqual([{ n: 4 }]);
  });
});
