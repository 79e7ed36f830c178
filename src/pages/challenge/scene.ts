/** A challenge page as it stands, with all that its views need. */

import type { PageView as Shown } from '../../app/pages/page-use-cases.js';
import type { NoticeAnswer, PendingAnswer } from '../../app/answers.js';
import type { PageId } from '../../domain/ids.js';
import type { Locale } from '../../domain/texts/texts.js';
import type { FormKeys } from '../form-keys.js';
import type { Formats } from '../formats.js';
import type { Visit } from '../visit.js';
import { whoseVisit } from './challenge-address.js';
import type { ChallengeDeps } from './challenge-deps.js';

export interface Scene {
  readonly id: PageId;
  readonly keys: FormKeys;
  readonly locale: Locale;
  readonly formats: Formats;
  readonly shown: Shown;
  /** Where this browser goes back or on to; null while a code can be entered. */
  readonly back: string | null;
  /** To be read before a first number is given; null where none is. */
  readonly notice: NoticeAnswer | null;
}

/** Reads the page for its browser, and dresses the visit in the company's look. */
export async function openScene(
  { pages }: ChallengeDeps,
  visit: Visit,
  keys: FormKeys,
): Promise<Scene> {
  const who = whoseVisit(visit);
  const shown = await pages.showPage(who);
  visit.dress(shown.company, shown.page.locale);
  const back = shown.challenge.status === 'pending' ? null : await pages.redirectBack(who);
  const { locale, formats } = visit;
  const notice = isFirstNumber(shown) ? await pages.getPageNotice({ ...who, locale }) : null;
  return { id: who.pageId, keys, locale, formats, shown, back, notice };
}

/** Whether the number is still to be proven: then it can be corrected. */
export function isEnrolling({ page, standing }: Shown): boolean {
  return page.purpose !== 'step_up' && (page.purpose !== 'sign_in' || standing.factor === null);
}

/** A first number, given on these pages; a change of number is begun and corrected in the account. */
export function isFirstNumber({ page, standing }: Shown): boolean {
  return page.purpose === 'sign_in' && standing.factor === null;
}

export function pendingOf({ challenge }: Shown): PendingAnswer | null {
  return challenge.status === 'pending' ? challenge : null;
}
