/** The GSM 7-bit alphabet: what counts once, what counts twice, and what is brought into it. */

import fc from 'fast-check';

import { septets, toGsm7 } from '../../src/domain/gsm7.js';

test('T04: a basic character is one septet and an extension character two', () => {
  expect(septets('')).toBe(0);
  expect(septets('@host #123456\n')).toBe(14);
  expect(septets('ÄÖÜäöüßñÑàèéìòùÇ£¥¤§¿¡')).toBe(22);
  expect(septets('^{}\\[~]|€\f')).toBe(20);
});

test('characters outside the alphabet have no septets', () => {
  for (const character of ['ç', 'ó', 'â', 'í', 'ê', '’', '`', '\t', '😀', 'я', '\u00a0']) {
    expect(septets(`a${character}`)).toBeUndefined();
  }
});

test.each([
  ['código de acceso', 'codigo de acceso'],
  ['Françoise Théâtre', 'Francoise Théatre'],
  ['Łódź', 'Lodz'],
  ['“quoted” – it’s…', '"quoted" - it\'s...'],
  ['Œuvre', 'OEuvre'],
  ['Київ', 'Kiyiv'],
  ['Αθήνα', 'Athina'],
  ['ﬁnance', 'finance'],
  ['Ⅳ', 'IV'],
  ['１２', '12'],
  ['e\u0301', 'é'],
  ['Straße', 'Straße'],
  ['İstanbul', 'Istanbul'],
])('decision 35: %j becomes %j', (text, expected) => {
  expect(toGsm7(text)).toBe(expected);
});

test('what has no counterpart becomes a space, so that digits on both sides stay apart', () => {
  expect(toGsm7('12😀34株56')).toBe('12 34 56');
});

test('any text ends up inside the alphabet, and stays as it is when it already was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const carried = toGsm7(text);
      expect(septets(carried)).toBeDefined();
      expect(toGsm7(carried)).toBe(carried);
    }),
    { numRuns: 2_000 },
  );
});
