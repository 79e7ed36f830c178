/** The SMS as it leaves, for companies whose names attack it and people who speak anything (R038, T01-T05). */

import { septets } from '../../../src/domain/gsm7.js';
import type { LoginService } from '../../support/login-service.js';
import { openBench, type Bench } from './bench.js';
import { MINUTE, People, told, type Someone } from './people.js';

const HOST = 'login.example.com';

describe('the SMS with a code', () => {
  let bench: Bench;
  let people: People;
  let bound: LoginService;
  let someone: Someone;
  beforeAll(async () => {
    bench = await openBench();
    people = new People(bench, await bench.login.company());
    bound = await bench.newClient(undefined, { 'code-host': HOST });
    someone = await people.enrolled();
  });
  afterAll(() => bench.close());
  /** So that no limit of a day is in the way. */
  beforeEach(() => bench.age(25 * 60 * MINUTE));

  async function rename(displayName: string, locale = 'en'): Promise<void> {
    const body = { displayName, defaultCountry: 'GB', locale };
    const path = `/v1/companies/${people.companyId}`;
    const answer = await bench.login.call(path, { method: 'PUT', body });
    expect(answer.status).toBe(200);
  }

  /** The draft's own reading of a message: host and code of its last line. */
  function parse(body: string): { host: string; code: string } | undefined {
    const [, host = '', code = ''] = /^@(\S+) #(\S+)$/.exec(body.split('\n').at(-1) ?? '') ?? [];
    return host === '' ? undefined : { host, code };
  }

  async function sent(login: LoginService, more: object = {}) {
    const started = await login.start(people.companyId, someone.userId, more);
    expect(told(started)).toBe('201 pending');
    const { form = {}, user = '' } = bench.twilio.messages.at(-1) ?? {};
    return { id: started.body['id'], form, user, body: form['Body'] ?? '' };
  }

  it.each([
    'Acme',
    'X @evil.example #111111',
    '@evil.example #111111',
    'Bank https://evil.example/login',
    '123456 is your code. 654321',
    '🏦🏦🏦🏦🏦🏦🏦🏦🏦🏦',
    '{code} {minutes, plural, one {x} other {y}}',
    "O'Brien & Søn ‹ç ó â› €€€€€€€€€€€€€€€€€€€€€€€€€€€€€€",
    'Ä'.repeat(60),
    '漢字'.repeat(30),
    'Акционерное общество «Ромашка» и партнёры по всему миру, 12',
    '%s%n $' + '{jndi:ldap://x} <b>Acme</b>',
  ])(
    'R038: of %s is one segment that says what it is, and whose last line is ours',
    async (name) => {
      for (const locale of ['en', 'de', 'fr', 'es', 'it']) {
        await rename(name, locale);
        await bench.age(10 * MINUTE);
        const { id, body } = await sent(bound);
        expect(septets(body)).toBeLessThanOrEqual(160);
        expect(body).not.toMatch(/https?:|www\.|evil\.example/);
        const { host, code = '' } = parse(body) ?? {};
        expect([host, body.slice(0, 6), body.match(/\d{5,}/g)?.length]).toEqual([HOST, code, 2]);
        expect(told(await bound.verify(id, code))).toBe('200 approved');
      }
    },
  );

  it('R038, decision 35: has no bound line for a client without a host', async () => {
    await rename('Acme');
    const { body } = await sent(bench.login);
    expect([parse(body), body.includes('@')]).toEqual([undefined, false]);
  });

  it.each<[string, string, string | undefined, RegExp]>([
    ['the person’s', 'en', 'de-AT', /Sicherheitscode/],
    ['the company’s where the person’s is unknown', 'fr', 'sv-SE', /code de connexion/],
    ['the company’s where none is given', 'es', undefined, /c.digo/i],
    ['English where neither is known', 'pl', 'ja', /security code/],
  ])('speaks %s language', async (_, company, locale, words) => {
    await rename('Acme', company);
    const { id, body } = await sent(bench.login, { ...(locale && { locale }) });
    expect(body).toMatch(words);
    await bench.age(MINUTE);
    await bench.login.post(id, 'resend');
    expect(bench.textsTo(someone.phoneNumber).at(-1)).toMatch(words);
  });

  it('T01-T05, R039: is an OTP by API key, no longer valid than its code, and asks for reports at an address of its own', async () => {
    await rename('Acme');
    const { id, form, user } = await sent(bench.login);
    expect(user).toMatch(/^SK/);
    expect(form).toMatchObject({ MessageIntent: 'otp', To: someone.phoneNumber });
    const known = ['To', 'From', 'Body', 'ValidityPeriod', 'MessageIntent', 'StatusCallback'];
    expect(Object.keys(form).filter((name) => !known.includes(name))).toEqual([]);
    expect(Number(form['ValidityPeriod'])).toBeLessThanOrEqual(300);
    await bench.age(2 * MINUTE);
    await bench.login.post(id, 'resend');
    const second = bench.twilio.messages.at(-1)?.form;
    const again = Number(second?.['ValidityPeriod']);
    const addresses = [form['StatusCallback'], second?.['StatusCallback']];
    for (const address of addresses) {
      expect(address).toMatch(/\/v1\/twilio\/status\/[A-Za-z0-9_-]{32}$/);
    }
    expect(new Set(addresses).size).toBe(2);
    expect([again <= 180, again > 5]).toEqual([true, true]);
  });

  it('a resend is the same code, never later than a minute before its end', async () => {
    const { id, body } = await sent(bench.login);
    await bench.age(MINUTE);
    expect(told(await bench.login.post(id, 'resend'))).toBe('200 pending');
    expect(bench.textsTo(someone.phoneNumber).at(-1)?.slice(0, 6)).toBe(body.slice(0, 6));
    await bench.age(3 * MINUTE + 1_000);
    expect(told(await bench.login.post(id, 'resend'))).toBe('409 challenge_expiring');
  });
});
