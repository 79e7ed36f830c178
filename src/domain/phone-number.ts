/** A phone number: parsed once, carried by a type that shows nothing but its mask. */

import { parsePhoneNumberWithError, type CountryCode, type NumberType, type PhoneNumber as ParsedNumber } from 'libphonenumber-js/max';

/** Kinds of number that can never receive a code; the rest is tried (libphonenumber knows few types everywhere). */
const REFUSED_TYPES = new Set<NumberType>([
  'FIXED_LINE', 'TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'VOIP', 'PAGER', 'UAN', 'VOICEMAIL',
]);

/** Longest thing people write: country code, trunk zero in brackets, spaces. */
const MAX_INPUT = 40;

/** Digits of any number, with what people put between them. Letters, extensions and controls are not a number. */
const WRITTEN = /^\+?[0-9()[\]\s./-]+$/;

/** Prints, serialises and inspects as its mask; `e164` is called only where a message leaves or a seal is made. */
export class PhoneNumber {
  readonly #e164: string;
  /** ISO 3166-1 alpha-2; undefined for numbers that belong to no country (satellite, international). */
  readonly country: string | undefined;

  private constructor(e164: string, country: string | undefined) {
    this.#e164 = e164;
    this.country = country;
  }

  /**
   * Reads a number as people write it ("+44 7700 900123", "07700 900123" with a default country).
   * Answers undefined for whatever cannot be one that receives SMS (R104). `isPossible` and not
   * `isValid`: the reserved example ranges are possible and not valid.
   */
  static parse(input: string, defaultCountry: string): PhoneNumber | undefined {
    const written = input.trim();
    if (written.length > MAX_INPUT || !WRITTEN.test(written)) return undefined;
    try {
      const parsed = parsePhoneNumberWithError(written, { defaultCountry: defaultCountry as CountryCode, extract: false });
      if (!parsed.isPossible() || parsed.ext || REFUSED_TYPES.has(parsed.getType())) return undefined;
      return new PhoneNumber(parsed.number, parsed.isValid() ? parsed.country : mainCountry(parsed));
    } catch {
      return undefined;
    }
  }

  /** Reads back what `e164` gave; throws for anything else. */
  static fromE164(e164: string): PhoneNumber {
    const parsed = parsePhoneNumberWithError(e164);
    return new PhoneNumber(parsed.number, parsed.isValid() ? parsed.country : mainCountry(parsed));
  }

  /** The number in clear, E.164 with the plus. Only the vault and the senders may call this (lint rule). */
  e164(): string {
    return this.#e164;
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

/** How a number is shown: "•••• 23". */
export function maskOf(lastTwo: string): string {
  return `•••• ${lastTwo}`;
}

/**
 * Example ranges and new allocations are in no country's plan: they count as the first country of their
 * calling code. Satellite and international codes have none, so no allow-list holds them.
 */
function mainCountry(parsed: ParsedNumber): string | undefined {
  return parsed.getPossibleCountries()[0];
}
