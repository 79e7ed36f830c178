/** The GSM 7-bit default alphabet (3GPP TS 23.038, 6.2.1): counting septets, and bringing text into it. */

/** What one SMS holds before it is split and charged twice; T04. Septets. */
export const SEGMENT_SEPTETS = 160;

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Reached through the escape character, so each costs two septets. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Letters and signs that no decomposition brings into the alphabet. */
const SUBSTITUTES = new Map<string, string>([
  ...pairs('łŁđĐðÐħĦıŧŦŋŊĸ', 'l L d D d D h H i t T n N k'),
  ...pairs('œŒþÞĳĲ', 'oe OE th Th ij IJ'),
  ...pairs('‘’‚‛′`´“”„‟″«»‹›', '\' \' \' \' \' \' \' " " " " " " " < >'),
  ...pairs('‐‑‒–—―−·•×÷©®™', '- - - - - - - - - x / (c) (r) (tm)'),
  ...pairs(
    'абвгдежзийклмнопрстуфхцчшщыэюяіїєґў',
    'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch y e yu ya i yi ye g w',
  ),
  ...pairs(
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯІЇЄҐЎ',
    'A B V G D E Zh Z I Y K L M N O P R S T U F Kh Ts Ch Sh Shch Y E Yu Ya I Yi Ye G W',
  ),
  ...pairs('αβγδεζηθικλμνξοπρσςτυφχψω', 'a v g d e z i th i k l m n x o p r s s t y f ch ps o'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'A V E Z I I K M N O R T Y Ch'),
]);

/** Septets of a text; undefined when a character is outside the alphabet. */
export function septets(text: string): number | undefined {
  let count = 0;
  for (const character of text) {
    if (BASIC.has(character)) count += 1;
    else if (EXTENDED.has(character)) count += 2;
    else return undefined;
  }
  return count;
}

/**
 * The nearest text within the alphabet (decision 35): "ç", "ó" and "â" become "c", "o" and "a"; what has
 * no counterpart, such as emoji, becomes a space.
 */
export function toGsm7(text: string): string {
  return Array.from(text.normalize('NFC'), nearest).join('');
}

function nearest(character: string): string {
  if (isGsm7(character)) return character;
  const substitute = SUBSTITUTES.get(character);
  if (substitute !== undefined) return substitute;
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
  const parts = Array.from(base, (part) => (isGsm7(part) ? part : (SUBSTITUTES.get(part) ?? ' ')));
  return base === '' ? '' : parts.join('');
}

function isGsm7(character: string): boolean {
  return BASIC.has(character) || EXTENDED.has(character);
}

function pairs(characters: string, replacements: string): [string, string][] {
  const list = replacements.split(' ');
  return Array.from(characters, (character, index) => [character, list[index] ?? '']);
}
