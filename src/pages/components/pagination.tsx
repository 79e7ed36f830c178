/** The way through a long list: links to the page before and the page after. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import { commonTexts } from '../texts/common.js';
import { Link } from './link.js';

export interface PaginationProps {
  readonly locale: Locale;
  /** Addresses; null where there is no such page. */
  readonly previous: string | null;
  readonly next: string | null;
}

export function Pagination({ locale, previous, next }: PaginationProps): VNode | null {
  if (previous === null && next === null) return null;
  const t = commonTexts(locale);
  return (
    <nav class="pagination" aria-label={t('pages')}>
      {previous !== null && <Link to={previous}>{t('previousPage')}</Link>}
      {next !== null && <Link to={next}>{t('nextPage')}</Link>}
    </nav>
  );
}
