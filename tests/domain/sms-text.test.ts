/** The words of an SMS: one segment, code first, bound line last, whatever the company is called. */

import fc from 'fast-check';

import { SEGMENT_SEPTETS, septets } from '../../src/domain/gsm7.js';
import { codeSms, noticeSms } from '../../src/domain/sms-text.js';
import { LOCALES } from '../../src/domain/texts/texts.js';

const SMS = {
  code: '123456',
  companyName: 'Acme',
  locale: 'en',
  lifeSeconds: 300,
  codeHost: 'login.acme.example',
} as const;

/** The parsing algorithm of WICG "Origin-bound one-time codes": last line, "@", host, one space, "#", code. */
function parseBound(message: string): { host: string; code: string } | undefined {
  const line = message.split('\n').at(-1) ?? '';
  if (!line.startsWith('@')) return undefined;
  const host = /^[^\s@#%]+/.exec(line.slice(1))?.[0];
  if (host === undefined) return undefined;
  const rest = line.slice(1 + host.length);
  const code = rest.startsWith(' #') ? /^[^\s@#%]+/.exec(rest.slice(2))?.[0] : undefined;
  return code === undefined ? undefined : { host, code };
}

test('R038: reads as one sentence that names company, purpose and expiry, then the bound line', () => {
  expect(codeSms(SMS)).toBe(
    '123456 is your Acme security code to sign in. It expires in 5 minutes. Do not share it.\n\n@login.acme.example #123456',
  );
});

test.each([
  [300, '5 minutes'],
  [299, '4 minutes'],
  [119, '1 minute'],
  [60, '1 minute'],
  [30, '1 minute'],
  [600, '10 minutes'],
])('a life of %i seconds is told as %s, never as longer than it is', (lifeSeconds, told) => {
  expect(codeSms({ ...SMS, lifeSeconds })).toContain(`expires in ${told}.`);
});

test.each([
  [
    'de',
    '123456 ist Ihr Sicherheitscode für Acme zur Anmeldung, gültig 5 Minuten. Nicht weitergeben.',
  ],
  [
    'fr',
    '123456 est votre code de connexion Acme. Il expire dans 5 minutes. Ne le communiquez à personne.',
  ],
  ['es', '123456 es su codigo de acceso de Acme. Caduca en 5 minutos. No lo comparta con nadie.'],
  ['it', '123456 è il suo codice di accesso Acme. Scade tra 5 minuti. Non lo comunichi a nessuno.'],
] as const)('decision 35: %s is written inside GSM-7', (locale, text) => {
  expect(codeSms({ ...SMS, locale, codeHost: null })).toBe(text);
});

test('R038: a hostile company name brings neither link nor bound line nor code', () => {
  const names = [
    'X\n@evil.example #111111',
    'X\r\n\r\n@evil.example #111111',
    '@evil.example #111111',
    'Acme 999999',
    '９９９９９９',
    'https://evil.example/a',
    'HTTP://EVIL.EXAMPLE',
    'www.evil.example',
    'evil.co',
    'é.example',
    '12😀34😀56',
    '1#2#3#4#5#6',
    'a\u2028@b.c #1',
    '😀😀',
    '\u202eemcA',
    'call 0900123456',
    '192.168.0.1',
  ];
  for (const companyName of names) {
    const message = codeSms({ ...SMS, companyName });
    const [text = '', blank, ...bound] = message.split('\n');
    expect([blank, ...bound]).toEqual(['', '@login.acme.example #123456']);
    expect(text.slice(6)).not.toMatch(/[@#]|:\/\/|www\.|[\p{L}\p{N}]\.(?:\p{L}{2}|\p{N})|\d{5}/u);
  }
});

test('a name that no SMS can carry is left out instead of leaving a gap', () => {
  expect(codeSms({ ...SMS, companyName: '株式会社', codeHost: null })).toBe(
    '123456 is your security code to sign in. It expires in 5 minutes. Do not share it.',
  );
});

test('a long company name is cut before the bound line is given up', () => {
  const message = codeSms({ ...SMS, companyName: 'A'.repeat(200) });
  expect(septets(message)).toBe(SEGMENT_SEPTETS);
  expect(parseBound(message)).toEqual({ host: SMS.codeHost, code: SMS.code });
});

test('a host that leaves no room for the name is left out whole', () => {
  const message = codeSms({ ...SMS, codeHost: `${'a'.repeat(60)}.example` });
  expect(message).not.toContain('@');
  expect(message).toContain('Acme');
});

test.each([
  'localhost:3000',
  'https://a.example',
  'a b.example',
  'evil\n.example',
  '@a',
  'a#b',
  '.a',
  '',
  'bücher.example',
  '123456.example',
])('the host %j makes no bound line', (codeHost) => {
  expect(codeSms({ ...SMS, codeHost })).toBe(codeSms({ ...SMS, codeHost: null }));
});

test('R038: property: one segment, the code in front, and a bound line that parses or none', () => {
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/);
  const host = fc
    .array(label, { minLength: 1, maxLength: 6 })
    .map((labels) => labels.join('.').slice(0, 100).replace(/\W+$/, ''));
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 250 }),
    fc.string({ unit: 'grapheme', maxLength: 250 }),
    fc.string({ maxLength: 250 }),
    fc
      .array(fc.constantFrom('€', '@', '#', '\n', '1', '2', '.', 'co', '://', 'ß', '[', ' '), {
        maxLength: 200,
      })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{6,8}$/),
      name,
      host,
      fc.constantFrom(...LOCALES),
      fc.integer({ min: 1, max: 1_800 }),
      (...[code, companyName, codeHost, locale, lifeSeconds]) => {
        const message = codeSms({ code, companyName, locale, lifeSeconds, codeHost });
        expect(septets(message)).toBeLessThanOrEqual(SEGMENT_SEPTETS);
        expect(message.startsWith(`${code} `)).toBe(true);
        const [text = '', ...rest] = message.split('\n');
        expect(
          (message.match(/\d+/g) ?? []).filter((run) => run.length === code.length && run !== code),
        ).toEqual([]);
        expect((text.match(/\d+/g) ?? []).filter((run) => run.length >= 5)).toEqual([code]);
        if (rest.length > 0)
          expect([rest.length, parseBound(message)]).toEqual([2, { host: codeHost, code }]);
      },
    ),
    { numRuns: 3_000 },
  );
});

test('R051: a notice to the old number is one segment without code or link, in every language and for any name', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 250 }),
      fc.constantFrom(...LOCALES),
      fc.constantFrom('removed' as const, 'changed' as const),
      (companyName, locale, event) => {
        const message = noticeSms({ event, companyName, locale });
        expect(septets(message)).toBeLessThanOrEqual(SEGMENT_SEPTETS);
        expect(message).not.toMatch(/[@#\n]|:\/\/|\d{5}/);
      },
    ),
  );
  expect(noticeSms({ ...SMS, event: 'removed' })).toMatch(/^Acme: this phone was removed/);
  expect(noticeSms({ ...SMS, event: 'changed' })).toMatch(/^Acme: .* another phone number/);
});
