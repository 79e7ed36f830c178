/** Which language a page speaks, and which way it runs. */

import { LOCALES, pickLocale, type Locale } from '../domain/texts/texts.js';

export type Direction = 'ltr' | 'rtl';

/** The layout knows no left and right of its own, so a language that runs the other way needs a line here. */
export const DIRECTIONS: Readonly<Record<Locale, Direction>> = {
  en: 'ltr',
  de: 'ltr',
  fr: 'ltr',
  es: 'ltr',
  it: 'ltr',
};

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
};

export interface LanguageWishes {
  /** What the person chose, or their login service for them. */
  readonly chosen: string | null;
  readonly acceptLanguage: string | undefined;
  /** The company's. */
  readonly fallback: string | null;
}

export function chooseLocale({ chosen, acceptLanguage, fallback }: LanguageWishes): Locale {
  return pickLocale(chosen, ...preferences(acceptLanguage), fallback);
}

export function isLocale(text: string): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

const MAX_PREFERENCES = 20;

/** RFC 9110 12.5.4: language ranges by falling weight; those of weight 0 are not wanted. */
function preferences(header = ''): string[] {
  return header
    .split(',', MAX_PREFERENCES)
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((each) => each.startsWith('q='))?.slice(2) ?? '1';
      return { range, weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0 && weight <= 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}
