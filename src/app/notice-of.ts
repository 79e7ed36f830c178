/** The privacy notice of a company, in the language asked for. */

import { isCurrentNotice, noticeFor } from '../domain/notice.js';
import type { Policy } from '../domain/policy.js';
import { pickLocale } from '../domain/texts/texts.js';
import type { NoticeAnswer } from './answers.js';
import type { Company } from './ports/company-store.js';
import type { Person } from './ports/sign-in-reader.js';
import type { ServiceRules } from './service-rules.js';

type Rules = Pick<ServiceRules, 'privacyContact'>;

/** Whose notice it is, and what it has to speak of. */
export interface NoticeSubject {
  readonly company: Company;
  readonly policy: Pick<Policy, 'methods'>;
}

export function subjectOf({ company, standing: { policy } }: Pick<Person, 'company' | 'standing'>) {
  return { company, policy };
}

export function noticeOf(
  { privacyContact }: Rules,
  subject: NoticeSubject,
  locale: string | null,
): NoticeAnswer {
  const language = pickLocale(locale, subject.company.locale);
  return noticeFor({ locale: language, privacyContact, ...aboutOf(subject) });
}

/** Whether this version, in whatever language, says what the notice says today (R099). */
export function isCurrentNoticeOf(
  { privacyContact }: Rules,
  subject: NoticeSubject,
  version: string,
): boolean {
  return isCurrentNotice(version, { privacyContact, ...aboutOf(subject) });
}

function aboutOf({ company, policy }: NoticeSubject) {
  return { companyName: company.displayName, withCalls: policy.methods.includes('call') };
}
