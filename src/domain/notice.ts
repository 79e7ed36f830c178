/** The privacy notice that is shown before a phone is enrolled, and the version that proves which one it was. */

import { createHash } from 'node:crypto';

import { CATALOGUES, fill, LOCALES, type Locale } from './texts/texts.js';

export interface NoticeRequest {
  readonly locale: Locale;
  readonly companyName: string;
  /** The company lets codes be spoken in a call. */
  readonly withCalls: boolean;
  /** Where rights are exercised: an address, a page or a name. */
  readonly privacyContact: string;
}

export interface Notice {
  /** `<locale>-<12 hex digits>`: a digest of the very words, so that any change makes it stale. */
  readonly version: string;
  readonly locale: Locale;
  /** Plain text, paragraphs separated by a blank line. Escape it before it stands in a page. */
  readonly text: string;
}

/**
 * Purpose, provider, transfer, retention, rights, contact, and that SMS is the weaker kind with another
 * way beside it (R041, R099; GDPR 13).
 */
export function noticeFor(request: NoticeRequest): Notice {
  const { locale, companyName, privacyContact } = request;
  const values = { company: oneLine(companyName), contact: oneLine(privacyContact) };
  const text = paragraphsOf(request)
    .map((message) => fill(locale, message, values))
    .join('\n\n');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { version: `${locale}-${digest}`, locale, text };
}

/** Only where there are calls, so that everybody else's notice and its version stay as they were. */
function paragraphsOf({ locale, withCalls }: NoticeRequest): readonly string[] {
  const { notice, noticeCalls } = CATALOGUES[locale];
  const [purpose = '', ...rest] = notice;
  return withCalls ? [purpose, noticeCalls, ...rest] : notice;
}

/** Whether these words are what is shown today, in whatever language they were read. */
export function isCurrentNotice(version: string, request: Omit<NoticeRequest, 'locale'>): boolean {
  return LOCALES.some((locale) => noticeFor({ ...request, locale }).version === version);
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
}
