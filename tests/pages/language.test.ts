/** A page speaks the language that was chosen, else the browser's, else the company's. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { LOCALES } from '../../src/domain/texts/texts.js';
import { chooseLocale } from '../../src/pages/language.js';
import { formatsFor } from '../../src/pages/formats.js';
import { projectFiles, readProjectFile } from '../support/project.js';
import { startPages } from '../support/pages.js';
import { acme, galleryRoutes } from './gallery.js';

describe('the language', () => {
  it.each([
    ['fr', 'de', 'it', 'fr'],
    ['fr-CA', 'de', 'it', 'fr'],
    [null, 'de-AT,de;q=0.9,en;q=0.8', 'it', 'de'],
    [null, 'da,en;q=0.5,es;q=0.9', 'it', 'es'],
    [null, 'de;q=0, fr;q=0.1', 'it', 'fr'],
    [null, 'da', 'it', 'it'],
    [null, '*', 'it', 'it'],
    [null, undefined, 'pl', 'en'],
    ['xx', ';;q=,,=', null, 'en'],
    [null, `${'da,'.repeat(1_000)}de`, null, 'en'],
  ])('of %s, %s and %s is %s', (chosen, acceptLanguage, fallback, expected) => {
    expect(chooseLocale({ chosen, acceptLanguage, fallback })).toBe(expected);
  });

  it('of an error is that of the page it came from', async () => {
    const pages = await startPages(galleryRoutes(() => acme({ locale: 'it' })));
    const headers = { 'Accept-Language': 'da' };
    const open = (path: string) => pages.open({ path, headers });
    expect((await open('/gallery')).text).toContain('<html lang="it"');
    expect((await open('/nowhere')).text).toContain('<html lang="en"');
    expect((await open('/gallery')).headers['content-language']).toBe('it');
    await pages.stop();
  });
});

it('dates and numbers are those of the language and of the time zone of the company', () => {
  const newYear = new Date('2026-12-31T23:30:00Z');
  const german = formatsFor('de', 'Europe/Berlin');
  expect(german.date(newYear)).toBe('1. Januar 2027');
  expect(german.number(12_345.5)).toBe('12.345,5');
  expect(german.country('GB')).toBe('Vereinigtes Königreich');
  expect(formatsFor('en', 'America/New_York').dateTime(newYear)).toBe('31 Dec 2026, 18:30');
});

type Texts = Readonly<Record<string, string>>;

const folder = 'src/pages/texts';
const areas = readdirSync(join(import.meta.dirname, '../..', folder, 'en')).map((name) =>
  name.replace(/\.ts$/, ''),
);

async function readTexts(locale: string, area: string): Promise<Texts> {
  const found: unknown = await import(`../../src/pages/texts/${locale}/${area}.js`);
  return Object.values(found as Record<string, Texts>)[0] ?? {};
}

/** Names of placeholders, with their kind: `minutes, plural`. */
const placeholders = (text: string) =>
  [...new Set(text.match(/\{(\w+)(?:, (?:plural|number|select|date))?(?=[,}])/g) ?? [])].sort();

describe.each(areas)('the texts of area %s', (area) => {
  it.each(LOCALES)('have every key and every placeholder in %s', async (locale) => {
    const english = await readTexts('en', area);
    const texts = await readTexts(locale, area);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(texts)) {
      expect({ key, text: text.trim() }).not.toEqual({ key, text: '' });
      expect({ key, names: placeholders(text) }).toEqual({
        key,
        names: placeholders(english[key] ?? ''),
      });
      // An apostrophe begins a quotation in ICU MessageFormat: the typographic one is meant.
      expect({ key, text }).not.toEqual({ key, text: expect.stringContaining("'") as string });
    }
  });

  it('are each used by a page', async () => {
    const code = projectFiles('src/pages')
      .filter((path) => !path.startsWith(`${folder}/`))
      .map(readProjectFile)
      .join('\n');
    const isUsed = (key: string) =>
      code.includes(`'${key}'`) || (area === 'errors' && /(Title|Text)$/.test(key));
    const keys = Object.keys(await readTexts('en', area));
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('shout at nobody', async () => {
    for (const locale of LOCALES)
      for (const text of Object.values(await readTexts(locale, area)))
        expect(text).not.toMatch(/!|¡/);
  });
});
