/** The records: the search, and one row for each event. */

import type { VNode } from 'preact';

import type { RecordedAuditEvent } from '../../../app/ports/audit-log.js';
import type { Page } from '../../../app/ports/page.js';
import { AUDIT_KINDS } from '../../../domain/audit-event.js';
import { Button } from '../../components/button.js';
import { Select } from '../../components/choice.js';
import { errorFor, ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Link } from '../../components/link.js';
import { Pagination } from '../../components/pagination.js';
import { Table } from '../../components/table.js';
import { TextField } from '../../components/text-field.js';
import type { FormKeys } from '../../form-keys.js';
import type { PageView } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { auditTexts } from '../../texts/audit.js';
import { ConsoleNav } from '../console-nav.js';
import { personAddress } from '../person/person-address.js';
import { AUDIT, auditAddress, readAuditSearch, type AuditSearch } from './audit-query.js';
import { Details } from './event-details.js';
import { kindWords, whoWords } from './event-words.js';

/** As it was typed. */
export type AuditTyped = Readonly<Record<keyof AuditSearch, string>>;

export interface AuditViewProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly search: AuditTyped;
  readonly cursor: string | null;
  readonly page: Page<RecordedAuditEvent>;
  readonly errors: readonly FieldError[];
}

export function auditView(props: AuditViewProps): PageView {
  const { guest, cursor, page, errors } = props;
  const { locale } = guest;
  const t = auditTexts(locale);
  const title = t('title');
  const search = readAuditSearch(props.search);
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <h1>{title}</h1>
      <p>{t('intro', { zone: guest.company.timeZone })}</p>
      <SearchForm {...props} />
      {page.items.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <Table
          {...{ caption: title, isCaptionHidden: true }}
          columns={[t('when'), t('what'), t('person'), t('by'), t('details')]}
          rows={page.items.map((event) => rowOf(guest, event))}
        />
      )}
      <Pagination
        locale={locale}
        first={cursor === null ? null : auditAddress(search)}
        previous={null}
        next={page.nextCursor === null ? null : auditAddress(search, page.nextCursor)}
      />
    </>
  );
  const navigation = <ConsoleNav locale={locale} current={AUDIT} />;
  return { title, body, navigation, isWide: true, hasErrors: errors.length > 0 };
}

function rowOf(guest: Guest, event: RecordedAuditEvent) {
  const { id, at, userId } = event;
  const { locale, formats } = guest;
  return {
    key: id,
    cells: [
      <time dateTime={at.toISOString()}>{formats.dateTime(at)}</time>,
      kindWords(locale, event.kind),
      userId === null ? '–' : <Link to={personAddress('/console', userId)}>{userId}</Link>,
      whoWords(locale, event),
      <Details guest={guest} event={event} />,
    ],
  };
}

function SearchForm({ guest, keys, search, errors }: AuditViewProps): VNode {
  const { locale } = guest;
  const t = auditTexts(locale);
  const all = { value: '', label: t('everything') };
  const kinds = AUDIT_KINDS.map((kind) => ({ value: kind, label: kindWords(locale, kind) }));
  const field = (id: keyof AuditSearch) => ({
    ...{ id, value: search[id], error: errorFor(errors, id) },
  });
  return (
    <Form action={AUDIT} keys={keys}>
      <TextField {...field('person')} label={t('searchPerson')} hint={t('idHint')} width={24} />
      <TextField {...field('by')} label={t('searchBy')} hint={t('idHint')} width={24} />
      <Select {...field('kind')} label={t('what')} options={[all, ...kinds]} />
      <TextField {...field('from')} label={t('from')} type="date" />
      <TextField {...field('to')} label={t('to')} type="date" />
      <Button>{t('show')}</Button>
    </Form>
  );
}
