/** What a person is told of a number that no code was sent to. */

import type { RefusalError } from '../../app/errors.js';
import { codeEntryTexts } from '../texts/code-entry.js';
import { enrolmentTexts } from '../texts/enrolment.js';
import { exampleNumbers } from './example-numbers.js';
import { pendingOf, type Scene } from './scene.js';

/** Undefined for what is not about the number itself. */
export function malformedNumberText(
  { locale, shown }: Scene,
  { code, facts }: RefusalError,
  typed: string,
): string | undefined {
  const t = enrolmentTexts(locale);
  const { example } = exampleNumbers(shown.company.defaultCountry);
  const pointers = (facts.errors ?? []).map(({ pointer }) => pointer);
  if (pointers.includes('#/phoneNumber') || code === 'phone_not_reachable')
    return t(typed.trim() === '' ? 'numberEmpty' : 'numberWrong', { example });
  if (pointers.includes('#/noticeVersion')) return t('noticeChanged');
  if (code === 'destination_not_allowed') return codeEntryTexts(locale)('countryNotAllowed');
  // The code that was sent last can still be entered: only further numbers are refused.
  if (code === 'max_attempts_reached' && pendingOf(shown)) return t('numbersUsedUp');
  if (code === 'enrolment_not_open')
    return t('notOpenText', { company: shown.company.displayName });
  return undefined;
}
