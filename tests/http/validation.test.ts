/** Bad input gets a 400 that names the field, and no use case ever sees it. */

import type { UseCases } from '../../src/app/use-cases.js';
import { fakeUseCases, ID } from '../support/fake-use-cases.js';
import { ACTOR, startApi, type Api, type Sent } from '../support/http.js';

let api: Api;
const reached: string[] = [];

beforeAll(async () => {
  const notes = new Proxy(fakeUseCases, {
    get: (target, name: keyof UseCases) => {
      reached.push(name);
      return target[name];
    },
  });
  api = await startApi({ listener: { useCases: notes } });
});
afterAll(() => api.stop());
beforeEach(() => {
  reached.length = 0;
});

const START = { companyId: 'acme', userId: 'u-1' };
const COMPANY = { displayName: 'Acme', defaultCountry: 'GB' };
const ENROL = { noticeVersion: '2026-11' };

type Case = readonly [patch: Record<string, unknown>, pointer: string];

async function expectRefused(sent: Sent, pointer: string): Promise<void> {
  const answer = await api.send(sent);
  expect(answer).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
  expect(answer.json['errors']).toEqual([{ pointer, detail: expect.any(String) as string }]);
  expect(reached).toEqual([]);
}

const startCases: readonly Case[] = [
  [{ companyId: undefined }, '#/companyId'],
  [{ companyId: 7 }, '#/companyId'],
  [{ userId: ['u-1'] }, '#/userId'],
  [{ userId: '' }, '#/userId'],
  [{ userId: 'a b' }, '#/userId'],
  [{ userId: '-u' }, '#/userId'],
  [{ userId: 'u\u0000' }, '#/userId'],
  [{ userId: 'ü' }, '#/userId'],
  [{ userId: 'u'.repeat(129) }, '#/userId'],
  [{ locale: 'english' }, '#/locale'],
  [{ locale: 'en-1' }, '#/locale'],
  [{ nonce: 'short' }, '#/nonce'],
  [{ nonce: 'n'.repeat(129) }, '#/nonce'],
  [{ nonce: 'n'.repeat(16) + ' ' }, '#/nonce'],
  [{ context: 'x' }, '#/context'],
  [{ context: { ipAddress: '1.2.3' } }, '#/context/ipAddress'],
  [{ context: { ipAddress: 'fe80::1%eth0' } }, '#/context/ipAddress'],
  [{ context: { userAgent: 'a\u001b[31m' } }, '#/context/userAgent'],
  [{ context: { userAgent: '\ud800' } }, '#/context/userAgent'],
  [{ context: { userAgent: 'x'.repeat(513) } }, '#/context/userAgent'],
  [{ context: { email: 'x' } }, '#/context/email'],
];

/** Later issues bring these; until then they are refused by name. */
const laterCases: readonly Case[] = [
  [{ returnUrl: '' }, '#/returnUrl'],
  [{ state: 'x' }, '#/state'],
  [{ returnUrl: 'https://login.test/', state: 'a\u0007' }, '#/state'],
  [{ purpose: 'change_phone' }, '#/purpose'],
  [{ state: 's' }, '#/state'],
  [{ deviceId: 'd' }, '#/deviceId'],
  [{ channel: 'email' }, '#/channel'],
  [{ purpose: 'step_up' }, '#/action'],
  [{ action: 'change_phone' }, '#/action'],
];

const looseningCases: readonly Case[] = [
  ...['ttl', 'maxAttempts', 'digits', 'skipRateLimit', 'country', 'phoneNumber'].map(
    (name): Case => [{ [name]: 1 }, `#/${name}`],
  ),
];

const companyCases: readonly Case[] = [
  [{ displayName: '' }, '#/displayName'],
  [{ displayName: '   ' }, '#/displayName'],
  [{ displayName: 'A\ncme' }, '#/displayName'],
  [{ displayName: 'Ac\u202Eme' }, '#/displayName'],
  [{ displayName: 'A'.repeat(61) }, '#/displayName'],
  [{ defaultCountry: 'gb' }, '#/defaultCountry'],
  [{ defaultCountry: 'XX' }, '#/defaultCountry'],
  [{ timeZone: 'Mars/Olympus' }, '#/timeZone'],
  [{ timeZone: '+01:00' }, '#/timeZone'],
  [{ supportText: 'x'.repeat(501) }, '#/supportText'],
  [{ branding: { accentColor: 'red' } }, '#/branding/accentColor'],
  [{ branding: { logo: 'https://acme.test/logo.png' } }, '#/branding/logo'],
  [{ branding: { logo: Buffer.from('<svg xmlns="…"/>').toString('base64') } }, '#/branding/logo'],
  [{ branding: { logo: 'A'.repeat(13_340) } }, '#/branding/logo'],
  [{ branding: { font: 'Arial' } }, '#/branding/font'],
];

const policyCases: readonly Case[] = [
  [{ mode: 'on' }, '#/mode'],
  [{ enforceFrom: 'tomorrow' }, '#/enforceFrom'],
  [{ enforceFrom: '2027-02-30T00:00:00Z' }, '#/enforceFrom'],
  [{ enforceFrom: '2027-01-04T08:00:00' }, '#/enforceFrom'],
  [{ enrolmentDays: 0 }, '#/enrolmentDays'],
  [{ enrolmentDays: 366 }, '#/enrolmentDays'],
  [{ enrolmentDays: 1.5 }, '#/enrolmentDays'],
  [{ enrolmentDays: '30' }, '#/enrolmentDays'],
  [{ methods: [] }, '#/methods'],
  [{ methods: ['totp'] }, '#/methods/0'],
  [{ countries: [] }, '#/countries'],
  [{ countries: ['GB', 'ZZ'] }, '#/countries/1'],
  [{ smsPerDay: -1 }, '#/smsPerDay'],
  [{ rememberDeviceDays: 91 }, '#/rememberDeviceDays'],
  [{ reason: '' }, '#/reason'],
  [{ reason: 'r'.repeat(501) }, '#/reason'],
  [{ version: 3 }, '#/version'],
];

const enrolCases: readonly Case[] = [
  [{ noticeVersion: undefined }, '#/noticeVersion'],
  [{ phoneNumber: 447700900123 }, '#/phoneNumber'],
  [{ phoneNumber: '' }, '#/phoneNumber'],
  [{ phoneNumber: '+447700900123\u0000' }, '#/phoneNumber'],
  [{ phoneNumber: '+'.padEnd(41, '4') }, '#/phoneNumber'],
  [{ phoneNumber: { toString: '+44' } }, '#/phoneNumber'],
  [{ channel: 'email' }, '#/channel'],
];

describe('a start', () => {
  it.each([...startCases, ...laterCases])('with %j is refused at %s', async (patch, pointer) => {
    const body = { ...START, ...patch };
    await expectRefused({ method: 'POST', path: '/v1/challenges', body }, pointer);
  });

  it.each(looseningCases)('R081: with %j is refused at %s', async (patch, pointer) => {
    const body = { ...START, ...patch };
    await expectRefused({ method: 'POST', path: '/v1/challenges', body }, pointer);
  });

  it('with an address for an id is refused with the advice to use an opaque one', async () => {
    const body = { ...START, userId: 'ann@acme.test' };
    const answer = await api.send({ method: 'POST', path: '/v1/challenges', body });
    expect(answer.json['errors']).toEqual([
      { pointer: '#/userId', detail: expect.stringContaining('opaque id') as string },
    ]);
  });

  it('with several mistakes names each of them', async () => {
    const body = { companyId: 1, nonce: 'x', ttl: 9 };
    const answer = await api.send({ method: 'POST', path: '/v1/challenges', body });
    const pointers = (answer.json['errors'] as { pointer: string }[]).map((it) => it.pointer);
    expect(pointers.sort()).toEqual(['#/companyId', '#/nonce', '#/ttl', '#/userId']);
  });

  it('never repeats a value, nor a name that could be a number or a code', async () => {
    const body = { ...START, nonce: '493817', '+447700900123': 1, code493817: 1 };
    const answer = await api.send({ method: 'POST', path: '/v1/challenges', body });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/493817|7700900123/);
  });
});

describe('the other calls', () => {
  it.each(companyCases)('a company with %j is refused at %s', async (patch, pointer) => {
    const body = { ...COMPANY, ...patch };
    const sent = { method: 'PUT', path: '/v1/companies/acme', headers: ACTOR, body };
    await expectRefused(sent, pointer);
  });

  it.each(policyCases)('a policy with %j is refused at %s', async (body, pointer) => {
    const headers = { ...ACTOR, 'If-Match': '"v1"' };
    const sent = { method: 'PUT', path: '/v1/companies/acme/policy', headers, body };
    await expectRefused(sent, pointer);
  });

  it.each(enrolCases)('an enrolment with %j is refused at %s', async (patch, pointer) => {
    const body = { ...ENROL, ...patch };
    await expectRefused({ method: 'POST', path: `/v1/challenges/${ID}/enrolment`, body }, pointer);
  });

  it.each([
    [{}, '#/code'],
    [{ code: '1', method: 'totp' }, '#/method'],
    [{ code: '1', nonce: 'short' }, '#/nonce'],
    [{ code: '1', codes: ['2'] }, '#/codes'],
  ])('a verify with %j is refused at %s', async (body, pointer) => {
    await expectRefused({ method: 'POST', path: `/v1/challenges/${ID}/verify`, body }, pointer);
  });

  it.each([
    ['POST', `/v1/challenges/${ID}/resend`, { channel: 'email' }, '#/channel'],
    ['POST', `/v1/challenges/${ID}/cancel`, { reason: 'bored' }, '#/reason'],
    ['PUT', '/v1/companies/a%40b', COMPANY, 'path:companyId'],
    ['PUT', '/v1/companies/a%00b', COMPANY, 'path:companyId'],
    ['PUT', '/v1/companies/%zz', COMPANY, 'path:'],
    ['PUT', '/v1/companies/acme/employees/a%2Fb', {}, 'path:userId'],
    ['POST', '/v1/companies/acme/employees/u/reset', {}, '#/reason'],
    ['POST', '/v1/companies/acme/employees/u/enrolment-grants', { reason: '\t' }, '#/reason'],
    ['GET', '/v1/companies/acme/employees?status=all', undefined, 'query:status'],
    ['GET', '/v1/companies/acme/audit-events?kind=all', undefined, 'query:kind'],
    ['GET', '/v1/companies/acme/notice?locale=en-1', undefined, 'query:locale'],
  ])('%s %s with %j is refused at %s', async (method, path, body, pointer) => {
    await expectRefused({ method, path, headers: ACTOR, body }, pointer);
  });

  it.each(['no id of ours', '%00', 'x'.repeat(200)])(
    'a challenge called "%s" is unknown',
    async (id) => {
      const answer = await api.send({ path: `/v1/challenges/${encodeURIComponent(id)}` });
      expect(answer).toMatchObject({ status: 404, json: { code: 'challenge_not_found' } });
      expect(reached).toEqual([]);
    },
  );
});

describe('the headers', () => {
  const POLICY = '/v1/companies/acme/policy';
  it.each([undefined, '', 'admin', 'admin:', 'root:1', 'operator:cli', 'admin:a@b', 'admin:a b'])(
    'Assay-Actor %j is refused where one is needed',
    async (actor) => {
      const headers = actor === undefined ? {} : { 'Assay-Actor': actor };
      await expectRefused({ path: POLICY, headers }, 'header:Assay-Actor');
    },
  );

  it.each(['', 'a b', 'é', 'k'.repeat(256)])('Idempotency-Key %j is refused', async (key) => {
    const sent = { method: 'POST', path: '/v1/challenges', body: START };
    const headers = { 'Idempotency-Key': key };
    await expectRefused({ ...sent, headers }, 'header:Idempotency-Key');
  });

  it('two Idempotency-Keys are never one', async () => {
    const sent = { method: 'POST', path: '/v1/challenges', body: START };
    const headers = { 'Idempotency-Key': ['a', 'b'] };
    await expectRefused({ ...sent, headers }, 'header:Idempotency-Key');
  });
});
