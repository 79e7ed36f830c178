/** One area of texts in every language, typed by the English one, and how a page asks for a text. */

import { fill, type Locale } from '../../domain/texts/texts.js';

/** The keys of the English texts, in any language. ICU MessageFormat. */
export type Texts<English> = { readonly [Key in keyof English]: string };

/** Answers the text of a key in one language, filled in. Throws where a placeholder has no value. */
export type Translate<Key extends string> = (key: Key, values?: Values) => string;
export type Values = Readonly<Record<string, string | number>>;

/** What a page calls to get its texts: `commonTexts(locale)('save')`. */
export function area<Key extends string>(
  catalogues: Readonly<Record<Locale, Readonly<Record<Key, string>>>>,
): (locale: Locale) => Translate<Key> {
  return (locale) =>
    (key, values = {}) =>
      fill(locale, catalogues[locale][key], values);
}
