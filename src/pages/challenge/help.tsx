/** What the company itself tells people who get no further. */

import type { VNode } from 'preact';

import type { Company } from '../../app/ports/company-store.js';
import type { Locale } from '../../domain/texts/texts.js';
import { challengeTexts } from '../texts/challenge.js';

export interface HelpProps {
  readonly company: Pick<Company, 'displayName' | 'supportText'>;
  readonly locale: Locale;
}

export function Help({ company, locale }: HelpProps): VNode | null {
  const { displayName, supportText } = company;
  if (supportText === null) return null;
  return (
    <section aria-labelledby="help">
      <h2 id="help">{challengeTexts(locale)('helpTitle', { company: displayName })}</h2>
      <p>{supportText}</p>
    </section>
  );
}
