/** What is shown where nobody is signed in: afterwards, and instead of a page. */

import type { Locale } from '../../domain/texts/texts.js';
import type { PageView } from '../page.js';
import { portalTexts } from '../texts/portal.js';

export function endedView(locale: Locale): PageView {
  const t = portalTexts(locale);
  const title = t('endedTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('endedText')}</p>
      <p>{t('endedHow')}</p>
    </>
  );
  return { title, body };
}

export function leftView(locale: Locale): PageView {
  const t = portalTexts(locale);
  const title = t('leftTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('leftText')}</p>
    </>
  );
  return { title, body };
}
