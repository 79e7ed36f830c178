/** Dates and numbers as people read them: in their language and in the company's time zone. */

import type { Locale } from '../domain/texts/texts.js';

/** English dates name the day first, as in most of the countries served. */
const TAGS: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  de: 'de',
  fr: 'fr',
  es: 'es',
  it: 'it',
};

export interface Formats {
  /** "4 January 2027" */
  date(instant: Date): string;
  /** "4 Jan 2027, 08:00" */
  dateTime(instant: Date): string;
  /** "08:00" */
  time(instant: Date): string;
  /** "1,234" */
  number(value: number): string;
  /** `share` is 0 to 1: "12 %". */
  percent(share: number): string;
  /** "United Kingdom" for "GB". */
  country(code: string): string;
}

const known = new Map<string, Formats>();

/** `timeZone` is an IANA name; formatters are kept, since making one costs more than a page. */
export function formatsFor(locale: Locale, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`;
  const formats = known.get(key) ?? makeFormats(TAGS[locale], timeZone);
  known.set(key, formats);
  return formats;
}

function makeFormats(tag: string, timeZone: string): Formats {
  const dates = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { ...style, timeZone });
  const date = dates({ dateStyle: 'long' });
  const dateTime = dates({ dateStyle: 'medium', timeStyle: 'short' });
  const time = dates({ timeStyle: 'short' });
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const countries = new Intl.DisplayNames(tag, { type: 'region' });
  return {
    date: (instant) => date.format(instant),
    dateTime: (instant) => dateTime.format(instant),
    time: (instant) => time.format(instant),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    country: (code) => countries.of(code) ?? code,
  };
}
