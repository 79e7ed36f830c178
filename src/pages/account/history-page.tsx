/** `/account/history`: every sign-in and text message of one's own, and who opened the number and why. */

import { CursorInvalidError, type Page } from '../../app/ports/page.js';
import type { HistoryEntry } from '../../app/ports/history-reader.js';
import { Pagination } from '../components/pagination.js';
import { Table } from '../components/table.js';
import type { PageRoute } from '../page.js';
import { PageError } from '../page-error.js';
import type { Guest } from '../portal/guest.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet } from '../portal/portal-page.js';
import { accountTexts } from '../texts/account.js';
import { historyTexts } from '../texts/history.js';
import { ACCOUNT_ROLES, HISTORY, accountLinks } from './account-frame.js';
import { detailsOf, whatOf, whoOf } from './history-words.js';

const PAGE_SIZE = 25;

export function historyPage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.account-history', path: HISTORY, roles: ACCOUNT_ROLES },
    handle: async (guest) => {
      const cursor = guest.visit.query['cursor'] ?? null;
      const { items, nextCursor } = await readPage(deps, guest, cursor);
      const t = historyTexts(guest.locale);
      const title = accountTexts(guest.locale)('historyTitle');
      const next =
        nextCursor === null ? null : `${HISTORY}?cursor=${encodeURIComponent(nextCursor)}`;
      const body = (
        <>
          <h1>{title}</h1>
          <p>{t('intro', { zone: guest.company.timeZone })}</p>
          {items.length === 0 ? (
            <p>{t('empty')}</p>
          ) : (
            <Table
              caption={title}
              isCaptionHidden
              columns={[t('when'), t('what'), t('who'), t('details')]}
              rows={items.map((entry) => rowOf(guest, entry))}
            />
          )}
          <Pagination locale={guest.locale} previous={cursor && HISTORY} next={next} />
        </>
      );
      const navigation = accountLinks(guest, HISTORY);
      return { kind: 'page', view: { title, body, navigation, isWide: true } };
    },
  });
}

async function readPage(
  { useCases }: PortalPagesDeps,
  guest: Guest,
  cursor: string | null,
): Promise<Page<HistoryEntry>> {
  try {
    const page = { limit: PAGE_SIZE, cursor };
    return await useCases.readHistory(guest.call(), guest.person, page);
  } catch (error) {
    if (error instanceof CursorInvalidError) throw new PageError('notFound');
    throw error;
  }
}

function rowOf(guest: Guest, entry: HistoryEntry) {
  const { locale, formats } = guest;
  const when = <time dateTime={entry.at.toISOString()}>{formats.dateTime(entry.at)}</time>;
  const who = whoOf(locale, entry, guest.session.userId);
  const details = detailsOf(guest, entry).map((line) => <div>{line}</div>);
  return { key: entry.id, cells: [when, whatOf(locale, entry), who, details] };
}
