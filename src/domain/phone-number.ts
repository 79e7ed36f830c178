/** A phone number: parsed once, carried by a type that shows nothing but its mask. */

import {
  isSupportedCountry,
  parsePhoneNumberWithError,
  type PhoneNumberType,
  type PhoneNumber as ParsedNumber,
} from 'libphonenumber-js/max';

/** Kinds of number that cannot receive a code or cost whoever sends one (R034, R104). */
const REFUSED_TYPES: ReadonlySet<PhoneNumberType | undefined> = new Set<
  PhoneNumberType | undefined
>(['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'VOIP', 'PAGER', 'UAN', 'VOICEMAIL']);

/** Kinds that make a whole prefix suspect. */
const COSTLY_TYPES: ReadonlySet<PhoneNumberType | undefined> = new Set<PhoneNumberType | undefined>(
  ['TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'PAGER', 'UAN'],
);

/** The calling code that the United States, Canada and two dozen islands share. */
const NORTH_AMERICA = '1';

/** Longest thing people write: country code, trunk zero in brackets, spaces. Characters. */
const MAX_INPUT = 40;

/** Digits of any number, with what people put between them. Letters, extensions, controls and tabs are none of it. */
const WRITTEN = /^\+?[0-9()[\] ./-]+$/;

/** E.164: a plus and at most fifteen digits (ITU-T E.164 6.2.1). The library lets some longer ones pass. */
const E164 = /^\+[1-9]\d{5,14}$/;

/** Prints, serialises and inspects as its mask; `e164` is called only where a message leaves or a seal is made. */
export class PhoneNumber {
  readonly #e164: string;
  readonly #prefix: string;
  /** ISO 3166-1 alpha-2. Undefined only for a stored number that later metadata place in no country. */
  readonly country: string | undefined;
  /** False for a landline: a code reaches it by a call alone. */
  readonly canBeTexted: boolean;

  private constructor(parsed: ParsedNumber, country: string | undefined) {
    this.#e164 = parsed.number;
    this.country = country;
    this.canBeTexted = !isLandline(parsed);
    this.#prefix = prefixOf(parsed);
  }

  /**
   * Reads a number as people write it ("+44 7700 900123", "07700 900123" with a default country).
   * Answers undefined for whatever cannot be one that receives a code (R034, R104). `isPossible` and not
   * `isValid`: the reserved example ranges are possible and not valid.
   */
  static parse(input: string, defaultCountry: string): PhoneNumber | undefined {
    if (input.length > MAX_INPUT) return undefined;
    const written = input.replace(/\p{Zs}+/gu, ' ').replace(/^ | $/g, '');
    const parsed = WRITTEN.test(written) ? read(written, defaultCountry) : undefined;
    if (!parsed?.isPossible() || !E164.test(parsed.number)) return undefined;
    const country = parsed.isValid() ? plannedCountry(parsed) : unplannedCountry(parsed);
    return country === undefined ? undefined : new PhoneNumber(parsed, country);
  }

  /** Reads back what `e164` gave; throws for anything else, without repeating it. */
  static fromE164(e164: string): PhoneNumber {
    const parsed = E164.test(e164) ? read(e164) : undefined;
    if (!parsed) throw new TypeError('not an E.164 number');
    return new PhoneNumber(parsed, parsed.isValid() ? parsed.country : unplannedCountry(parsed));
  }

  /** The number in clear, E.164 with the plus. Only the vault and the senders may call this (lint rule). */
  e164(): string {
    return this.#e164;
  }

  /**
   * The number in clear, grouped for its owner's eyes: "+44 7700 900123". Only
   * src/app/phone/view-phone.ts may call this (lint rule).
   */
  forOwner(): string {
    return parsePhoneNumberWithError(this.#e164).formatInternational();
  }

  /** The number's block, which is nobody's own: "+447700". What is left out has five digits or more. */
  get prefix(): string {
    return this.#prefix;
  }

  /** All that lists, answers and logs may show. */
  get lastTwo(): string {
    return this.#e164.slice(-2);
  }

  toString(): string {
    return maskOf(this.lastTwo);
  }

  toJSON(): string {
    return this.toString();
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

/** National digits that tell blocks apart: what carriers are given, and what is rented out to pump. */
const BLOCK_DIGITS = 4;
/** Digits that stay out of a prefix, whatever the length: a hundred thousand numbers share it. */
const HIDDEN_DIGITS = 5;

function prefixOf({ countryCallingCode, nationalNumber }: ParsedNumber): string {
  const shown = Math.max(0, Math.min(BLOCK_DIGITS, nationalNumber.length - HIDDEN_DIGITS));
  return `+${countryCallingCode}${nationalNumber.slice(0, shown)}`;
}

/** ISO 3166-1 alpha-2; "ZZ", which is no country's, where later metadata place the number in none. */
export function countryOf({ country }: PhoneNumber): string {
  return country ?? 'ZZ';
}

/** How a number is shown: "•••• 23". */
export function maskOf(lastTwo: string): string {
  return `•••• ${lastTwo}`;
}

/** Undefined for what the library calls no number; its error is dropped, since errors travel (R125). */
function read(text: string, country = ''): ParsedNumber | undefined {
  const options = isSupportedCountry(country) ? { defaultCountry: country } : {};
  try {
    return parsePhoneNumberWithError(text, { ...options, extract: false });
  } catch {
    return undefined;
  }
}

function plannedCountry(parsed: ParsedNumber): string | undefined {
  return isRefused(parsed) ? undefined : parsed.country;
}

function isRefused(parsed: ParsedNumber): boolean {
  return REFUSED_TYPES.has(parsed.getType()) || isForwarded(parsed);
}

/** Only a planned number is known to be one. */
function isLandline(parsed: ParsedNumber): boolean {
  return parsed.getType() === 'FIXED_LINE';
}

function isCostly(parsed: ParsedNumber): boolean {
  return COSTLY_TYPES.has(parsed.getType()) || isForwarded(parsed);
}

/**
 * A personal number is passed on to any other at the sender's expense, like the United Kingdom's 070; not
 * so in North America, where Twilio's test numbers are among them (T37).
 */
function isForwarded(parsed: ParsedNumber): boolean {
  return parsed.getType() === 'PERSONAL_NUMBER' && parsed.countryCallingCode !== NORTH_AMERICA;
}

/**
 * The country of a number that is in no plan: an example range, or a new allocation. It belongs where
 * planned numbers of the same beginning and length belong; it is refused where there are none that could
 * receive a text, where they belong to several countries, and where one of them is costly, so that a gap
 * in a premium range or beside an island is no way around.
 */
function unplannedCountry(parsed: ParsedNumber): string | undefined {
  const neighbours = closestOf(parsed);
  if (neighbours.some(isCostly)) return undefined;
  const receiving = neighbours.filter((it) => !isRefused(it) && !isLandline(it));
  const [country, ...others] = new Set(receiving.map((neighbour) => neighbour.country));
  return others.length > 0 ? undefined : country;
}

/** In North America three digits are the area, and the area is the country: two say nothing. */
function closestOf(parsed: ParsedNumber): ParsedNumber[] {
  const close = neighboursOf(parsed, 3);
  const isArea = parsed.countryCallingCode === NORTH_AMERICA;
  return close.length > 0 || isArea ? close : neighboursOf(parsed, 2);
}

/** Planned numbers with the same calling code, length and leading national digits. */
function neighboursOf(parsed: ParsedNumber, leadingDigits: number): ParsedNumber[] {
  const national = parsed.nationalNumber;
  const beginning = `+${parsed.countryCallingCode}${national.slice(0, leadingDigits)}`;
  return Array.from('0123456789').flatMap((digit) => {
    const neighbour = read(beginning + digit.repeat(Math.max(0, national.length - leadingDigits)));
    return neighbour?.isValid() ? [neighbour] : [];
  });
}
