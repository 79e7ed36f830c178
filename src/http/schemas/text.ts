/** The texts callers send: ids, names, reasons, languages, countries. Patterns are those of openapi.yaml. */

import { isSupportedCountry } from 'libphonenumber-js/max';
import { z } from 'zod';

import { CALLER_ID } from '../../domain/ids.js';
import type { CompanyId, UserId } from '../../domain/ids.js';

const OPAQUE = 'must be an opaque id, not an address: it stands in URLs';
const ID_SHAPE =
  'must be 1 to 128 letters, digits or any of . _ ~ : - and begin with a letter or a digit';

export const callerId = z.string().regex(CALLER_ID, {
  error: (issue) => (String(issue.input).includes('@') ? OPAQUE : ID_SHAPE),
});

export const companyId = callerId.transform((id) => id as CompanyId);
export const userId = callerId.transform((id) => id as UserId);

/** No control characters (NUL breaks PostgreSQL, CR and LF break logs) and no halves of characters. */
const TEXT = /^[^\p{Cc}\p{Cs}]*$/u;

/** Up to `maxLength` characters of text. */
export function text(maxLength: number) {
  return z.string().max(maxLength).regex(TEXT, 'must not hold control characters');
}

export const reason = text(500).min(1);

/** As people write it; whether it is a number is decided with the company's country at hand. */
export const phoneNumber = text(40).min(1);

/** At least one visible character; nothing invisible, turning or breaking lines. */
const NAME = /^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

export const displayName = z
  .string()
  .min(1)
  .max(60)
  .regex(NAME, 'must be visible text on one line');

/** BCP 47, as far as Intl understands it. */
export const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag such as en-GB')
  .refine(isLocale, 'must be a language tag such as en-GB');

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const timeZone = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/, 'must be an IANA time zone such as Europe/London')
  .refine(isTimeZone, 'must be an IANA time zone such as Europe/London');

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be two capital letters such as GB')
  .refine((code) => isSupportedCountry(code), 'must be a country with telephone numbers');

/** RFC 3339 with an offset. */
export const instant = z.iso
  .datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2027-01-04T08:00:00Z' })
  .transform((written) => new Date(written));
