/** The list of people: how many stand where, the search, and one row for each person. */

import type { VNode } from 'preact';

import type { Page } from '../../../app/ports/page.js';
import type { PeopleCounts, PersonAnswer } from '../../../app/report-use-cases.js';
import { PERSON_STATUSES } from '../../../domain/person-status.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import { Link } from '../../components/link.js';
import { Pagination } from '../../components/pagination.js';
import { Table } from '../../components/table.js';
import type { FormKeys } from '../../form-keys.js';
import type { PageView } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { peopleTexts } from '../../texts/people.js';
import { personTexts } from '../../texts/person.js';
import { ConsoleNav } from '../console-nav.js';
import { personAddress } from '../person/person-address.js';
import { STATUS_NAMES } from '../person/status-words.js';
import { EXPORT } from './export-page.js';
import { IMPORT } from './import-page.js';
import { PEOPLE, searchAddress, type PeopleSearch } from './people-query.js';
import { SearchForm } from './search-form.js';

export interface PeopleViewProps extends PeopleSearch {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly counts: PeopleCounts;
  readonly page: Page<PersonAnswer>;
  readonly cursor: string | null;
  /** What was typed, where that can be no id; and what is wrong with it. */
  readonly typed?: string;
  readonly error?: string;
}

export function peopleView(props: PeopleViewProps): PageView {
  const { guest, error, counts, cursor, page } = props;
  const { locale } = guest;
  const t = peopleTexts(locale);
  const title = t('title');
  const errors = error === undefined ? [] : [{ field: 'search', text: error }];
  const next = page.nextCursor;
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <h1>{title}</h1>
      <Counts guest={guest} counts={counts} />
      <p>
        <Link to={IMPORT}>{t('import')}</Link>
      </p>
      <SearchForm {...props} />
      <List {...props} />
      <Pagination
        locale={locale}
        first={cursor === null ? null : searchAddress(PEOPLE, props)}
        previous={null}
        next={next === null ? null : searchAddress(PEOPLE, props, next)}
      />
    </>
  );
  const navigation = <ConsoleNav locale={locale} current={PEOPLE} />;
  return { title, body, navigation, isWide: true, hasErrors: errors.length > 0 };
}

function Counts({ guest, counts }: Pick<PeopleViewProps, 'guest' | 'counts'>): VNode {
  const t = peopleTexts(guest.locale);
  const words = personTexts(guest.locale);
  const known = PERSON_STATUSES.filter((status) => counts.byStatus[status] > 0);
  const facts = known.map((status) => ({
    term: words(STATUS_NAMES[status]),
    value: (
      <Link to={searchAddress(PEOPLE, { status })}>
        {guest.formats.number(counts.byStatus[status])}
      </Link>
    ),
  }));
  const isComplete = counts.roster === 'complete';
  return (
    <>
      <p>
        {t('total', { count: counts.total })}{' '}
        {counts.roster !== 'empty' && t(isComplete ? 'listComplete' : 'listPartial')}
      </p>
      {facts.length > 0 && <Facts facts={facts} />}
    </>
  );
}

function List(props: PeopleViewProps): VNode {
  const { guest, page } = props;
  const t = peopleTexts(guest.locale);
  if (page.items.length === 0) return <p>{t('nobody')}</p>;
  return (
    <>
      <p>
        <a href={searchAddress(EXPORT, props)} download="">
          {t('export')}
        </a>
      </p>
      <Table
        caption={t('title')}
        isCaptionHidden
        columns={[t('person'), t('status'), t('until'), t('number'), t('lastUsed')]}
        rows={page.items.map((person) => rowOf(guest, person))}
      />
    </>
  );
}

function rowOf(guest: Guest, person: PersonAnswer) {
  const { userId, status, factor, enrolment, graceUntil } = person;
  const { formats, locale } = guest;
  const date = (instant: Date | null | undefined) => (instant ? formats.date(instant) : '–');
  return {
    key: userId,
    cells: [
      <Link to={personAddress('/console', userId)}>{userId}</Link>,
      personTexts(locale)(STATUS_NAMES[status]),
      date(graceUntil ?? enrolment?.expiresAt),
      factor?.maskedDestination ?? '–',
      date(factor?.lastUsedAt),
    ],
  };
}
