/** Looks a text up in a person's language and fills it in. */

import { IntlMessageFormat } from 'intl-messageformat';

import type { Catalogue } from './catalogue.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';

export const LOCALES = ['en', 'de', 'fr', 'es', 'it'] as const;
export type Locale = (typeof LOCALES)[number];

export const CATALOGUES: Readonly<Record<Locale, Catalogue>> = { en, de, fr, es, it };

/**
 * The first of the wanted BCP 47 tags that there are texts for, by its language ("de-AT" is "de"),
 * else English. Give the person's first, then the company's.
 */
export function pickLocale(...wanted: readonly (string | null | undefined)[]): Locale {
  const languages = wanted.map((tag) => tag?.trim().toLowerCase().split(/[-_]/, 1)[0]);
  return (
    languages.flatMap((language) => LOCALES.filter((locale) => locale === language))[0] ?? 'en'
  );
}

const formats = new Map<string, IntlMessageFormat>();

/** Fills an ICU message in; parsed once per message, since parsing costs more than sending. */
export function fill(
  locale: Locale,
  message: string,
  values: Record<string, string | number>,
): string {
  const key = `${locale} ${message}`;
  const format = formats.get(key) ?? new IntlMessageFormat(message, locale);
  formats.set(key, format);
  return String(format.format(values));
}
