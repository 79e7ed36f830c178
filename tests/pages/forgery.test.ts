/** R084: nothing happens unless our own page, in this very browser, sent the form. */

import {
  cookiesOf,
  hiddenFields,
  ORIGIN,
  startPages,
  type PagesUnderTest,
} from '../support/pages.js';
import { ACTION, acme, galleryRoutes } from './gallery.js';

let pages: PagesUnderTest;
let keys: Record<string, string>;
let cookie: string;
const done: (string | null)[] = [];

beforeAll(async () => {
  pages = await startPages(galleryRoutes(acme, (visit) => done.push(visit.onceId)));
});
beforeEach(async () => {
  done.length = 0;
  const shown = await pages.open({ path: '/gallery' });
  [keys, cookie] = [hiddenFields(shown.text, ACTION), cookiesOf(shown)];
});
afterAll(() => pages.stop());

async function expectNothingDone(...sent: Parameters<PagesUnderTest['submit']>): Promise<void> {
  const answer = await pages.submit(...sent);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(done).toEqual([]);
}

describe('R084: a form of our own page', () => {
  it('is done, once for each one-time id, and leads to a page by GET', async () => {
    const answer = await pages.submit(ACTION, { fields: keys, cookie });
    expect(answer).toMatchObject({ status: 303, headers: { location: '/gallery' }, text: '' });
    await pages.submit(ACTION, { fields: keys, cookie });
    await pages.submit(ACTION, { fields: { ...keys, once: 'A'.repeat(22) }, cookie });
    const [first, again, other] = done;
    expect(done).toHaveLength(3);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it.each([
    ['the browser leaves Origin out', { Origin: '' }],
    ['the browser keeps its origin to itself', { Origin: 'null' }],
  ])('is done where %s and says the site is the same', async (_name, headers) => {
    const sent = { fields: keys, cookie, headers: { ...headers, 'Sec-Fetch-Site': 'same-origin' } };
    expect((await pages.submit(ACTION, sent)).status).toBe(303);
  });
});

describe('R084: nothing is done for', () => {
  it.each([
    ['another site', { Origin: 'https://evil.test' }],
    [
      'another site that the browser calls the same',
      { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['another port', { Origin: `${ORIGIN}:8443` }],
    ['plain http', { Origin: 'http://assay.test' }],
    ['a host below ours', { Origin: 'https://x.assay.test' }],
    ['a sandboxed frame', { Origin: 'null' }],
    ['a sandboxed frame of another site', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site', { Origin: 'null', 'Sec-Fetch-Site': 'same-site' }],
    ['a browser that says nothing', { Origin: '' }],
    ['a typed address', { Origin: '', 'Sec-Fetch-Site': 'none' }],
  ])('%s', async (_name, headers) => {
    await expectNothingDone(ACTION, { fields: keys, cookie, headers });
  });

  it.each([
    ['no token', () => ({ once: keys['once'] ?? '' })],
    ['an empty token', () => ({ ...keys, csrf: '' })],
    ['a token with a changed end', () => ({ ...keys, csrf: `${keys['csrf']?.slice(0, -1)}-` })],
    ['no one-time id', () => ({ csrf: keys['csrf'] ?? '' })],
    ['a one-time id of another shape', () => ({ ...keys, once: 'x'.repeat(200) })],
  ])('%s', async (_name, fields) => {
    await expectNothingDone(ACTION, { fields: fields(), cookie });
  });

  it('the token of another form on the same page', async () => {
    const { text } = await pages.open({ path: '/gallery', headers: { Cookie: cookie } });
    const fields = hiddenFields(text, '/gallery/language');
    expect(fields['csrf']).toBeDefined();
    await expectNothingDone(ACTION, { fields, cookie });
  });

  it('the token of another browser', async () => {
    const other = await pages.open({ path: '/gallery' });
    await expectNothingDone(ACTION, { fields: hiddenFields(other.text, ACTION), cookie });
    await expectNothingDone(ACTION, { fields: keys, cookie: cookiesOf(other) });
  });

  it('a browser without its cookie', async () => {
    await expectNothingDone(ACTION, { fields: keys });
  });

  it.each([
    'text/plain',
    'application/json',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded; charset=utf-16',
    '',
  ])('a body of type "%s"', async (type) => {
    await expectNothingDone(ACTION, { fields: keys, cookie, headers: { 'Content-Type': type } });
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s', async (method) => {
    const query = new URLSearchParams(keys).toString();
    const headers = { Cookie: cookie, Origin: ORIGIN };
    const answer = await pages.open({ method, path: `${ACTION}?${query}`, headers });
    expect(answer.status).toBe(405);
    expect(done).toEqual([]);
  });
});

describe('R105: a form with', () => {
  const encoded = () => new URLSearchParams(keys).toString();
  it.each([
    ['a field given twice', () => `${encoded()}&code=1&code=2`],
    ['a token given twice', () => `${encoded()}&csrf=x`],
    ['a field it does not have', () => `${encoded()}&role=admin`],
    ['a field named like a built-in', () => `${encoded()}&__proto__=1`],
    ['broken escapes', () => `${encoded()}&code=%e2%28`],
    ['half an escape', () => `${encoded()}&code=%`],
    ['NUL', () => `${encoded()}&code=1%00`],
    ['raw bytes', () => `${encoded()}&code=é`],
  ])('%s is refused', async (_name, body) => {
    const headers = {
      ...{ 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN, Cookie: cookie },
    };
    const answer = await pages.open({ method: 'POST', path: ACTION, headers, body: body() });
    expect(answer.status).toBe(400);
    expect(done).toEqual([]);
  });

  it('several values where there may be several is taken', async () => {
    const headers = {
      ...{ 'Content-Type': 'application/x-www-form-urlencoded', Origin: ORIGIN, Cookie: cookie },
    };
    const body = `${encoded()}&code=12+34&countries=GB&countries=DE`;
    expect((await pages.open({ method: 'POST', path: ACTION, headers, body })).status).toBe(303);
  });
});
