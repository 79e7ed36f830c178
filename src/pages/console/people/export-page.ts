/** `/console/people/list.csv`: the list as it was searched and filtered, to remind people by. No numbers. */

import type { PersonAnswer } from '../../../app/report-use-cases.js';
import { localDay } from '../../../domain/deadline.js';
import type { PageRoute } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet } from '../../portal/portal-page.js';
import { peopleTexts } from '../../texts/people.js';
import { personTexts } from '../../texts/person.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { STATUS_NAMES } from '../person/status-words.js';
import { CSV_START, csvLine } from './csv.js';
import { readSearch, statusesOf } from './people-query.js';

export const EXPORT = '/console/people/list.csv';

export function exportPage(deps: ConsolePagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.console-people-export', path: EXPORT, roles: ['admin'] },
    handle: async (guest) => {
      const { search, status } = readSearch(guest.visit.query);
      const query = { search, statuses: statusesOf(status) };
      const pages = deps.useCases.exportPeople(guest.call(), guest.session.companyId, query);
      return {
        kind: 'stream',
        mediaType: 'text/csv; charset=utf-8; header=present',
        downloadAs: `people-${localDay(deps.now(), guest.company.timeZone)}.csv`,
        chunks: linesOf(guest, pages),
      };
    },
  });
}

async function* linesOf(
  guest: Guest,
  pages: AsyncIterable<readonly PersonAnswer[]>,
): AsyncIterable<string> {
  const t = peopleTexts(guest.locale);
  const heads = [t('person'), t('status'), t('until'), t('registered'), t('lastUsed')];
  // Before the first people are read nothing is sent: what fails until then is an error page.
  let start = CSV_START + csvLine(heads);
  for await (const people of pages) {
    yield start + people.map((person) => csvLine(fieldsOf(guest, person))).join('');
    start = '';
  }
}

function fieldsOf({ locale, company }: Guest, person: PersonAnswer): readonly string[] {
  const { userId, status, factor, enrolment, graceUntil } = person;
  const day = (instant: Date | null | undefined) =>
    instant ? localDay(instant, company.timeZone) : '';
  return [
    userId,
    personTexts(locale)(STATUS_NAMES[status]),
    day(graceUntil ?? enrolment?.expiresAt),
    day(factor?.enrolledAt),
    day(factor?.lastUsedAt),
  ];
}
