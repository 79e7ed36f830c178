/** Catalogues and notice: every language says everything, and a notice's version is its words. */

import { IntlMessageFormat } from 'intl-messageformat';

import { isCurrentNotice, noticeFor } from '../../src/domain/notice.js';
import { codeSms, noticeSms } from '../../src/domain/sms-text.js';
import { CATALOGUES, fill, LOCALES, pickLocale } from '../../src/domain/texts/texts.js';

const REQUEST = {
  locale: 'en',
  companyName: 'Acme Ltd',
  privacyContact: 'privacy@acme.example',
  withCalls: false,
} as const;

/** Names of the arguments of a message, off its parsed form; literals (type 0) have a value but no name. */
function placeholders(message: string): string[] {
  const elements = new IntlMessageFormat(message, 'en').getAst();
  const named = elements.flatMap((part) =>
    part.type.valueOf() !== 0 && 'value' in part ? [part.value] : [],
  );
  return [...new Set(named)].sort();
}

test('every language has the same keys with the same placeholders', () => {
  const shape = (locale: (typeof LOCALES)[number]): unknown =>
    Object.entries(CATALOGUES[locale]).map(([key, text]) => [
      key,
      [text].flat().map((message: string) => placeholders(message)),
    ]);
  for (const locale of LOCALES) expect([locale, shape(locale)]).toEqual([locale, shape('en')]);
});

test('no two languages share a text', () => {
  for (const key of [
    'codeSms',
    'codeSmsUnnamed',
    'resetSms',
    'resetSmsUnnamed',
    'changedSms',
    'changedSmsUnnamed',
  ] as const) {
    expect(new Set(LOCALES.map((locale) => CATALOGUES[locale][key])).size).toBe(LOCALES.length);
  }
});

test.each([
  [['de-AT', 'fr'], 'de'],
  [['DE'], 'de'],
  [['pt-BR', 'es_MX'], 'es'],
  [[null, undefined, 'it'], 'it'],
  [['pt', null], 'en'],
  [[], 'en'],
  [['english'], 'en'],
  [['constructor'], 'en'],
  [['', 'fr-CA-x-y'], 'fr'],
] as const)('the locale wanted as %j is %s', (wanted, expected) => {
  expect(pickLocale(...wanted)).toBe(expected);
});

test('minutes are counted in the language they are told in', () => {
  expect(fill('de', CATALOGUES.de.codeSmsUnnamed, { code: '1', minutes: 1 })).toContain(
    '1 Minute.',
  );
  expect(fill('it', CATALOGUES.it.codeSmsUnnamed, { code: '1', minutes: 2 })).toContain(
    '2 minuti.',
  );
});

test('every language names the company in every message', () => {
  for (const locale of LOCALES) {
    expect(
      codeSms({ code: '123456', companyName: 'Acme', locale, lifeSeconds: 300, codeHost: null }),
    ).toContain('Acme');
    for (const event of ['removed', 'changed'] as const) {
      expect(noticeSms({ event, companyName: 'Acme', locale })).toContain('Acme');
    }
  }
});

describe('R041 R099: the privacy notice', () => {
  test.each(LOCALES)('in %s names company, provider, contact and is short', (locale) => {
    const { text, ...rest } = noticeFor({ ...REQUEST, locale });
    for (const fact of ['Acme Ltd', 'Twilio', 'privacy@acme.example']) expect(text).toContain(fact);
    expect(text.split('\n\n')).toHaveLength(5);
    expect(text.length).toBeLessThan(1_700);
    expect(rest.locale).toBe(locale);
    expect(rest.version).toMatch(new RegExp(`^${locale}-[0-9a-f]{12}$`));
  });

  test('the English one says purpose, transfer, retention, rights and the weaker kind', () => {
    const { text } = noticeFor(REQUEST);
    for (const fact of [
      /one purpose/,
      /United States/,
      /kept until/,
      /see, correct, remove/,
      /weaker protection/,
      /another way/,
    ]) {
      expect(text).toMatch(fact);
    }
  });

  test('the version is current in whichever language it was read', () => {
    for (const locale of LOCALES) {
      expect(isCurrentNotice(noticeFor({ ...REQUEST, locale }).version, REQUEST)).toBe(true);
    }
  });

  test('other words, another company or another contact make a version stale', () => {
    const { version } = noticeFor(REQUEST);
    expect(isCurrentNotice(version, { ...REQUEST, companyName: 'Other' })).toBe(false);
    expect(isCurrentNotice(version, { ...REQUEST, privacyContact: 'dpo@acme.example' })).toBe(
      false,
    );
    for (const stale of ['', 'en', 'en-000000000000', version.toUpperCase(), `${version}0`]) {
      expect(isCurrentNotice(stale, REQUEST)).toBe(false);
    }
  });

  test.each(LOCALES)(
    'in %s it speaks of calls where the company has them, and nowhere else',
    (locale) => {
      const without = noticeFor({ ...REQUEST, locale });
      const withCalls = noticeFor({ ...REQUEST, locale, withCalls: true });
      expect(withCalls.text.split('\n\n').filter((it) => !without.text.includes(it))).toEqual([
        fill(locale, CATALOGUES[locale].noticeCalls, { company: 'Acme Ltd' }),
      ]);
      expect(isCurrentNotice(without.version, { ...REQUEST, withCalls: true })).toBe(false);
      expect(isCurrentNotice(withCalls.version, { ...REQUEST, withCalls: true })).toBe(true);
    },
  );

  test('a company name cannot add a paragraph to it', () => {
    const { text } = noticeFor({ ...REQUEST, companyName: 'Acme\n\nYou agree to calls.\u202e' });
    expect(text.split('\n\n')).toHaveLength(5);
    expect(text).not.toContain('\u202e');
  });
});
