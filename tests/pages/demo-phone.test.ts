/** The phone beside the pages that ask for a code: where it stands, what it says, and to whom. */

import type { Request } from 'express';
import { renderToString } from 'preact-render-to-string';

import { LOCALES, type Locale } from '../../src/domain/texts/texts.js';
import { demoPhone } from '../../src/pages/outbox/demo-phone.js';

const message = (id: number) => ({
  id: `m-${String(id)}`,
  to: '+447700900123',
  body: `12345${String(id)} is your code`,
  at: new Date(0),
});

interface Asked {
  readonly path?: string;
  readonly host?: string;
  readonly locale?: Locale;
}

const HERE = '/challenge/pag_1';
const phone = demoPhone(() => [5, 4, 3, 2, 1].map(message));
function shown({ path = HERE, host = '127.0.0.1:8080', locale = 'en' }: Asked = {}): string {
  const req = { path, headers: { host } } as unknown as Request;
  const aside = phone({ req, locale });
  return aside ? renderToString(aside) : '';
}

it.each([HERE, `${HERE}/code`, '/portal/prove/open_console/L2NvbnNvbGU', '/account/phone/code'])(
  'stands beside %s',
  (path) => {
    expect(shown({ path })).toContain('123455 is your code');
  },
);

it.each([
  '/account',
  '/console',
  '/cookies',
  '/',
  '/challenges',
  '/portal/pol_1',
  '/account/phone',
])('does not stand beside %s', (path) => {
  expect(shown({ path })).toBe('');
});

it('shows the newest three, newest first, and says that none was sent', () => {
  const html = shown();
  expect([...html.matchAll(/data-message="(\S+?)"/g)].map(([, id]) => id)).toEqual([
    'm-5',
    'm-4',
    'm-3',
  ]);
  expect(html).toContain('No text message was sent.');
});

it('R088: shows nothing to a page that reached this machine by a name of its own', () => {
  expect(shown({ host: 'evil.test:8080' })).toBe('');
  expect(shown({ host: 'localhost.evil.test' })).toBe('');
  expect(shown({ host: 'localhost:8080' })).not.toBe('');
});

it.each(LOCALES)('is a landmark with a name, in %s', (locale) => {
  const html = shown({ locale });
  expect(html).toMatch(/^<aside class="phone" aria-labelledby="demo-phone">/);
  expect(html).toMatch(/<h2 id="demo-phone">.+<\/h2>/);
});
