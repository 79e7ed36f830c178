/** Into the portal by a link, and out again: R085 fixation, replay and logout; scanners; other sites (R084). */

import { randomUUID } from 'node:crypto';

import { Browsing, textOf } from '../../support/browsing.js';
import { inProcessHere } from '../../support/in-process.js';

const SESSION = 'assay-portal';
const assay = inProcessHere();

/** A link for somebody of a company of their own. */
async function mint(more: Readonly<Record<string, unknown>> = {}) {
  const companyId = await assay().login.company();
  const who = { companyId, userId: `u-${randomUUID()}`, role: 'employee', ...more };
  const { body } = await assay().login.call('/v1/portal-sessions', { body: who });
  return { ...who, url: String(body['url']), path: new URL(String(body['url'])).pathname };
}

const browser = () => new Browsing(assay().url);

async function entered(more: Readonly<Record<string, unknown>> = {}) {
  const link = await mint(more);
  const visitor = browser();
  await visitor.open(link.url);
  await visitor.submit(link.path);
  return { ...link, visitor };
}

it('says whom the link is for and goes on to their account by a click', async () => {
  const link = await mint();
  const visitor = browser();
  const greeting = await visitor.open(link.url);
  expect(textOf(greeting.html)).toContain(`Continue as ${link.userId} of Acme`);
  expect(visitor.cookies.has(SESSION)).toBe(false);
  const account = await visitor.submit(link.path);
  expect([account.status, account.at]).toEqual([200, '/account']);
  expect(textOf(account.html)).toContain(`Signed in as ${link.userId}`);
});

it('R085: a link opened by scanners, with GET and HEAD, still works once, and once alone', async () => {
  const link = await mint();
  for (const method of ['HEAD', 'GET', 'GET'])
    expect((await browser().request(link.path, { method })).status).toBe(200);
  const visitor = browser();
  await visitor.open(link.url);
  const other = browser();
  await other.open(link.url);
  expect((await visitor.submit(link.path)).at).toBe('/account');
  for (const late of [other, visitor]) {
    const refused = await late.submit(link.path, {});
    expect(refused.at).not.toBe('/account');
  }
  const again = await other.open(link.url);
  expect(again.status).toBe(410);
  expect(textOf(again.html)).not.toContain(link.userId);
});

it('R085: no session id from before is taken over, and the former session ends', async () => {
  const first = await entered();
  const former = first.visitor.cookies.get(SESSION) ?? '';
  const link = await mint();
  await first.visitor.open(link.url);
  await first.visitor.submit(link.path);
  expect(first.visitor.cookies.get(SESSION)).not.toBe(former);
  const old = browser();
  old.cookies.set(SESSION, former);
  expect((await old.open('/account')).status).toBe(403);

  const planted = browser();
  planted.cookies.set(SESSION, former);
  const another = await mint();
  await planted.open(another.url);
  await planted.submit(another.path);
  expect(planted.cookies.get(SESSION)).not.toBe(former);
});

it('R085: after leaving, the cookie opens nothing and no page was kept', async () => {
  const { visitor } = await entered();
  const id = visitor.cookies.get(SESSION) ?? '';
  expect(visitor.seen.headers.get('Cache-Control')).toBe('no-store');
  const left = await visitor.submit('/portal/leave');
  expect([left.status, left.at]).toEqual([200, '/portal/left']);
  expect(visitor.cookies.has(SESSION)).toBe(false);
  visitor.cookies.set(SESSION, id);
  const back = await visitor.open('/account');
  expect(back.status).toBe(403);
  expect(textOf(back.html)).toContain('You are not signed in here');
});

it('R085: the login service ends a session at once when a role is lost', async () => {
  const { visitor, companyId, userId } = await entered();
  const query = `companyId=${companyId}&userId=${userId}`;
  await assay().login.call(`/v1/portal-sessions?${query}`, { method: 'DELETE' });
  expect((await visitor.open('/account')).status).toBe(403);
  expect((await visitor.open('/portal')).status).toBe(403);
});

describe('R084: nobody is entered or thrown out by another site', () => {
  const elsewhere = [
    { Origin: 'https://evil.test' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    {},
  ];

  it.each(elsewhere)('with %j', async (headers) => {
    const link = await mint();
    const visitor = browser();
    const { html } = await visitor.open(link.url);
    const fields = [...html.matchAll(/name="(csrf|once)" value="([^"]+)"/g)];
    const form: Record<string, string> = Object.fromEntries(
      fields.map(([, name = '', value = '']): [string, string] => [name, value]),
    );
    expect((await visitor.post(link.path, form, headers)).status).toBe(403);
    expect((await visitor.post(link.path, { ...form, csrf: 'x' })).status).toBe(403);
    expect((await visitor.post(link.path, form)).at).toBe('/account');
    const leave = await visitor.post('/portal/leave', form, headers);
    expect(leave.status).toBe(403);
    expect((await visitor.open('/account')).status).toBe(200);
  });

  it('nor with the token that another browser was given', async () => {
    const link = await mint();
    const [mine, other] = [browser(), browser()];
    await mine.open(link.url);
    await other.open(link.url);
    other.seen = mine.seen;
    expect((await other.submit(link.path)).status).toBe(403);
  });
});

it('keeps the language that was chosen, and comes back to the same page', async () => {
  const { visitor } = await entered();
  const [, action = ''] = /action="(\/portal\/language\/[\w-]+)"/.exec(visitor.seen.html) ?? [];
  const german = await visitor.submit(action, { locale: 'de' });
  expect(german.at).toBe('/account');
  expect(german.html).toContain('<html lang="de"');
  expect((await visitor.open('/account')).html).toContain('<html lang="de"');
});

it('R091: administrators and support are shown no page before a code', async () => {
  for (const role of ['admin', 'support']) {
    const { visitor } = await entered({ role, reason: 'ticket 7' });
    for (const path of ['/account', '/account/history', '/account/phone/change', '/console'])
      expect((await visitor.open(path)).html).not.toContain('aria-current="page"');
    const proof = await visitor.open(role === 'admin' ? '/account' : '/portal');
    expect(proof.at).toMatch(role === 'admin' ? /^\/portal\/prove\/open_console\// : /./);
  }
});

it('R091: a new administrator registers a phone in the session, and that proves it', async () => {
  const { visitor } = await entered({ role: 'admin' });
  await visitor.open('/account');
  expect(textOf(visitor.seen.html)).toContain('Register your phone first');
  await visitor.open('/account/phone/new');
  await visitor.submit('/account/phone/new', { phoneNumber: '+447700900777' });
  const code = assay().codeFor('+447700900777');
  const done = await visitor.submit('/account/phone/code/code', { code });
  expect([done.status, done.at]).toEqual([200, '/account?done=enrolled']);
});
