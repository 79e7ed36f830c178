/** What a call says: the code twice, digit by digit, in the person's language; how it is voiced is the adapter's. */

import { noticeSms, type NoticeSms } from './sms-text.js';
import { CATALOGUES, fill, type Locale } from './texts/texts.js';

export interface CodeCall {
  /** Six to eight ASCII digits. */
  readonly code: string;
  readonly companyName: string;
  readonly locale: Locale;
}

/** Words are spoken as they stand; every one of `digits` is spoken by itself, with a pause after it. */
export type SpeechPart = { readonly words: string } | { readonly digits: string };

export interface CallSpeech {
  readonly locale: Locale;
  /** In order. */
  readonly parts: readonly SpeechPart[];
}

/** Longest company name that is spoken. Characters. */
const MAX_NAME = 60;

/** Twice, since nobody has a pen at hand the first time. No digit but the code's is ever spoken. */
export function codeSpeech({ code, companyName, locale }: CodeCall): CallSpeech {
  const texts = CATALOGUES[locale];
  const company = speakableName(companyName);
  const opening =
    company === '' ? texts.callCodeUnnamed : fill(locale, texts.callCode, { company });
  const digits = { digits: code };
  return {
    locale,
    parts: [
      { words: opening },
      digits,
      { words: texts.callAgain },
      digits,
      { words: texts.callEnd },
    ],
  };
}

/** What a landline is told when it is no factor any more: the words of the SMS, twice, without any digit. */
export function noticeSpeech({ event, companyName, locale }: NoticeSms): CallSpeech {
  const words = noticeSms({ event, companyName: speakableName(companyName), locale });
  return { locale, parts: [{ words }, { words }] };
}

/** The same to be read, for the outbox of development. */
export function spokenText({ parts }: CallSpeech): string {
  return parts
    .map((part) => ('words' in part ? part.words : `${Array.from(part.digits).join(' - ')}.`))
    .join(' ');
}

/**
 * A company's name as a voice can say it: letters, and what stands between words. Numerals of every
 * script go, since a listener could not tell them from the code.
 */
function speakableName(name: string): string {
  const letters = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}&'’.-]+/gu, ' ')
    .replace(/^[^\p{L}]+/u, '');
  return Array.from(letters).slice(0, MAX_NAME).join('').trimEnd();
}
