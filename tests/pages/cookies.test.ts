/** R083: cookies are few, locked to this host, opaque, and read strictly. */

import { COOKIES, readCookie } from '../../src/pages/cookies.js';
import { getPage } from '../../src/pages/page.js';
import { newSecret } from '../../src/pages/visit.js';
import { cookiesOf, startPages, type PagesUnderTest } from '../support/pages.js';
import { acme, galleryRoutes } from './gallery.js';

/** `/enter` and `/leave` set and take away the cookie of a portal. */
const doors = ['enter', 'leave'].map((name) =>
  getPage({
    id: `page.${name}`,
    path: `/${name}`,
    cookie: null,
    handle: async (visit) => {
      if (name === 'enter') visit.setCookie('portal', newSecret());
      else visit.clearCookie('portal');
      return { kind: 'json', body: {} };
    },
  }),
);

async function linesOf(publicUrl: string): Promise<readonly string[]> {
  const pages = await startPages([...galleryRoutes(acme), ...doors], { publicUrl });
  const answers = [];
  for (const path of ['/gallery', '/enter', '/leave', '/cookies', '/nowhere'])
    answers.push(await pages.open({ path }));
  await pages.stop();
  return answers.flatMap(({ headers }) => headers['set-cookie'] ?? []);
}

const VALUE = '[A-Za-z0-9_-]{43}';

describe('R083: the cookies that are set', () => {
  it('belong to this host alone, over TLS, out of reach of scripts', async () => {
    const lines = await linesOf('https://assay.test');
    expect(lines).toHaveLength(3);
    for (const [at, pattern] of [
      `__Host-assay-browser=${VALUE}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure`,
      `__Host-assay-portal=${VALUE}; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure`,
      `__Host-assay-portal=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure`,
    ].entries())
      expect(lines[at]).toMatch(new RegExp(`^${pattern}$`));
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080'])(
    'do without TLS at %s, which no network reaches',
    async (publicUrl) => {
      const lines = await linesOf(publicUrl);
      expect(lines.map((line) => line.split('=')[0])).toEqual([
        ...['assay-browser', 'assay-portal', 'assay-portal'],
      ]);
      expect(lines.filter((line) => /secure/i.test(line))).toEqual([]);
    },
  );

  it.each(['http://assay.test', 'http://127.evil.test', 'https://localhost'])(
    'keep their locks at %s',
    async (publicUrl) => {
      const lines = await linesOf(publicUrl);
      expect(lines.every((line) => /^__Host-.+; Secure$/.test(line))).toBe(true);
    },
  );

  it('are those of the list and no other', () => {
    expect(Object.values(COOKIES).map(({ name }) => name)).toEqual([
      ...['assay-browser', 'assay-portal'],
    ]);
  });
});

describe('a browser', () => {
  let pages: PagesUnderTest;
  beforeAll(async () => {
    pages = await startPages(galleryRoutes(acme));
  });
  afterAll(() => pages.stop());

  it('keeps its secret, for another hour with each page, and each other one has another', async () => {
    const first = await pages.open({ path: '/gallery' });
    const Cookie = cookiesOf(first);
    const again = await pages.open({ path: '/gallery', headers: { Cookie } });
    expect(again.headers['set-cookie']).toEqual(first.headers['set-cookie']);
    expect(cookiesOf(await pages.open({ path: '/gallery' }))).not.toBe(Cookie);
  });

  it('is given no secret that it names itself', async () => {
    const Cookie = '__Host-assay-browser=fixed; assay-browser=' + 'a'.repeat(43);
    const answer = await pages.open({ path: '/gallery', headers: { Cookie } });
    expect(cookiesOf(answer)).toMatch(new RegExp(`^__Host-assay-browser=${VALUE}$`));
  });
});

describe('a cookie is read', () => {
  const value = 'A'.repeat(43);
  it.each([
    ['alone', `a=${value}`, value],
    ['among others', `x=1; a=${value}; y=2`, value],
    ['never from another name', `xa=${value}; a2=${value}`, null],
    ['never from two of one name', `a=${value}; a=${'B'.repeat(43)}`, null],
    ['never in another shape', `a=${value}x`, null],
    ['never in quotes', `a="${value}"`, null],
    ['never empty', 'a=', null],
    ['never from nothing', undefined, null],
  ])('%s', (_name, header, expected) => {
    expect(readCookie(header, 'a')).toBe(expected);
  });
});
