/** Reads why something is done, as the audit keeps it. */

import { reason as reasonShape } from '../../../http/schemas/text.js';
import type { FieldError } from '../../components/error-summary.js';
import type { Guest } from '../../portal/guest.js';
import { personTexts } from '../../texts/person.js';

/** On one line; empty where nothing was said. */
export function plainReason(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

export function reasonFaults({ locale }: Guest, text: string): readonly FieldError[] {
  const t = personTexts(locale);
  const reason = plainReason(text);
  if (reason === '') return [{ field: 'reason', text: t('reasonMissing') }];
  if (reasonShape.safeParse(reason).success) return [];
  return [{ field: 'reason', text: t('reasonWrong') }];
}
