/** R082, R088: every answer to a browser is locked down, whatever its status and whatever it was asked as. */

import { RefusalError, StoreUnavailableError } from '../../src/app/errors.js';
import { getPage, type PageAnswer } from '../../src/pages/page.js';
import type { Answer, Sent } from '../support/http.js';
import { cookiesOf, hiddenFields, startPages, type PagesUnderTest } from '../support/pages.js';
import { acme, ACTION, galleryRoutes } from './gallery.js';

const failing = (name: string, error: Error) =>
  getPage({
    id: `page.${name}`,
    path: `/${name}`,
    cookie: null,
    handle: (): Promise<PageAnswer> => Promise.reject(error),
  });

let pages: PagesUnderTest;
let keys: Record<string, string>;
let cookie: string;

beforeAll(async () => {
  pages = await startPages([
    ...galleryRoutes(acme),
    failing('bug', new Error('boom with a secret')),
    failing('busy', new StoreUnavailableError('redis', 'ETIMEDOUT')),
    failing('locked', new RefusalError('factor_locked', { retryAfterSeconds: 90 })),
    failing('gone', new RefusalError('challenge_expired')),
  ]);
  const shown = await pages.open({ path: '/gallery' });
  [keys, cookie] = [hiddenFields(shown.text, ACTION), cookiesOf(shown)];
});
afterAll(() => pages.stop());

const post = (fields: Record<string, string>) => pages.submit(ACTION, { fields, cookie });
const get = (path: string, sent: Partial<Sent> = {}) => pages.open({ path, ...sent });

const ANSWERS: readonly (readonly [number, string, () => Promise<Answer>])[] = [
  [200, 'a page', () => get('/gallery')],
  [303, 'a form that was done', () => post(keys)],
  [400, 'an unknown field', () => post({ ...keys, admin: '1' })],
  [400, 'a query given twice', () => get('/cookies?locale=de&locale=fr')],
  [400, 'a path of broken escapes', () => get('/assets/%zz')],
  [403, 'a form of nobody', () => post({})],
  [404, 'an address that is not there', () => get('/nowhere')],
  [404, 'the root', () => get('/')],
  [404, 'an unknown asset', () => get('/assets/page.0.css')],
  [405, 'a method of none', () => get('/gallery', { method: 'PUT' })],
  [409, 'what is over', () => get('/gone')],
  [413, 'a form too large', () => post({ ...keys, code: 'x'.repeat(9_000) })],
  [429, 'a lock', () => get('/locked')],
  [500, 'a bug', () => get('/bug')],
  [503, 'a store away', () => get('/busy')],
];

describe('R082: to a browser', () => {
  it.each(ANSWERS)('%i for %s carries the headers of pages', async (status, _name, ask) => {
    const { status: actual, headers } = await ask();
    expect(actual).toBe(status);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    });
    const policy = Object.fromEntries(
      String(headers['content-security-policy'])
        .split(';')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual({
      ...{ 'default-src': "'none'", 'base-uri': "'none'", 'object-src': "'none'" },
      ...{ 'frame-ancestors': "'none'", 'form-action': "'self'", 'script-src': "'self'" },
      ...{ 'style-src': "'self'", 'img-src': "'self'", 'connect-src': "'self'" },
    });
  });

  it.each(ANSWERS.filter(([status]) => status >= 400))(
    '%i for %s is a page in the language of the browser',
    async (_status, _name, ask) => {
      const { headers, text } = await ask();
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(text).toMatch(/^<!doctype html><html lang="en" dir="ltr">/);
      expect(text).toMatch(/<h1>[^<]+<\/h1>/);
      expect(text).not.toContain('secret');
    },
  );

  it('R108: a refusal that passes says when to come back', async () => {
    const locked = await get('/locked');
    expect(locked.headers['retry-after']).toBe('90');
    expect(locked.text).toContain('Try again in 2 minutes.');
    expect((await get('/busy')).headers['retry-after']).toBe('1');
  });

  it('a bug shows its reference and is reported with it', async () => {
    const { headers, text } = await get('/bug');
    const id = String(headers['x-request-id']);
    expect(text).toContain(`Reference: ${id}`);
    expect(pages.events.bugs).toContainEqual(expect.objectContaining({ requestId: id }));
  });

  it('R092: other methods are told which there are', async () => {
    expect((await get('/gallery', { method: 'PUT' })).headers['allow']).toBe('GET, HEAD');
    expect((await get(ACTION, { method: 'OPTIONS' })).headers['allow']).toBe('POST');
  });
});

describe('what is no browser', () => {
  it.each(['/nowhere', '/gallery/nowhere', '/cookies/'])(
    'is told a problem at %s',
    async (path) => {
      const answer = await get(path, { headers: { Accept: '*/*' } });
      expect(answer).toMatchObject({ status: 404, json: { code: 'route_not_found' } });
      expect(answer.headers['content-security-policy']).not.toContain('self');
    },
  );

  it.each(['/v1/nowhere', '/.well-known/nowhere', '/docs/nowhere'])(
    'is told a problem at %s, whatever it accepts',
    async (path) => {
      expect(await get(path)).toMatchObject({ status: 404, json: { code: 'route_not_found' } });
    },
  );
});

describe('R088: another Host', () => {
  const headers = {
    ...{ Host: 'evil.test', 'X-Forwarded-Host': 'evil.test', 'X-Forwarded-Proto': 'http' },
    ...{ Forwarded: 'host=evil.test', 'X-Original-URL': '/metrics', 'X-Forwarded-Prefix': '/evil' },
  };

  it.each(['/gallery', '/cookies', '/nowhere'])('is nowhere in %s', async (path) => {
    const answer = await get(path, { headers });
    expect(JSON.stringify([answer.headers, answer.text])).not.toContain('evil');
    expect(JSON.stringify(answer.headers['set-cookie'] ?? '')).not.toContain('Domain');
  });

  it('changes neither where a form leads nor who may send it', async () => {
    const done = await pages.submit(ACTION, { fields: keys, cookie, headers });
    expect(done).toMatchObject({ status: 303, headers: { location: '/gallery' } });
    const forged = { ...headers, Origin: 'https://evil.test' };
    expect(await pages.submit(ACTION, { fields: keys, cookie, headers: forged })).toMatchObject({
      status: 403,
    });
  });
});

describe('what a page loads', () => {
  it('is addressed by its content, kept for good, and all there', async () => {
    const { text } = await get('/gallery');
    const loaded = [...text.matchAll(/<(?:link|script)[^>]+(?:href|src)="([^"]+)"/g)];
    const paths = loaded.map(([, path = '']) => path);
    expect(paths).toHaveLength(4);
    for (const path of paths) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers['content-type']).toMatch(
        /^(text\/(css|javascript); charset=utf-8|image\/svg\+xml)$/,
      );
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.text).not.toMatch(/url\(|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
    }
  });

  it('comes to half of the 30 kB of the code page at most', async () => {
    const { text } = await get('/gallery');
    const paths = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
    const sizes = await Promise.all(paths.map(async (path) => (await get(path)).text.length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000);
  });
});
