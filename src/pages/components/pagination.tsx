/** The way through a long list: links to the page before and the page after. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import { commonTexts } from '../texts/common.js';
import { Link } from './link.js';

export interface PaginationProps {
  readonly locale: Locale;
  /** Of the first page, where that is all that can be said of those before. */
  readonly first?: string | null;
  /** Addresses; null where there is no such page. */
  readonly previous: string | null;
  readonly next: string | null;
}

export function Pagination(props: PaginationProps): VNode | null {
  const { locale, first = null, previous, next } = props;
  if (first === null && previous === null && next === null) return null;
  const t = commonTexts(locale);
  return (
    <nav class="pagination" aria-label={t('pages')}>
      {first !== null && <Link to={first}>{t('firstPage')}</Link>}
      {previous !== null && <Link to={previous}>{t('previousPage')}</Link>}
      {next !== null && <Link to={next}>{t('nextPage')}</Link>}
    </nav>
  );
}
