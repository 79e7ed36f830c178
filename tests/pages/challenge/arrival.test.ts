/** Whose browser a page belongs to: arriving, other browsers, scanners, and an attacker who mails the address. */

import { addressOf } from '../../../src/domain/hosted-page.js';
import { exchange } from '../../support/raw-http.js';
import { goesOnTo, heading, Office, RETURN_URL, words, type Begun } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 180_000);
afterAll(() => office.close());

/** As browsers send it when a login service answers with a redirect. */
const REDIRECT = {
  'Sec-Fetch-Dest': 'document',
  'Sec-Fetch-Mode': 'navigate',
  'Sec-Fetch-Site': 'cross-site',
};

async function ask(path: string, headers: Readonly<Record<string, string>>) {
  const { hostname, port } = new URL(office.assay.url);
  const { text, headers: got } = await exchange(Number(port), {
    ...{ method: headers['method'] ?? 'GET', path },
    headers: { Host: hostname, Accept: 'text/html', 'Accept-Language': 'en', ...headers },
  });
  const cookie = String(got['set-cookie']).split(';')[0] ?? '';
  return { title: /<h1>(.*?)<\/h1>/.exec(text)?.[1], cookie, to: got['location'] };
}

/** A browser that keeps the cookie it is given and goes where it is sent. */
async function arrive(path: string, headers: Readonly<Record<string, string>>) {
  const first = await ask(path, headers);
  return first.to === undefined ? first : ask(first.to, { ...headers, Cookie: first.cookie });
}

describe('decision 25: a browser', () => {
  it.each([
    ['another site', 'cross-site'],
    ['a sister site', 'same-site'],
    ['a page of ours', 'same-origin'],
  ])('that %s sent here is bound at once, and no other one after it', async (_name, site) => {
    const { path } = await office.begin(await office.enrolled());
    const first = await arrive(path, { ...REDIRECT, 'Sec-Fetch-Site': site });
    expect(first.title).toBe('Enter your security code');
    const second = await arrive(path, REDIRECT);
    expect(second.title).toBe('This was opened in another browser');
  });

  it('that never got its first answer, and one without cookies, leave the page to the person', async () => {
    const { path } = await office.begin(await office.enrolled());
    const lost = await ask(path, REDIRECT);
    expect(lost.to).toBe(`${path}?cookie=given`);
    const without = await ask(`${path}?cookie=given`, REDIRECT);
    expect(without.title).toBe('Continue in this browser?');
    expect((await arrive(path, REDIRECT)).title).toBe('Enter your security code');
  });

  it.each([
    ['whose person typed the address', { ...REDIRECT, 'Sec-Fetch-Site': 'none' }],
    ['too old to say', {}],
    ['that shows a frame', { ...REDIRECT, 'Sec-Fetch-Dest': 'iframe' }],
    ['that runs a script', { ...REDIRECT, 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' }],
    [
      'that loads a picture',
      { ...REDIRECT, 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' },
    ],
    ['that fetches ahead', { ...REDIRECT, 'Sec-Purpose': 'prefetch;prerender' }],
    ['that asks for headers alone', { ...REDIRECT, method: 'HEAD' }],
  ])('%s binds nothing before its person goes on', async (_name, headers) => {
    const { path } = await office.begin(await office.enrolled());
    const { title } = await arrive(path, headers);
    if (title !== undefined) expect(title).toBe('Continue in this browser?');
    expect((await arrive(path, REDIRECT)).title).toBe('Enter your security code');
  });
});

describe('R090: another browser', () => {
  it('is told nothing, of no page, and can do nothing, even with the right code', async () => {
    const there = await office.arrive(await office.enrolled());
    const other = office.browser();
    const code = office.codeFor(there);
    for (const step of ['', '/problems', '/phone', '?sent=again']) {
      const seen = await other.open(there.path + step);
      expect([seen.status, heading(other)]).toEqual([403, 'This was opened in another browser']);
      expect(words(other)).not.toContain('Acme');
      expect(words(other)).not.toContain(`ending in ${there.phoneNumber.slice(-2)}`);
    }
    const own = there.visitor.hidden(`${there.path}/code`);
    for (const form of [own, {}]) {
      await other.post(`${there.path}/code`, { ...form, code });
      expect(other.seen.status).toBe(403);
    }
    const state = await other.request(`${there.path}/state`);
    expect(state.status).toBe(403);
    await there.visitor.submit(`${there.path}/code`, { code });
    expect(goesOnTo(there.visitor)).not.toBeNull();
  });

  it('with the cookie that an attacker put into it beside its own has none', async () => {
    const attacker = await office.arrive(await office.enrolled());
    const [name = '', value = ''] = [...attacker.visitor.cookies][0] ?? [];
    const two = `${name}=${value}; ${name}=${'x'.repeat(43)}`;
    const shown = await attacker.visitor.request(attacker.path, { headers: { Cookie: two } });
    expect(shown.status).toBe(403);
  });
});

it('R090: an attacker who mails the address to the person, who types the code, gets nothing', async () => {
  const victim = await office.enrolled();
  const begun: Begun = await office.begin(victim);
  const mailed = office.browser();
  await mailed.open(begun.path);
  expect(words(mailed)).toContain('If somebody sent you this address, close this page.');
  await mailed.submit(`${begun.path}/continue`);
  await mailed.submit(`${begun.path}/code`, { code: office.codeFor(victim) });
  expect(heading(mailed)).toBe('The code was accepted');
  const attacker = office.browser();
  await attacker.open(begun.path);
  expect(attacker.seen.status).toBe(403);
  const guessed = addressOf(
    { returnUrl: RETURN_URL, state: 'x&y=1' },
    { challengeId: begun.id as never, returnCode: null },
  );
  for (const code of [null, new URL(guessed).searchParams.get('returnCode'), 'x'.repeat(43)])
    expect(await office.redeem(begun, code)).toMatchObject({ status: 404 });
});

it('R090: a sign-in that an attacker began and opened first logs nobody else in', async () => {
  const attackers = await office.arrive(await office.enrolled());
  const victim = office.browser();
  await victim.open(attackers.path);
  await victim.submit(`${attackers.path}/continue`);
  expect(victim.seen.status).toBe(403);
  await victim.open(attackers.path);
  expect(heading(victim)).toBe('This was opened in another browser');
});

describe('R088: what a request says of its host', () => {
  it('changes no address on the page and lets no form through', async () => {
    const { path } = await office.begin(await office.enrolled());
    const { port } = new URL(office.assay.url);
    const headers = { ...REDIRECT, Host: 'evil.test', 'X-Forwarded-Host': 'evil.test' };
    const accept = { Accept: 'text/html' };
    for (const cookie of [{}, { Cookie: `assay-browser=${'x'.repeat(43)}` }]) {
      const raw = await exchange(Number(port), {
        ...{ method: 'GET', path, headers: { ...headers, ...accept, ...cookie } },
      });
      expect([200, 303]).toContain(raw.status);
      expect(JSON.stringify(raw)).not.toContain('evil.test');
    }
  });
});

it.each(['pag_000', 'pag_zzz', 'x', 'pag_../../etc', `pag_${'0'.repeat(80)}`, 'pag_%00'])(
  'an address that is no page (%s) is not here, whoever asks',
  async (id) => {
    const visitor = office.browser();
    await visitor.open(`/challenge/${id}`);
    expect([400, 404]).toContain(visitor.seen.status);
  },
);

it('R084: every act is refused without its token and from another site', async () => {
  const there = await office.arrive(await office.enrolled());
  const { visitor, path } = there;
  const code = office.codeFor(there);
  const form = visitor.hidden(`${path}/code`);
  for (const step of [
    'continue',
    'code',
    'resend',
    'phone',
    'skip',
    'cancel',
    'restart',
    'language',
  ])
    expect((await visitor.post(`${path}/${step}`, { code })).status).toBe(403);
  const evil = { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'cross-site' };
  expect((await visitor.post(`${path}/code`, { ...form, code }, evil)).status).toBe(403);
  await visitor.open(path);
  expect(heading(visitor)).toBe('Enter your security code');
  await visitor.submit(`${path}/code`, { code });
  expect(heading(visitor)).toBe('The code was accepted');
});
