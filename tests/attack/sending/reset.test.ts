/** Attacks on the reset of a lost phone: what dies with it, what it opens, and who is told. */

import { refuse } from '../../support/twilio-stand-in.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, NONCE, People, told, type Someone } from './people.js';

describe('resetting a person', () => {
  let bench: Bench;
  let people: People;
  const seen: string[] = [];
  beforeAll(async () => {
    bench = await openBench((_, { body }) => seen.push(JSON.stringify(body)));
    people = new People(bench, await bench.login.company());
  });
  afterAll(() => bench.close());
  afterEach(() => bench.twilio.behave());

  const reset = (someone: Someone, key?: string, reason = 'lost phone') =>
    bench.login.call(`${people.path(someone)}/reset`, {
      body: { reason },
      ...(key && { headers: { 'idempotency-key': key } }),
    });
  const grants = ({ userId }: Someone) =>
    bench.sql(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE closed_at IS NULL)::int AS open
        FROM grants WHERE kind = 'reset' AND user_id = '${userId}'`,
    );

  async function pending(): Promise<Someone & { readonly id: unknown; readonly code: string }> {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    const { body } = await people.start(someone, { nonce: NONCE });
    return { ...someone, id: body['id'], code: bench.codeFor(someone.phoneNumber) };
  }

  it('R050: kills the code that is out, at once and for good', async () => {
    const { id, code, ...someone } = await pending();
    expect(told(await reset(someone))).toBe('200 undefined');
    const late = await bench.login.verify(id, code, { nonce: NONCE });
    expect(told(late)).toBe('409 challenge_canceled');
    expect(told(await bench.login.post(id, 'resend'))).toBe('409 challenge_canceled');
    expect(told(await people.start(someone, { nonce: NONCE }))).toBe('201 enrolment_required');
  });

  it('R050: while the pending store is away, the right code still approves nothing', async () => {
    const { id, code, ...someone } = await pending();
    const { challenges } = bench.parts.pending;
    const cancelAll = challenges.cancelAll.bind(challenges);
    challenges.cancelAll = () => Promise.reject(new Error('away'));
    await reset(someone);
    challenges.cancelAll = cancelAll;
    const before = bench.twilio.messages.length;
    await bench.age(MINUTE);
    expect(told(await bench.login.post(id, 'resend'))).toBe('409 challenge_canceled');
    const late = await bench.login.verify(id, code, { nonce: NONCE });
    expect(told(late)).toBe('409 challenge_canceled');
    expect(bench.twilio.messages).toHaveLength(before);
  });

  it('R051, R053: tells the removed phone once, without a code, also when asked twice', async () => {
    const someone = await people.enrolled();
    const before = bench.textsTo(someone.phoneNumber).length;
    await reset(someone);
    await reset(someone);
    const notices = bench.textsTo(someone.phoneNumber).slice(before);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/^Acme: this phone was removed/);
    expect(notices[0]).not.toMatch(/\d{4}/);
    expect(await grants(someone)).toEqual([{ all: 2, open: 1 }]);
  });

  it('decision 16: ten at once under one key are one reset, one grant, one notice', async () => {
    const someone = await people.enrolled();
    const before = bench.textsTo(someone.phoneNumber).length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => reset(someone, 'once')));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await grants(someone)).toEqual([{ all: 1, open: 1 }]);
    expect(bench.textsTo(someone.phoneNumber)).toHaveLength(before + 1);
    const other = await reset(someone, 'once', 'another reason');
    expect(told(other)).toBe('422 idempotency_key_reused');
  });

  it('decision 16: its key again removes nothing that was enrolled since', async () => {
    const someone = await people.enrolled();
    await reset(someone, 'again');
    await bench.age(10 * MINUTE);
    await people.enrolled(someone);
    expect((await reset(someone, 'again')).status).toBe(200);
    await bench.age(10 * MINUTE);
    expect(told(await people.start(someone))).toBe('201 pending');
  });

  it('R020: lets a person whose factor was disabled enrol once, and then start from no failures', async () => {
    const someone = await people.enrolled();
    await bench.sql(
      `UPDATE employees SET failures = 50, disabled_at = now() WHERE user_id = '${someone.userId}'`,
    );
    expect(told(await people.start(someone))).toBe('409 factor_disabled');
    const invited = await bench.login.call(`${people.path(someone)}/enrolment-grants`, {
      body: { reason: 'instead of a reset' },
    });
    expect(told(invited)).toBe('409 factor_active');
    await reset(someone);
    await bench.age(10 * MINUTE);
    await people.enrolled(someone);
    expect((await bench.login.call(people.path(someone))).body).toMatchObject({
      failures: 0,
      wasReset: false,
      enrolment: null,
      factor: { status: 'active' },
    });
    await bench.age(10 * MINUTE);
    expect(told(await people.start(someone))).toBe('201 pending');
  });

  it('decision 18: a refused number is left alone for a day, gets one new try, or a reset', async () => {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    bench.twilio.behave(refuse(400, 21614));
    expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
    const posts = () => bench.textsTo(someone.phoneNumber).length;
    const tried = posts();
    for (let n = 0; n < 3; n += 1) {
      expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
    }
    expect(posts()).toBe(tried);
    await bench.sql(
      `UPDATE factors SET undeliverable_until = undeliverable_until - interval '24 h'`,
    );
    expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
    expect(posts()).toBe(tried + 1);
    await reset(someone);
    bench.twilio.behave();
    await bench.age(10 * MINUTE);
    await people.enrolled(someone);
    await bench.age(10 * MINUTE);
    expect(told(await people.start(someone))).toBe('201 pending');
  });

  it('stands when the notice cannot be sent, and the audit tells of both', async () => {
    const someone = await people.enrolled();
    bench.twilio.behave(refuse(400, 21610));
    expect((await reset(someone)).status).toBe(200);
    const kinds = (await people.audit(someone)).slice(0, 3).map(({ kind }) => kind);
    expect(kinds).toEqual(['send.refused', 'phone.opened', 'factor.reset']);
  });

  it('opens one enrolment, for seven days, and the policy’s own window no more', async () => {
    const someone = await people.enrolled();
    const { body } = await reset(someone);
    const days = (Date.parse(String(body['expiresAt'])) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(7);
    await bench.sql(`UPDATE grants SET expires_at = now() WHERE user_id = '${someone.userId}'`);
    const started = await people.start(someone);
    expect(started.body).toMatchObject({ enrolment: { grant: 'none', canSkip: false } });
    const given = await people.give(started.body['id'], people.stranger().phoneNumber);
    expect(told(given)).toBe('403 enrolment_not_open');
    await bench.login.call(people.path(someone), {
      method: 'PUT',
      body: { phoneNumber: people.stranger().phoneNumber },
    });
    expect(told(await people.give(started.body['id'], null))).toBe('403 enrolment_not_open');
  });

  it('of nobody known is 404, and of somebody without a phone sends nothing', async () => {
    const before = bench.twilio.messages.length;
    expect(told(await reset(people.stranger()))).toBe('404 employee_not_found');
    const listed = people.stranger();
    await bench.login.call(people.path(listed), { method: 'PUT', body: {} });
    expect((await reset(listed)).status).toBe(200);
    expect(bench.twilio.messages).toHaveLength(before);
  });

  it('R053, R125: no answer of all these held a number or a code', () => {
    const numbers = bench.twilio.messages.map(({ form }) => (form['To'] ?? '').slice(3));
    expect(numbers.length).toBeGreaterThan(20);
    const all = seen.join('\n');
    expect(numbers.filter((number) => all.includes(number))).toEqual([]);
  });
});
