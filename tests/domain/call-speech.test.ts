/** The words of a call: two rounds of single digits, and no other digit whatever the company is called. */

import fc from 'fast-check';

import { codeSpeech, spokenText, type CallSpeech } from '../../src/domain/call-speech.js';
import { CATALOGUES, LOCALES } from '../../src/domain/texts/texts.js';

const CALL = { code: '012345', companyName: 'Acme', locale: 'en' } as const;

const digitsOf = ({ parts }: CallSpeech) =>
  parts.flatMap((part) => ('digits' in part ? [part.digits] : []));
const wordsOf = ({ parts }: CallSpeech) =>
  parts.flatMap((part) => ('words' in part ? [part.words] : []));

test('R038: says what it is for, the code, the code once more, and what to do if nobody asked', () => {
  expect(spokenText(codeSpeech(CALL))).toBe(
    'Hello. This is a security code to sign in at Acme. Your code is: 0 - 1 - 2 - 3 - 4 - 5. ' +
      'Once more. Your code is: 0 - 1 - 2 - 3 - 4 - 5. ' +
      'Share it with nobody. If you did not ask for this call, hang up and tell your administrator. Goodbye.',
  );
});

test.each(LOCALES)(
  '%s: words and digits take turns, and the code comes exactly twice',
  (locale) => {
    const { parts } = codeSpeech({ ...CALL, locale });
    expect(parts.map((part) => Object.keys(part)[0])).toEqual([
      'words',
      'digits',
      'words',
      'digits',
      'words',
    ]);
    expect(digitsOf(codeSpeech({ ...CALL, locale }))).toEqual(['012345', '012345']);
  },
);

test('leading zeros are spoken, and codes of every length', () => {
  for (const code of ['000000', '0000001', '00000010']) {
    expect(digitsOf(codeSpeech({ ...CALL, code }))).toEqual([code, code]);
  }
});

test('the language of the speech is the one its words are in', () => {
  for (const locale of LOCALES) {
    const speech = codeSpeech({ ...CALL, locale });
    expect(speech.locale).toBe(locale);
    expect(wordsOf(speech)).toEqual([
      CATALOGUES[locale].callCode.replace('{company}', 'Acme'),
      CATALOGUES[locale].callAgain,
      CATALOGUES[locale].callEnd,
    ]);
  }
});

test.each([
  ['Studio 54', 'Studio'],
  ['4711', null],
  ['９９９９９９ Acme', 'Acme'],
  ['Acme ١٢٣', 'Acme'],
  ['Acme ②', 'Acme'],
  ['Müller & Söhne GmbH', 'Müller & Söhne GmbH'],
  ['<Say>Acme</Say>', 'Say Acme Say'],
  ['Acme\u202e\u0000\nLtd.', 'Acme Ltd.'],
  ['😀', null],
  ['株式会社アクメ', '株式会社アクメ'],
  ['{company} {minutes}', 'company minutes'],
])('the company name %j is spoken as %j', (companyName, spoken) => {
  const [opening] = wordsOf(codeSpeech({ ...CALL, companyName }));
  expect(opening).toBe(
    spoken === null
      ? CATALOGUES.en.callCodeUnnamed
      : CATALOGUES.en.callCode.replace('{company}', spoken),
  );
});

test('no company name brings a digit, a mark of XML or a long speech', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ maxLength: 300 }),
  );
  fc.assert(
    fc.property(names, fc.constantFrom(...LOCALES), (companyName, locale) => {
      const words = wordsOf(codeSpeech({ ...CALL, companyName, locale }));
      expect(words.join(' ')).not.toMatch(/[\p{N}\p{C}<>"]/u);
      expect(words.join(' ').length).toBeLessThan(450);
    }),
  );
});
