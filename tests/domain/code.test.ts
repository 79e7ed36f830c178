/** The one-time code: derived, parsed, digested, and shown to nobody. */

import { inspect } from 'node:util';

import {
  deriveCode,
  digestCode,
  hotp,
  parseCode,
  SecretCode,
  type CodeLength,
} from '../../src/domain/code.js';
import type { ChallengeId } from '../../src/domain/ids.js';

const KEY = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
const id = (name: string | number): ChallengeId => `challenge-${name}` as ChallengeId;
const digitsOf = (name: string | number, destination = 0, length: CodeLength = 6): string =>
  deriveCode(KEY, { challengeId: id(name), destination, length }).digits();

describe('deriving', () => {
  it('gives the vectors of RFC 4226 appendix D', () => {
    const secret = Buffer.from('12345678901234567890');
    const codes = Array.from({ length: 10 }, (_, counter) => hotp(secret, counter, 6));
    expect(codes).toEqual(
      '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '),
    );
    // The untruncated value of counter 0 in the appendix is 1284755224.
    expect([hotp(secret, 0, 7), hotp(secret, 0, 8)]).toEqual(['4755224', '84755224']);
  });

  it('refuses lengths that are too short to be safe', () => {
    expect(() => hotp(KEY, 0, 5)).toThrow(RangeError);
    expect(() => hotp(KEY, 0, 9)).toThrow(RangeError);
  });

  it('is frozen: an instance of another version derives the same code for a resend', () => {
    expect([digitsOf('a'), digitsOf('a', 1), digitsOf('a', 0, 8)]).toEqual([
      '834051',
      '949308',
      '35834051',
    ]);
  });

  it('gives the same code again for the same challenge and destination', () => {
    expect(digitsOf('x', 1)).toBe(digitsOf('x', 1));
  });

  it('R006: gives a corrected number another code', () => {
    const codes = [0, 1, 2].map((destination) => digitsOf('x', destination, 8));
    expect(new Set(codes).size).toBe(3);
  });

  it('depends on the key', () => {
    const other = deriveCode(Buffer.alloc(32, 7), {
      challengeId: id('x'),
      destination: 0,
      length: 8,
    });
    expect(other.digits()).not.toBe(digitsOf('x', 0, 8));
  });
});

describe('R001: 20,000 codes look drawn at random', () => {
  const codes = Array.from({ length: 20_000 }, (_, at) => digitsOf(at));

  it('has exactly six ASCII digits in each, leading zeros kept', () => {
    expect(codes.filter((code) => !/^[0-9]{6}$/.test(code))).toEqual([]);
    const share = codes.filter((code) => code.startsWith('0')).length / codes.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });

  it.each([0, 1, 2, 3, 4, 5])('spreads position %i evenly over the digits', (position) => {
    const counts = new Array<number>(10).fill(0);
    for (const code of codes) {
      const digit = Number(code[position]);
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    const expected = codes.length / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: p = 0.001.
    expect(chiSquare).toBeLessThan(27.88);
  });

  it('does not let one code tell of the next', () => {
    const mean = 499_999.5;
    const deviations = codes.map((code) => Number(code) - mean);
    const variance = deviations.reduce((sum, d) => sum + d * d, 0);
    const serial = deviations.slice(1).reduce((sum, d, at) => sum + d * (deviations[at] ?? 0), 0);
    expect(Math.abs(serial / variance)).toBeLessThan(0.025);
  });

  it.each([7, 8] as const)('keeps leading zeros with %i digits', (length) => {
    const longer = Array.from({ length: 200 }, (_, at) => digitsOf(at, 0, length));
    expect(longer.every((code) => code.length === length)).toBe(true);
    expect(longer.some((code) => code.startsWith('0'))).toBe(true);
  });
});

it('R002: 200 pairs of challenges opened at the same moment share at most one code', () => {
  const equal = Array.from({ length: 200 }, (_, at) => digitsOf(`${at}a`) === digitsOf(`${at}b`));
  expect(equal.filter(Boolean).length).toBeLessThanOrEqual(1);
});

describe('R010: what counts as a code', () => {
  it.each([
    ['123456', '123456'],
    [' 123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    ['123\u2011456', '123456'],
    ['1 2-3\t4\u00a05 6\n', '123456'],
    ['000000', '000000'],
    ['1234567', '1234567'],
    ['12345678', '12345678'],
  ])('reads %j as %s', (input, digits) => {
    expect(parseCode(input)).toBe(digits);
  });

  it.each([
    ['full-width digits', '１２３４５６'],
    ['Arabic digits', '١٢٣٤٥٦'],
    ['Devanagari digits', '१२३४५६'],
    ['a letter', '12345a'],
    ['a sign', '+123456'],
    ['an exponent', '1e5000'],
    ['a NUL byte', '123456\u0000'],
    ['too short', '12345'],
    ['too long', '123456789'],
    ['empty', ''],
    ['only separators', ' - - '],
    ['the word undefined', 'undefined'],
    ['a number', 123456],
    ['an array', ['000000', '000001']],
    ['an array of one', ['123456']],
    ['an object', { $ne: '' }],
    ['a boxed string', Object('123456') as unknown],
    ['null', null],
    ['undefined', undefined],
    ['10 kB of digits', '1'.repeat(10_240)],
    ['six digits in 10 kB of spaces', `${' '.repeat(10_240)}123456`],
    ['65 characters', `${' '.repeat(59)}123456`],
  ])('refuses %s', (_name, input) => {
    expect(parseCode(input)).toBeUndefined();
  });

  it('reads up to 64 characters', () => {
    expect(parseCode(`${' '.repeat(58)}123456`)).toBe('123456');
  });
});

describe('R005: the digest', () => {
  it('is 132 bits of base64url and differs between challenges, codes and keys', () => {
    const digest = digestCode(KEY, id('a'), '123456');
    expect(digest).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(digestCode(KEY, id('a'), '123456')).toBe(digest);
    expect(digestCode(KEY, id('b'), '123456')).not.toBe(digest);
    expect(digestCode(KEY, id('a'), '123457')).not.toBe(digest);
    expect(digestCode(Buffer.alloc(32, 7), id('a'), '123456')).not.toBe(digest);
  });
});

it('R007: a secret code shows its digits to nobody who does not ask by name', () => {
  const code = new SecretCode('493817');
  const shown = [
    String(code),
    'sent '.concat(code as unknown as string),
    JSON.stringify({ code }),
    inspect(code),
    inspect({ code }, { customInspect: false, showHidden: true, depth: 9 }),
    Object.values(code).join(),
  ];
  expect(shown.filter((text) => text.includes('493817'))).toEqual([]);
  expect(shown[0]).toBe('••••••');
  expect(code.digits()).toBe('493817');
});
