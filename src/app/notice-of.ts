/** The privacy notice of a company, in the language asked for. */

import { isCurrentNotice, noticeFor } from '../domain/notice.js';
import { pickLocale } from '../domain/texts/texts.js';
import type { NoticeAnswer } from './answers.js';
import type { Company } from './ports/company-store.js';

export function noticeOf(
  privacyContact: string,
  company: Company,
  locale: string | null,
): NoticeAnswer {
  const { displayName: companyName } = company;
  return noticeFor({ locale: pickLocale(locale, company.locale), companyName, privacyContact });
}

/** Whether this version, in whatever language, says what the notice says today (R099). */
export function isCurrentNoticeOf(
  privacyContact: string,
  company: Company,
  version: string,
): boolean {
  return isCurrentNotice(version, { companyName: company.displayName, privacyContact });
}
