/** The words of an SMS: one GSM-7 segment that begins with the code and ends on the bound line. */

import { SEGMENT_SEPTETS, septets, toGsm7 } from './gsm7.js';
import { CATALOGUES, fill, type Locale } from './texts/texts.js';

export interface CodeSms {
  /** Six to eight ASCII digits. */
  readonly code: string;
  readonly companyName: string;
  readonly locale: Locale;
  /** What is left of the code's life. Told in whole minutes, rounded down, never under one. */
  readonly lifeSeconds: number;
  /** Host that alone may fill the code in (decision 35); null leaves the bound line out. */
  readonly codeHost: string | null;
}

/** A bound line is worth shortening a company's name to this, and no further. Septets. */
const MIN_COMPANY = 8;

/** What the algorithm of the drafts reads as a host, and what needs no transliteration. */
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;

/**
 * The SMS that carries a code: says what it is for and when it expires, holds no link, and is one GSM-7
 * segment for any input (R038, T04). Its last line is exactly `@host #code`, with nothing after it
 * (WICG Origin-bound one-time codes, "Parsing"); left out where it would cost the company's name.
 */
export function codeSms({ code, companyName, locale, lifeSeconds, codeHost }: CodeSms): string {
  const texts = CATALOGUES[locale];
  const values = { code, minutes: Math.max(1, Math.floor(lifeSeconds / 60)) };
  const company = safeName(companyName);
  const write = (name: string): string =>
    toGsm7(
      fill(locale, name === '' ? texts.codeSmsUnnamed : texts.codeSms, {
        ...values,
        company: name,
      }),
    );
  const bound = boundLine(code, codeHost);
  const room = SEGMENT_SEPTETS - size(write('-')) + 1;
  const roomWithLine = room - size(bound);
  const needed = Math.min(size(company), MIN_COMPANY);
  const line = roomWithLine >= needed ? bound : '';
  return write(shorten(company, line === '' ? room : roomWithLine)) + line;
}

export interface NoticeSms extends Pick<CodeSms, 'companyName' | 'locale'> {
  /** This phone is no factor any more: by reset or removal, or because another took its place. */
  readonly event: 'removed' | 'changed';
}

/** The SMS that tells the old number what happened to it (decision 27): one segment, no code, no link. */
export function noticeSms({ event, companyName, locale }: NoticeSms): string {
  const texts = CATALOGUES[locale];
  const [named, unnamed] =
    event === 'changed'
      ? [texts.changedSms, texts.changedSmsUnnamed]
      : [texts.resetSms, texts.resetSmsUnnamed];
  const company = safeName(companyName);
  const write = (name: string): string =>
    toGsm7(fill(locale, name === '' ? unnamed : named, { company: name }));
  return write(shorten(company, SEGMENT_SEPTETS - size(write('-')) + 1));
}

/** Empty where there is no host, or one that a phone could not tell from the code. */
function boundLine(code: string, codeHost: string | null): string {
  const host = codeHost?.toLowerCase() ?? '';
  const hasSuchDigits = (host.match(/\d+/g) ?? []).some((run) => run.length === code.length);
  return HOST.test(host) && !hasSuchDigits ? `\n\n@${host} #${code}` : '';
}

/**
 * A company's name as it may stand in an SMS: within GSM-7, on one line, and nothing that a phone would
 * read as a link, a bound line or a code.
 */
function safeName(name: string): string {
  return toGsm7(name.normalize('NFKC'))
    .replace(/[\p{C}\p{Z}@#<>{}[\]\\^~|]+/gu, ' ')
    .replace(/\b[a-z][a-z0-9+.-]*:\/+|\bwww\./gi, ' ')
    .replace(/(?<=[\p{L}\p{N}])\.+(?=\p{L}{2}|\p{N})/gu, ' ')
    .replace(/\d{5,}/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[\s/:]+$/gu, '');
}

/** Cuts to at most so many septets; every character of a safe name but "€" is one. */
function shorten(name: string, room: number): string {
  let short = name;
  while (size(short) > room) short = short.slice(0, -1).trimEnd();
  return short;
}

function size(text: string): number {
  return septets(text) ?? Infinity;
}
