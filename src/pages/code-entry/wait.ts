/** How long somebody has to wait, in words. */

import type { Locale } from '../../domain/texts/texts.js';
import { codeEntryTexts } from '../texts/code-entry.js';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;

/** Seconds below two minutes, minutes below two hours: "90 seconds". Rounded up, so that waiting so long works. */
export function waitText(locale: Locale, seconds: number): string {
  const t = codeEntryTexts(locale);
  if (seconds < 2 * MINUTE_SECONDS) return t('seconds', { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < 2 * HOUR_SECONDS)
    return t('minutes', { count: Math.ceil(seconds / MINUTE_SECONDS) });
  return t('hours', { count: Math.ceil(seconds / HOUR_SECONDS) });
}

/** Whole seconds from `now` to `until`; 0 where that is past. */
export function secondsUntil(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1_000));
}
