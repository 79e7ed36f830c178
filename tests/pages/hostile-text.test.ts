/** R089: whatever stands in a company's name or in an address is shown as text, and runs nothing. */

import { readLogo } from '../../src/domain/logo.js';
import { goToAddress } from '../../src/pages/components/link.js';
import type { Look } from '../../src/pages/visit.js';
import { startPages, type PagesUnderTest } from '../support/pages.js';
import { pngOf } from '../support/pictures.js';
import { acme, galleryRoutes } from './gallery.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '</title><script>alert(1)</script>',
  '</textarea><svg onload=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  'javascript:alert(1)',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  '<!--<script>',
  ']]><script>alert(1)</script>',
  '\u2028<style>*{display:none}</style>',
  '<base href="https://evil.test/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.test">',
];

let look: Look = acme();
let pages: PagesUnderTest;
beforeAll(async () => {
  pages = await startPages(galleryRoutes(() => look));
});
afterAll(() => pages.stop());

/** Every tag of a page with its attributes, as a browser reads them. */
function tagsOf(html: string): readonly { name: string; attributes: readonly string[] }[] {
  const tags = html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g);
  return [...tags].map(([, name = '', rest = '']) => ({
    name,
    attributes: [...rest.matchAll(/\s([a-z-]+)(?:="[^"]*")?/g)].map(([, each = '']) => each),
  }));
}

const shapeOf = (html: string) =>
  tagsOf(html).map(({ name, attributes }) => `${name} ${attributes.join(' ')}`);

describe('R089: a page', () => {
  it.each(HOSTILE)('has the same elements with %j in every text', async (text) => {
    look = acme();
    const harmless = await pages.open({ path: '/gallery?text=Hello' });
    look = acme({ displayName: text });
    const path = `/gallery?text=${encodeURIComponent(text)}`;
    const hostile = await pages.open({ path });
    expect(hostile.status).toBe(200);
    expect(shapeOf(hostile.text)).toEqual(shapeOf(harmless.text));
    const texts = [hostile.text.split('<title>'), hostile.text.split('class="brand"')];
    for (const [, after = ''] of texts)
      expect(after.slice(0, 400)).toContain(
        text
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('"', '&quot;')
          .slice(0, 20),
      );
  });

  it.each(['/gallery?wide', '/cookies', '/nowhere'])(
    'R082: has nothing inline at %s: no style, no handler, no script of its own',
    async (path) => {
      const { text } = await pages.open({ path });
      const tags = tagsOf(text);
      expect(tags.length).toBeGreaterThan(20);
      expect(tags.filter(({ name }) => name === 'style')).toEqual([]);
      const inline = tags.flatMap(({ attributes }) =>
        attributes.filter((each) => each === 'style' || each.startsWith('on')),
      );
      expect(inline).toEqual([]);
      const scripts = text.match(/<script[^>]*>[^<]*<\/script>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(0);
      for (const script of scripts)
        expect(script).toMatch(/^<script type="module" src="\/assets\/[\w.]+"><\/script>$/);
    },
  );

  it.each(['/gallery?wide', '/cookies', '/nowhere'])(
    'R086: asks nobody else for anything at %s',
    async (path) => {
      const { text } = await pages.open({ path });
      const addresses = [...text.matchAll(/(?:src|href|action)="([^"]*)"/g)];
      expect(addresses.length).toBeGreaterThan(3);
      expect(addresses.filter(([, to = '']) => !/^(\/(?!\/)|#)/.test(to))).toEqual([]);
    },
  );
});

describe('a logo', () => {
  it('is served as the picture it is and can be nothing else', async () => {
    const logo = readLogo(pngOf(64, 64));
    if (!logo) throw new Error('not a logo');
    const findLogo = async (digest: string) => (digest === logo.digest ? logo : undefined);
    const branding = { accentColor: null, logo };
    const own = await startPages(
      galleryRoutes(() => acme({ branding })),
      { findLogo },
    );
    const { text } = await own.open({ path: '/gallery' });
    const [, path = ''] = /<img src="([^"]+)" alt(?:="")?\/>/.exec(text) ?? [];
    const picture = await own.open({ path });
    expect(picture.status).toBe(200);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'same-origin',
    });
    for (const other of ['a'.repeat(64), 'x', `${logo.digest}.svg`, '..%2f..'])
      expect((await own.open({ path: `/assets/logo/${other}` })).status).toBe(404);
    await own.stop();
  });
});

describe('an address to go to', () => {
  it.each([
    '/account',
    '/challenge/pag_x',
    'https://login.test/back?a=b&c=d',
    'http://127.0.0.1:3000/',
  ])('may be %s', (address) => {
    expect(goToAddress(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'nothing',
    '',
  ])('is never %j', (address) => {
    expect(() => goToAddress(address)).toThrow(/^(Invalid URL|not a web address)$/);
  });
});
