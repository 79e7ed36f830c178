/** `/console/people`: everybody, searched, filtered and sorted, a page at a time. */

import { CursorInvalidError, type Page } from '../../../app/ports/page.js';
import type { PersonAnswer } from '../../../app/report-use-cases.js';
import { CALLER_ID } from '../../../domain/ids.js';
import type { FormKeys } from '../../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../../page.js';
import { PageError } from '../../page-error.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet, portalPost } from '../../portal/portal-page.js';
import { peopleTexts } from '../../texts/people.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import {
  PEOPLE,
  readSearch,
  searchAddress,
  statusesOf,
  type PeopleSearch,
} from './people-query.js';
import { peopleView } from './people-view.js';

const PAGE_SIZE = 50;

export function listPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [
    portalGet(deps, {
      ...{ id: 'page.console-people', path: PEOPLE, roles: ['admin'] },
      handle: async (guest, keys) => {
        const { query } = guest.visit;
        return show(deps, guest, { keys, ...readSearch(query), cursor: query['cursor'] ?? null });
      },
    }),
    portalPost(deps, {
      ...{ id: 'page.console-people-search', path: PEOPLE, roles: ['admin'] },
      fields: { search: 'one', status: 'one', order: 'one' },
      handle: async (guest, keys, sent) => {
        const search = sent.search.trim();
        const wanted = readSearch({ ...sent, search });
        if (search === '' || CALLER_ID.test(search))
          return redirectTo(searchAddress(PEOPLE, wanted));
        const error = peopleTexts(guest.locale)('searchWrong');
        return show(deps, guest, { keys, ...wanted, cursor: null, typed: sent.search, error });
      },
    }),
  ];
}

interface Asked extends PeopleSearch {
  readonly keys: FormKeys;
  readonly cursor: string | null;
  /** What was searched for and can be no id; it stays out of every address. */
  readonly typed?: string;
  readonly error?: string;
}

async function show(deps: ConsolePagesDeps, guest: Guest, asked: Asked): Promise<PageAnswer> {
  const { companyId } = guest.session;
  const [counts, page] = await Promise.all([
    deps.useCases.countPeople(guest.call(), companyId),
    readPage(deps, guest, asked),
  ]);
  const view = peopleView({ guest, counts, page, ...asked });
  return { kind: 'page', status: asked.error === undefined ? 200 : 422, view };
}

async function readPage(
  { useCases }: ConsolePagesDeps,
  guest: Guest,
  { search, status, order, cursor, error }: Asked,
): Promise<Page<PersonAnswer>> {
  if (error !== undefined) return { items: [], nextCursor: null };
  const query = { search, statuses: statusesOf(status), order, cursor, limit: PAGE_SIZE };
  try {
    return await useCases.listPeople(guest.call(), guest.session.companyId, query);
  } catch (thrown) {
    if (thrown instanceof CursorInvalidError) throw new PageError('notFound');
    throw thrown;
  }
}
