/** `/console/people/import`: a list of people, pasted, up to a thousand at a time. */

import type { VNode } from 'preact';

import { RefusalError } from '../../../app/errors.js';
import { Button } from '../../components/button.js';
import { Choices } from '../../components/choice.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Link } from '../../components/link.js';
import { Notice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import type { FormKeys } from '../../form-keys.js';
import { redirectTo, type PageAnswer, type PageRoute } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet, portalPost } from '../../portal/portal-page.js';
import { peopleTexts } from '../../texts/people.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { ConsoleNav } from '../console-nav.js';
import { PEOPLE } from './people-query.js';
import {
  faultsAt,
  MAX_LINES,
  readRoster,
  type ReadRoster,
  type RosterFault,
} from './read-roster.js';

export const IMPORT = '/console/people/import';

/** A thousand long ids and numbers, as a form writes them. */
const MAX_BYTES = 256 * 1_024;

export function importPages(deps: ConsolePagesDeps): readonly PageRoute[] {
  return [
    portalGet(deps, {
      ...{ id: 'page.console-people-import', path: IMPORT, roles: ['admin'] },
      handle: async (guest, keys) => show(guest, { keys, people: '', complete: [], faults: [] }),
    }),
    portalPost(deps, {
      ...{ id: 'page.console-people-imported', path: IMPORT, roles: ['admin'] },
      fields: { people: 'one', complete: 'many' },
      maxBytes: MAX_BYTES,
      handle: async (guest, keys, sent) => {
        const read = readRoster(sent.people);
        const roster = { ...read, complete: sent.complete.includes('yes') };
        const outcome = read.faults.length > 0 ? read.faults : await take(deps, guest, roster);
        return 'kind' in outcome ? outcome : show(guest, { keys, ...sent, faults: outcome });
      },
    }),
  ];
}

async function take(
  { useCases }: ConsolePagesDeps,
  guest: Guest,
  { employees, lines, complete }: Roster,
): Promise<PageAnswer | readonly RosterFault[]> {
  try {
    const { companyId } = guest.session;
    const counts = await useCases.importEmployees(guest.call(), companyId, { employees, complete });
    const { created, unchanged, numbersStored, numbersIgnored } = counts;
    const told = [created, unchanged, numbersStored, numbersIgnored].join('.');
    return redirectTo(`${IMPORT}?done=${told}`);
  } catch (error) {
    if (!(error instanceof RefusalError) || error.code !== 'invalid_request') throw error;
    const pointers = (error.facts.errors ?? []).map(({ pointer }) => pointer);
    return faultsAt(pointers, lines);
  }
}

interface Roster extends ReadRoster {
  readonly complete: boolean;
}

interface Shown {
  readonly keys: FormKeys;
  readonly people: string;
  readonly complete: readonly string[];
  readonly faults: readonly RosterFault[];
}

function show(guest: Guest, shown: Shown): PageAnswer {
  const { faults } = shown;
  const { locale } = guest;
  const t = peopleTexts(locale);
  const title = t('importTitle');
  const errors = faults.map((fault) => ({ field: 'people', text: faultWords(guest, fault) }));
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <Done guest={guest} />
      <h1>{title}</h1>
      <p>{t('importIntro', { count: MAX_LINES })}</p>
      <ul>
        <li>{t('importNumber')}</li>
        <li>{t('importAgain')}</li>
        <li>{t('importNobodyGoes')}</li>
      </ul>
      <ImportForm {...{ guest, shown }} error={errors[0]?.text} />
      <p>
        <Link to={PEOPLE}>{t('back')}</Link>
      </p>
    </>
  );
  const navigation = <ConsoleNav locale={locale} current={PEOPLE} />;
  const view = { title, body, navigation, hasErrors: errors.length > 0 };
  return { kind: 'page', status: errors.length > 0 ? 422 : 200, view };
}

interface ImportFormProps {
  readonly guest: Guest;
  readonly shown: Shown;
  readonly error: string | undefined;
}

function ImportForm({ guest, shown, error }: ImportFormProps): VNode {
  const t = peopleTexts(guest.locale);
  const all = [{ value: 'yes', label: t('importComplete'), hint: t('importCompleteHint') }];
  return (
    <Form action={IMPORT} keys={shown.keys}>
      <TextField
        {...{ id: 'people', label: t('importList'), hint: t('importExample'), error }}
        {...{ value: shown.people, lines: 12 }}
      />
      <Choices
        {...{ id: 'complete', label: t('importWhole'), options: all, type: 'checkbox' }}
        chosen={shown.complete}
      />
      <Button>{t('importDo')}</Button>
    </Form>
  );
}

/** What became of the list just sent; figures alone, as they stand in the address. */
function Done({ guest }: { readonly guest: Guest }): VNode | null {
  const t = peopleTexts(guest.locale);
  const told = guest.visit.req.method === 'POST' ? '' : (guest.visit.query['done'] ?? '');
  if (!/^\d{1,4}(?:\.\d{1,4}){3}$/.test(told)) return null;
  const [created = 0, unchanged = 0, stored = 0, ignored = 0] = told.split('.').map(Number);
  return (
    <Notice kind="success" isNews title={t('imported')}>
      <p>{t('importedPeople', { created, unchanged })}</p>
      {stored > 0 && <p>{t('importedNumbers', { stored })}</p>}
      {ignored > 0 && <p>{t('importedIgnored', { ignored })}</p>}
    </Notice>
  );
}

const SHOWN_LINES = 10;

function faultWords(guest: Guest, fault: RosterFault): string {
  const t = peopleTexts(guest.locale);
  if (!('lines' in fault))
    return t(fault.kind === 'empty' ? 'rosterEmpty' : 'rosterTooMany', { count: MAX_LINES });
  const shown = fault.lines.slice(0, SHOWN_LINES).join(', ');
  const lines = fault.lines.length > SHOWN_LINES ? `${shown}, …` : shown;
  return t(FAULT_NAMES[fault.kind], { lines });
}

const FAULT_NAMES = { id: 'rosterId', number: 'rosterNumber', shape: 'rosterShape' } as const;
