/** Phone input: one canonical form or nothing at all, and a value that shows nothing but its mask. */

import { format, inspect } from 'node:util';

import { maskOf, PhoneNumber } from '../../src/domain/phone-number.js';

const NUL = '\u0000';

/** [what it is, as written, default country] of inputs that are no number a code can go to. */
const REFUSED: readonly (readonly [string, string, string])[] = [
  ['nothing', '', 'GB'],
  ['a space', ' ', 'GB'],
  ['a plus', '+', 'GB'],
  ['brackets', '()', 'GB'],
  ['only zeros', '0000000000', 'GB'],
  ['plus zeros', '+0000000000', 'GB'],
  ['an x extension', '+447700900123x5', 'GB'],
  ['an ext. extension', '+44 7700 900123 ext. 5', 'GB'],
  ['an RFC 3966 extension', '+447700900123;ext=5', 'GB'],
  ['a hash extension', '+447700900123#5', 'GB'],
  ['a comma pause', '+447700900123,5', 'GB'],
  ['a star code', '*123#', 'GB'],
  ['a tel: URI', 'tel:+447700900123', 'GB'],
  ['a TEL: URI', 'TEL:+44-7700-900123', 'GB'],
  ['a tel: URI with context', 'tel:7700900123;phone-context=+44', 'GB'],
  ['an sms: URI', 'sms:+447700900123', 'GB'],
  ['a sip: URI', 'sip:447700900123@example.com', 'GB'],
  ['letters', 'abcdefghij', 'GB'],
  ['vanity letters', '+1 800 FLOWERS', 'US'],
  ['vanity letters at home', '1-202-CALL-NOW', 'US'],
  ['a letter O for a zero', '+44770O900123', 'GB'],
  ['a number inside a sentence', 'call 07700 900123 now', 'GB'],
  ['two numbers', '+447700900123 +447700900124', 'GB'],
  ['two numbers with a comma', '+447700900123,+447700900124', 'GB'],
  ['two plus signs', '++447700900123', 'GB'],
  ['a plus inside', '44+7700900123', 'GB'],
  ['a plus at the end', '447700900123+', 'GB'],
  ['a minus number', '-', 'GB'],
  ['an e-number', '4.4e12', 'GB'],
  ['hexadecimal', '0x1234567890', 'GB'],
  ['a short code', '60789', 'GB'],
  ['a short code abroad', '+4460789', 'GB'],
  ['an emergency number', '999', 'GB'],
  ['another emergency number', '112', 'DE'],
  ['a German short code', '12345', 'DE'],
  ['a German six-digit service', '116117', 'DE'],
  ['a US short code', '72345', 'US'],
  ['a US six-digit short code', '723456', 'US'],
  ['too few digits', '+4477', 'GB'],
  ['nine of ten digits', '+44770090012', 'GB'],
  ['one digit too many', '+4477009001234', 'GB'],
  ['sixteen digits', '+4477009001234567', 'GB'],
  ['sixteen digits of a long plan', '+4915112345678901', 'DE'],
  ['forty digits', '1'.repeat(40), 'GB'],
  ['a thousand digits', `+44${'7'.repeat(1_000)}`, 'GB'],
  ['padding beyond sense', `+447700900123${' '.repeat(60)}`, 'GB'],
  ['a NUL inside', `+4477009${NUL}00123`, 'GB'],
  ['a NUL at the end', `+447700900123${NUL}`, 'GB'],
  ['a line feed at the end', '+447700900123\n', 'GB'],
  ['a line feed before', '\n+447700900123', 'GB'],
  ['a header injection', '+447700900123\r\nBcc: x', 'GB'],
  ['a tab inside', '+44\t7700900123', 'GB'],
  ['an escape', '+44\u001b[31m7700900123', 'GB'],
  ['a delete', '+447700900123\u007f', 'GB'],
  ['a C1 control', '+447700900123\u0085', 'GB'],
  ['a right-to-left mark', '\u200f+447700900123', 'GB'],
  ['a left-to-right mark', '+447700900123\u200e', 'GB'],
  ['a right-to-left override', '\u202e321009007744+', 'GB'],
  ['an embedding', '\u202a+447700900123\u202c', 'GB'],
  ['an isolate', '\u2066+447700900123\u2069', 'GB'],
  ['a zero-width space', '+44\u200b7700900123', 'GB'],
  ['a zero-width joiner', '+447700\u200d900123', 'GB'],
  ['a word joiner', '+44\u20607700900123', 'GB'],
  ['a byte order mark', '\ufeff+447700900123', 'GB'],
  ['a soft hyphen', '+447700\u00ad900123', 'GB'],
  ['a line separator', '+447700900123\u2028', 'GB'],
  ['a tag character', '+447700900123\u{e0031}', 'GB'],
  ['a lone surrogate', '+447700900123\ud800', 'GB'],
  ['full-width digits', '+44770090012３', 'GB'],
  ['a full-width plus', '＋447700900123', 'GB'],
  ['Arabic-Indic digits', '+٤٤٧٧٠٠٩٠٠١٢٣', 'GB'],
  ['Devanagari digits', '+४४७७००९००१२३', 'GB'],
  ['superscript digits', '+44770090012³', 'GB'],
  ['an emoji keycap', '+44770090012\u0033\ufe0f\u20e3', 'GB'],
  ['JSON', '["+447700900123"]', 'GB'],
  ['an object', '{"$ne":null}', 'GB'],
  ['SQL', "'; DROP TABLE--", 'GB'],
  ['a template', '{{7*7}}', 'GB'],
  ['a path', '../../../etc', 'GB'],
  ['a percent escape', '%2B447700900123', 'GB'],
  ['an e-mail address', 'a@example.com', 'GB'],
  ['a WhatsApp address', 'whatsapp:+447700900123', 'GB'],
  ['a messenger address', 'messenger:123456789', 'GB'],
  ['Inmarsat +870', '+870773123456', 'GB'],
  ['satellite +881', '+881612345678', 'GB'],
  ['satellite +8816 Iridium', '+8816 2345 6789', 'US'],
  ['satellite +882', '+882161234567', 'GB'],
  ['satellite +883', '+883510012345', 'GB'],
  ['disaster relief +888', '+88812345678', 'GB'],
  ['international premium +979', '+979123456789', 'GB'],
  ['international toll-free +800', '+80012345678', 'GB'],
  ['international shared cost +808', '+80812345678', 'GB'],
  ['personal +878', '+878101234567890', 'GB'],
  ['an unassigned calling code', '+999123456789', 'GB'],
  ['another unassigned calling code', '+210123456789', 'GB'],
  ['US premium', '+19005550123', 'US'],
  ['a gap in US premium', '+19001234567', 'US'],
  ['US premium at home', '1-900-555-0123', 'US'],
  ['US toll-free', '+18005550123', 'US'],
  ['US toll-free 888', '888 555 0123', 'US'],
  ['UK premium', '+449098790123', 'GB'],
  ['UK premium at home', '09098 790123', 'GB'],
  ['UK revenue share 0845', '+448451234567', 'GB'],
  ['UK revenue share 0870', '0870 123 4567', 'GB'],
  ['UK toll-free', '0800 123 4567', 'GB'],
  ['UK pager', '+447640123456', 'GB'],
  ['a gap between UK pagers and mobiles', '+447628996572', 'GB'],
  ['UK UAN', '+445512345678', 'GB'],
  ['a gap in Antigua, read as the US', '+12682001234', 'US'],
  ['a gap in Dominica, read as the US', '+17672001234', 'US'],
  ['a gap in Montserrat, read as the US', '+16642001234', 'US'],
  ['a gap in Sint Maarten, read as the US', '+17212001234', 'US'],
  ['a gap in American Samoa, read as the US', '+16842001234', 'US'],
  ['a gap in St Lucia, read as Canada', '+17582001234', 'CA'],
  ['an area code of no country', '+17005551234', 'US'],
  ['UK personal 070', '+447012345678', 'GB'],
  ['a gap in UK personal 070', '070 0000 0000', 'GB'],
  ['UK VoIP', '+445612345678', 'GB'],
  ['a gap between UK landlines', '+441632960123', 'GB'],
  ['German premium', '+499001234567', 'DE'],
  ['German shared cost', '+491801234567', 'DE'],
  ['German toll-free', '0800 1234567', 'DE'],
  ['French premium', '+33891123456', 'FR'],
  ['French toll-free', '0 805 123 456', 'FR'],
  ['Italian premium', '+39892123456', 'IT'],
  ['Spanish premium', '+34803123456', 'ES'],
  ['Spanish toll-free', '+34900123456', 'ES'],
  ['Swiss premium', '+41900123456', 'CH'],
  ['national digits with no country to read them in', '07700 900123', ''],
  ['national digits with an unknown country', '07700 900123', 'XX'],
];

/** [canonical, country, default country, spellings of it]. */
const SPELLINGS: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    '+447700900123',
    'GB',
    'GB',
    [
      '+447700900123',
      '+44 7700 900123',
      '+44 (0)7700 900123',
      '+44(0)7700 900123',
      '07700900123',
      '07700 900123',
      '07700-900-123',
      '(07700) 900123',
      '07700.900.123',
      '07700/900123',
      '00447700900123',
      '00 44 7700 900123',
      ' +447700900123 ',
      '+44\u00a07700\u00a0900123',
      '+44\u202f7700\u202f900123',
      '447700900123',
      '7700900123',
    ],
  ],
  ['+447400123456', 'GB', 'GB', ['+447400123456', '07400 123456', '0044 7400 123 456']],
  [
    '+12025550143',
    'US',
    'US',
    ['+12025550143', '(202) 555-0143', '1-202-555-0143', '202.555.0143', '011 1 202 555 0143'],
  ],
  ['+15005550006', 'US', 'US', ['+15005550006', '+1 500 555 0006']],
  [
    '+4915112345678',
    'DE',
    'DE',
    ['+4915112345678', '0151 12345678', '+49 (0) 151 / 123 456 78', '00491511 2345678'],
  ],
  ['+33639980001', 'FR', 'FR', ['+33639980001', '06 39 98 00 01', '+33 (0)6 39 98 00 01']],
  ['+393123456789', 'IT', 'IT', ['+393123456789', '312 345 6789', '+39 312 3456789']],
  ['+34612345678', 'ES', 'ES', ['+34612345678', '612 34 56 78', '0034 612345678']],
  ['+61491570006', 'AU', 'GB', ['+61491570006', '+61 (0)491 570 006', '0061491570006']],
  ['+18761234567', 'JM', 'GB', ['+1 876 123 4567']],
];

describe('R104 R034: what cannot be a number for codes', () => {
  test.each(REFUSED)('%s is refused', (_what, input, country) => {
    expect(PhoneNumber.parse(input, country)).toBeUndefined();
  });

  test('the corpus holds more than a hundred different inputs', () => {
    expect(
      new Set(REFUSED.map(([, input, country]) => `${country} ${input}`)).size,
    ).toBeGreaterThan(110);
  });
});

describe('R104 R030: one number, one canonical form', () => {
  const cases = SPELLINGS.flatMap(([canonical, country, home, written]) =>
    written.map((input) => [input, canonical, country, home] as const),
  );
  test.each(cases)('%j is %s in %s', (...[input, canonical, country, home]) => {
    const phone = PhoneNumber.parse(input, home);
    expect(phone?.e164()).toBe(canonical);
    expect(phone?.country).toBe(country);
  });

  test('reads back what it gave, in the same country', () => {
    for (const [canonical, country] of SPELLINGS) {
      const phone = PhoneNumber.fromE164(canonical);
      expect([phone.e164(), phone.country]).toEqual([canonical, country]);
    }
  });

  test.each([
    '',
    '07700900123',
    '447700900123',
    '+44 7700 900123',
    '+447700900123\n',
    '+0123456789',
  ])('does not read back %j, and does not repeat it', (text) => {
    expect(() => PhoneNumber.fromE164(text)).toThrow(new TypeError('not an E.164 number'));
  });
});

describe('R034 R104: a landline is a number that can be called and not texted', () => {
  test.each([
    ['UK landline', '+442079460123', 'GB'],
    ['German landline', '+4930123456', 'DE'],
    ['French landline', '+33123456789', 'FR'],
    ['Italian landline', '+390612345678', 'IT'],
    ['Spanish landline', '+34810123456', 'ES'],
    ['UK landline at home', '020 7946 0123', 'GB'],
  ])('%s', (_what, input, country) => {
    const phone = PhoneNumber.parse(input, country);
    expect([phone?.country, phone?.canBeTexted]).toEqual([country, false]);
    expect(PhoneNumber.fromE164(phone?.e164() ?? '').canBeTexted).toBe(false);
  });

  test('a mobile, an example of one and a number that may be either can be texted', () => {
    for (const [canonical] of SPELLINGS) {
      expect(PhoneNumber.fromE164(canonical).canBeTexted).toBe(true);
    }
  });
});

describe('R125 R093: a number shows nothing but its mask', () => {
  const phone = PhoneNumber.fromE164('+447700900123');
  const nested = { level: { list: [phone], map: new Map([['to', phone]]), set: new Set([phone]) } };

  test.each([
    ['String()', String(phone)],
    ['a template literal', String(phone)],
    ['concatenation', ['', phone].join('')],
    ['JSON', JSON.stringify({ a: [{ phone }] })],
    ['util.inspect', inspect(phone)],
    ['nested inspect', inspect(nested, { depth: Infinity, showHidden: true })],
    [
      'inspect that shows everything',
      inspect(phone, { customInspect: false, showHidden: true, depth: Infinity, getters: false }),
    ],
    ['%o', format('%o', nested)],
    ['%O', format('%O', nested)],
    ['%s', format('%s', phone)],
    ['%j', format('%j', nested)],
    ['%d', format('%d', phone)],
    ['an Error message', inspect(new Error(`cannot send to ${String(phone)}`))],
    ['an Error cause', inspect(new Error('x', { cause: phone }))],
    ['an Error property', inspect(Object.assign(new Error('x'), { phone }))],
    ['structuredClone', inspect(structuredClone(phone), { showHidden: true })],
    ['spread', JSON.stringify(Object.assign({}, phone))],
    ['entries', JSON.stringify([Object.entries(phone), Reflect.ownKeys(phone)])],
    ['localeString', phone.toLocaleString()],
  ])('in %s', (_where, shown) => {
    expect(shown).not.toMatch(/7700|900123|0123/);
  });

  test('the mask is four dots and the last two digits', () => {
    expect(String(phone)).toBe('•••• 23');
    expect(JSON.stringify(phone)).toBe('"•••• 23"');
    expect(inspect({ phone })).toContain('•••• 23');
    expect(maskOf(phone.lastTwo)).toBe('•••• 23');
  });
});
