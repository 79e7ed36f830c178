/** Attacks on a company's policy: weakening it, racing it, and what its change does to open challenges. */

import type { Answer } from '../../support/login-service.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, NONCE, People, told, type Someone } from './people.js';

const NOW = new Date().toISOString();

describe('changing a policy', () => {
  let bench: Bench;
  let companyId: string;
  let people: People;
  beforeAll(async () => {
    bench = await openBench();
  });
  afterAll(() => bench.close());
  beforeEach(async () => {
    companyId = await bench.login.company();
    people = new People(bench, companyId);
  });

  const path = () => `/v1/companies/${companyId}/policy`;
  const get = () => bench.login.call(path());
  const putAt = (etag: string | null, body: object): Promise<Answer> =>
    bench.login.call(path(), { method: 'PUT', body, headers: { 'if-match': etag ?? '' } });
  const put = async (body: object) => putAt((await get()).headers.get('etag'), body);
  const operator = (...words: string[]) =>
    bench.policySet(companyId, '--reason', 'the operator says so', ...words);

  async function unused(mode = 'off'): Promise<void> {
    companyId = `fresh-${String(Math.random()).slice(2)}`;
    const body = { displayName: 'Fresh', defaultCountry: 'GB' };
    await bench.login.call(`/v1/companies/${companyId}`, { method: 'PUT', body });
    if (mode !== 'off') await put({ mode });
  }

  it('R061: of twenty administrators with one version, one changes it, and the audit knows of one', async () => {
    const etag = (await get()).headers.get('etag');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => putAt(etag, { enrolmentDays: n + 1 })),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect([done.length, new Set(answers.map(told)).size]).toEqual([1, 2]);
    expect(answers.map(told)).toContain('412 precondition_failed');
    const audit = `/v1/companies/${companyId}/audit-events?kind=policy.changed`;
    const { items } = (await bench.login.call(audit)).body;
    expect(items).toHaveLength(2);
    expect((await get()).body).toMatchObject({ enrolmentDays: done[0]?.body['enrolmentDays'] });
  });

  it('R061: without the version that was seen changes nothing', async () => {
    const bare = await bench.login.call(path(), { method: 'PUT', body: { enrolmentDays: 1 } });
    expect(told(bare)).toBe('428 precondition_required');
    for (const etag of ['*', '"1"', 'W/"2"', '2', '"']) {
      const answer = await putAt(etag, { enrolmentDays: 1 });
      expect([etag, answer.status >= 400]).toEqual([etag, true]);
    }
    expect((await get()).body).toMatchObject({ enrolmentDays: 30, version: 2 });
  });

  it.each<[string, object, string[]]>([
    ['mode to off', { mode: 'off' }, ['--mode', 'off']],
    ['mode to optional', { mode: 'optional' }, ['--mode', 'optional']],
    [
      'a later deadline',
      { enforceFrom: '2099-01-01T00:00:00Z' },
      ['--enforce-from', '2099-01-01T00:00:00Z'],
    ],
    ['more countries', { countries: ['GB', 'FR'] }, ['--countries', 'GB,FR']],
    ['the whole ceiling', { countries: null }, ['--countries', 'none']],
    ['more SMS', { smsPerDay: 11 }, ['--sms-per-day', '11']],
    ['the default of SMS', { smsPerDay: null }, ['--sms-per-day', 'none']],
    ['a longer window', { enrolmentDays: 31 }, ['--enrolment-days', '31']],
    ['remembered devices', { rememberDeviceDays: 1 }, ['--remember-device-days', '1']],
  ])('R058: %s is the operator’s alone, with a reason', async (_, body, words) => {
    await put({ countries: ['GB'], smsPerDay: 10 });
    const before = (await get()).body;
    for (const more of [{}, { reason: 'please' }]) {
      const refused = await put({ ...body, ...more });
      expect(told(refused)).toBe('403 step_up_required');
    }
    expect((await get()).body).toEqual(before);
    expect(() => bench.policySet(companyId, ...words)).toThrow('--reason');
    expect((await get()).body).toEqual(before);
    await operator(...words);
    expect((await get()).body['version']).toBe(Number(before['version']) + 1);
    const audit = `/v1/companies/${companyId}/audit-events?kind=policy.changed&limit=1`;
    expect((await bench.login.call(audit)).body['items']).toMatchObject([
      {
        actor: { role: 'operator' },
        facts: { reason: 'the operator says so', weakened: Object.keys(body) },
      },
    ]);
  });

  it('R058: a ceiling of SMS above the default is more than the default', async () => {
    expect(told(await put({ smsPerDay: 1_000_000 }))).toBe('403 step_up_required');
    expect((await put({ smsPerDay: 200 })).status).toBe(200);
  });

  it.each(['off', 'optional'])(
    'from %s to required takes a deadline, not silence',
    async (mode) => {
      await unused(mode);
      for (const body of [{ mode: 'required' }, { mode: 'required', enforceFrom: null }]) {
        const refused = await put(body);
        expect(told(refused)).toBe('400 invalid_request');
        expect(refused.body).toMatchObject({ errors: [{ pointer: '#/enforceFrom' }] });
      }
      expect((await get()).body).toMatchObject({ mode });
      expect((await put({ mode: 'required', enforceFrom: NOW })).status).toBe(200);
    },
  );

  it('a required policy cannot lose its deadline, nor another mode have one', async () => {
    expect(told(await put({ enforceFrom: null }))).toBe('400 invalid_request');
    await unused();
    expect(told(await put({ enforceFrom: NOW }))).toBe('400 invalid_request');
    expect(told(await put({ mode: 'optional', enforceFrom: NOW }))).toBe('400 invalid_request');
  });

  it('takes no list, object or number for a field of another shape', async () => {
    const before = (await get()).body;
    const odd: object[] = [
      { mode: ['off'] },
      { mode: { $ne: 'off' } },
      { mode: null },
      { enforceFrom: 0 },
      { enforceFrom: 'tomorrow' },
      { enrolmentDays: '30' },
      { enrolmentDays: 1.5 },
      { enrolmentDays: 0 },
      { countries: 'GB' },
      { countries: [] },
      { countries: ['gb'] },
      { countries: ['DE'] },
      { countries: [['GB']] },
      { methods: [] },
      { methods: ['call'] },
      { smsPerDay: 0 },
      { smsPerDay: -1 },
      { rememberDeviceDays: -1 },
      { reason: '' },
      { reason: 'a\u0000b', mode: 'off' },
    ];
    for (const body of odd)
      expect([body, told(await put(body))]).toEqual([body, '400 invalid_request']);
    expect((await get()).body).toEqual(before);
  });

  async function open(): Promise<Someone & { readonly id: unknown }> {
    const someone = await people.enrolled();
    await bench.age(10 * MINUTE);
    const { body } = await people.start(someone, { nonce: NONCE });
    return { ...someone, id: body['id'] };
  }

  it('R062: turned off, an open challenge still needs its code, and a new start none', async () => {
    const someone = await open();
    await operator('--mode', 'off');
    const { phoneNumber, id } = someone;
    const again = await people.start(someone, { nonce: NONCE });
    expect(again.body).toEqual({ status: 'not_required', reason: 'policy_off' });
    const wrong = String((Number(bench.codeFor(phoneNumber)) + 1) % 1_000_000).padStart(6, '0');
    expect(told(await bench.login.verify(id, wrong, { nonce: NONCE }))).toBe('422 code_incorrect');
    const verified = await bench.login.verify(id, bench.codeFor(phoneNumber), { nonce: NONCE });
    expect(told(verified)).toBe('200 approved');
  });

  it('turned off, enrolment closes, also its resend', async () => {
    const [one, other] = [people.stranger(), people.stranger()];
    const [first, second] = [await people.start(one), await people.start(other)];
    await people.give(first.body['id'], one.phoneNumber);
    await bench.age(MINUTE);
    await operator('--mode', 'off');
    const before = bench.twilio.messages.length;
    const given = await people.give(second.body['id'], other.phoneNumber);
    expect(told(given)).toBe('403 enrolment_not_open');
    const resent = await bench.login.post(first.body['id'], 'resend');
    expect(told(resent)).toBe('403 enrolment_not_open');
    expect(bench.twilio.messages).toHaveLength(before);
  });

  it('narrowed countries bind the resend and the next start, and the code out there still works', async () => {
    const someone = await open();
    await bench.age(MINUTE);
    expect((await put({ countries: ['FR'] })).status).toBe(200);
    const before = bench.twilio.messages.length;
    const resent = await bench.login.post(someone.id, 'resend');
    expect(told(resent)).toBe('422 destination_not_allowed');
    expect(told(await people.start(someone))).toBe('422 destination_not_allowed');
    expect(bench.twilio.messages).toHaveLength(before);
    const code = bench.codeFor(someone.phoneNumber);
    const verified = await bench.login.verify(someone.id, code, { nonce: NONCE });
    expect(told(verified)).toBe('200 approved');
  });

  it('decision 18: under an optional policy a disabled or unreachable factor is never "no factor"', async () => {
    const someone = await people.enrolled();
    await operator('--mode', 'optional');
    const stranger = people.stranger();
    expect((await people.start(stranger)).body).toMatchObject({ reason: 'no_factor' });
    await bench.sql(`UPDATE factors SET undeliverable_until = now() + interval '1 day'`);
    expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
    await bench.sql(`UPDATE employees SET disabled_at = now()`);
    expect(told(await people.start(someone))).toBe('409 factor_disabled');
    await bench.login.call(`${people.path(someone)}/reset`, { body: { reason: 'disabled' } });
    await bench.sql(`UPDATE grants SET expires_at = now()`);
    const { body } = await people.start(someone);
    expect(body).toMatchObject({
      status: 'enrolment_required',
      enrolment: { grant: 'none', canSkip: false },
    });
  });

  it('decision 19: an id that differs in case alone is nobody new', async () => {
    const { userId } = await people.enrolled({ ...people.stranger(), userId: 'alice' });
    for (const [field, value] of [
      ['userId', userId.toUpperCase()],
      ['companyId', companyId.toUpperCase()],
    ] as const) {
      const answer = await people.start({ companyId, userId, phoneNumber: '', [field]: value });
      expect(told(answer)).toBe('400 invalid_request');
      expect(answer.body).toMatchObject({ errors: [{ pointer: `#/${field}` }] });
    }
    const listed = await bench.login.call(`/v1/companies/${companyId}/employees/ALICE`, {
      method: 'PUT',
      body: {},
    });
    expect(told(listed)).toBe('400 invalid_request');
    const company = await bench.login.call(`/v1/companies/${companyId.toUpperCase()}`, {
      method: 'PUT',
      body: { displayName: 'Other', defaultCountry: 'GB' },
    });
    expect(told(company)).toBe('400 invalid_request');
  });
});
