/** What a person is told when a number was not taken. */

import { RefusalError } from '../../app/errors.js';
import { exampleNumbers } from '../challenge/example-numbers.js';
import { troubleOf, type Trouble } from '../code-entry/trouble.js';
import type { Guest } from '../portal/guest.js';
import { accountTexts } from '../texts/account.js';

export type NumberTrouble = Trouble & { readonly isAboutNumber: boolean };

/** Undefined for what was not expected, or what another page has to say. */
export function numberTroubleOf(
  error: unknown,
  { locale, company }: Guest,
  codeLength: number,
): NumberTrouble | undefined {
  const t = accountTexts(locale);
  const { example } = exampleNumbers(company.defaultCountry);
  const errors = error instanceof RefusalError ? (error.facts.errors ?? []) : [];
  const said = (text: string, isAboutNumber: boolean): NumberTrouble => ({
    ...{ text, isAboutNumber, status: 422, isAboutCode: false },
  });
  const wrong = errors.find(({ pointer }) => pointer === '#/phoneNumber');
  if (wrong) return said(t(isSame(wrong.detail) ? 'numberSame' : 'numberWrong', { example }), true);
  if (errors.some(({ pointer }) => pointer === '#/noticeVersion'))
    return said(t('noticeChanged'), false);
  if (isCode(error, 'max_attempts_reached')) return said(t('numberTooOften'), false);
  const trouble = troubleOf(error, { locale, sent: '', codeLength });
  const isAboutNumber = error instanceof RefusalError && ABOUT_NUMBER.has(error.code);
  return trouble && { ...trouble, isAboutNumber };
}

const ABOUT_NUMBER: ReadonlySet<string> = new Set([
  'phone_not_reachable',
  'destination_not_allowed',
]);

function isSame(detail: string): boolean {
  return detail.includes('registered already');
}

function isCode(error: unknown, code: RefusalError['code']): boolean {
  return error instanceof RefusalError && error.code === code;
}
