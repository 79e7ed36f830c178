/** Says what is wrong with something that cannot be a code. */

import type { Locale } from '../../domain/texts/texts.js';
import { codeEntryTexts } from '../texts/code-entry.js';

/** What is dropped before a code is read; see src/domain/code.ts. */
const SEPARATORS = /[\s\u002d\u2010\u2011]/g;

/** `sent` as it came; `length` in digits. The text never repeats what was sent (R007). */
export function malformedCodeText(locale: Locale, sent: string, length: number): string {
  const t = codeEntryTexts(locale);
  const written = sent.replace(SEPARATORS, '');
  if (written === '') return t('codeEmpty');
  if (/^\p{Nd}+$/u.test(written) && !/^[0-9]+$/.test(written)) return t('codeOtherDigits');
  if (!/^[0-9]+$/.test(written)) return t('codeNotDigits');
  return t(written.length < length ? 'codeTooShort' : 'codeTooLong', { length });
}
