/** What a repeated, doubled or hurried start sends: one SMS, and only where somebody asked. */

import { openBench, type Bench } from './bench.js';
import { MINUTE, NONCE, People, told, type Someone } from './people.js';

describe('starting a sign-in', () => {
  let bench: Bench;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
    people = new People(bench, await bench.login.company());
  });
  afterAll(() => bench.close());

  async function rested(): Promise<Someone & { readonly before: number }> {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    return { ...someone, before: bench.textsTo(someone.phoneNumber).length };
  }
  const sent = ({ phoneNumber, before }: Someone & { before: number }) =>
    bench.textsTo(phoneNumber).length - before;

  it('decision 11: twenty at once with one nonce and one key send one SMS', async () => {
    const someone = await rested();
    const clicks = Array.from({ length: 20 }, () => people.start(someone, { nonce: NONCE }, 'k'));
    const answers = await Promise.all(clicks);
    expect(sent(someone)).toBe(1);
    const pending = answers.filter(({ status }) => status === 201);
    expect(new Set(pending.map(({ body }) => body['id'])).size).toBe(1);
    const others = new Set(answers.filter(({ status }) => status !== 201).map(told));
    expect([...others].filter((it) => it !== '409 idempotency_in_progress')).toEqual([]);
    expect(told(await people.start(someone, { nonce: NONCE }, 'k'))).toBe('201 pending');
    expect(sent(someone)).toBe(1);
  });

  it('decision 11: a reload after the approval sends nothing, also with a new key', async () => {
    const someone = await rested();
    const { body } = await people.start(someone, { nonce: NONCE });
    const code = bench.codeFor(someone.phoneNumber);
    await bench.login.verify(body['id'], code, { nonce: NONCE });
    await bench.age(2 * MINUTE);
    for (const key of [undefined, 'k-1', 'k-2']) {
      const again = await people.start(someone, { nonce: NONCE }, key);
      expect(told(again)).toBe('409 challenge_approved');
    }
    expect(sent(someone)).toBe(1);
  });

  it('decision 16: a key of another body is refused, and nothing goes out', async () => {
    const someone = await rested();
    await people.start(someone, {}, 'same');
    const other = await people.start(someone, { locale: 'de' }, 'same');
    expect(told(other)).toBe('422 idempotency_key_reused');
    expect(sent(someone)).toBe(1);
  });

  it('decision 16: a key whose challenge ended or was forgotten answers its end', async () => {
    const someone = await rested();
    const { body } = await people.start(someone, {}, 'ends');
    await bench.login.post(body['id'], 'cancel');
    expect(told(await people.start(someone, {}, 'ends'))).toBe('409 challenge_canceled');
    await bench.age(3 * 60 * MINUTE);
    expect(told(await people.start(someone, {}, 'ends'))).toBe('410 challenge_expired');
    expect(sent(someone)).toBe(1);
  });

  it.each(['canceled', 'used up', 'expired'])(
    'decision 11: a nonce whose challenge is %s is an ordinary new start',
    async (end) => {
      const someone = await rested();
      const { body } = await people.start(someone, { nonce: NONCE });
      const { id } = body;
      if (end === 'canceled') await bench.login.post(id, 'cancel');
      for (let n = 0; end === 'used up' && n < 5; n += 1) {
        await bench.login.verify(id, wrong(someone), { nonce: NONCE });
      }
      await bench.age(end === 'expired' ? 6 * MINUTE : MINUTE);
      const again = await people.start(someone, { nonce: NONCE });
      expect([told(again), again.body['id'] === id]).toEqual(['201 pending', false]);
      expect(sent(someone)).toBe(2);
    },
  );

  const wrong = ({ phoneNumber }: Someone) =>
    String((Number(bench.codeFor(phoneNumber)) + 1) % 1_000_000).padStart(6, '0');

  it('decision 11: the sixth open challenge is refused and names what is used up', async () => {
    const someone = people.stranger();
    for (let n = 0; n < 5; n += 1) {
      expect(told(await people.start(someone))).toBe('201 enrolment_required');
    }
    const sixth = await people.start(someone);
    expect(told(sixth)).toBe('429 send_limit_reached');
    expect(sixth.body).toMatchObject({ limit: 'open_challenges' });
    await bench.age(Number(sixth.headers.get('retry-after')) * 1_000);
    expect(told(await people.start(someone))).toBe('201 enrolment_required');
  });

  it('R029, decision 12: the gap grows 30, 60, 120, 240, stays, and is 30 again after rest', async () => {
    const someone = await rested();
    const waits: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const started = await people.start(someone);
      expect(told(started)).toBe('201 pending');
      await bench.login.post(started.body['id'], 'cancel');
      const early = await people.start(someone);
      expect(told(early)).toBe('429 resend_cooldown');
      const wait = Number(early.headers.get('retry-after'));
      waits.push(Math.ceil(wait / 30) * 30);
      await bench.age(wait * 1_000);
    }
    await bench.age(10 * MINUTE);
    await people.start(someone);
    const rest = await people.start(someone);
    waits.push(Math.ceil(Number(rest.headers.get('retry-after')) / 30) * 30);
    expect(waits).toEqual([30, 60, 120, 240, 240, 240, 30]);
  });

  it('R108, decision 13: work that took its time sends nothing and leaves nothing to find', async () => {
    const someone = await rested();
    bench.lag(2_000);
    const late = await people.start(someone, { nonce: NONCE }, 'late');
    bench.lag(0);
    expect([told(late), sent(someone)]).toEqual(['503 temporarily_unavailable', 0]);
    expect(told(await people.start(someone, { nonce: NONCE }, 'late'))).toBe('201 pending');
    expect(sent(someone)).toBe(1);
  });

  it('finds the challenge of a browser useless once its person enrolled in another one', async () => {
    const someone = people.stranger();
    const waiting = await people.start(someone, { nonce: NONCE });
    expect(told(waiting)).toBe('201 enrolment_required');
    await people.enrolled(someone);
    await bench.age(10 * MINUTE);
    const reloaded = await people.start(someone, { nonce: NONCE });
    expect(told(reloaded)).toBe('201 pending');
    const ended = await bench.login.call(`/v1/challenges/${String(waiting.body['id'])}`);
    expect(ended.body).toMatchObject({ status: 'canceled' });
  });

  it('lets a reload begin anew where the reset could not tell the pending store', async () => {
    const someone = await rested();
    const { body } = await people.start(someone, { nonce: NONCE });
    const { challenges } = bench.parts.pending;
    const cancelAll = challenges.cancelAll.bind(challenges);
    challenges.cancelAll = () => Promise.reject(new Error('away'));
    const reset = await bench.login.call(`${people.path(someone)}/reset`, {
      body: { reason: 'lost' },
    });
    challenges.cancelAll = cancelAll;
    expect(reset.status).toBe(200);
    const code = bench.codeFor(someone.phoneNumber);
    expect(code).toBe('no code');
    const again = await people.start(someone, { nonce: NONCE });
    expect(told(again)).toBe('201 enrolment_required');
    expect(again.body['id']).not.toBe(body['id']);
  });

  it('R036, V33: takes no array, object or second address for any field', async () => {
    const someone = await rested();
    const odd = [[someone.userId], { $ne: '' }, 7, true, null, `${someone.userId} `, 'a@b.c'];
    for (const field of ['companyId', 'userId', 'locale', 'nonce', 'channel', 'purpose']) {
      for (const value of odd) {
        const answer = await people.start(someone, { [field]: value });
        expect([field, value, told(answer)]).toEqual([field, value, '400 invalid_request']);
      }
    }
    const later = { returnUrl: 'https://a.example', state: 's', deviceId: 'd', action: 'x' };
    for (const [field, value] of Object.entries({ ...later, to: ['+447700900999'] })) {
      expect(told(await people.start(someone, { [field]: value }))).toBe('400 invalid_request');
    }
    for (const context of [[], 'x', { ip: '1.2.3.4' }, { ipAddress: ['1.2.3.4'] }]) {
      expect(told(await people.start(someone, { context }))).toBe('400 invalid_request');
    }
    expect(sent(someone)).toBe(0);
  });
});
