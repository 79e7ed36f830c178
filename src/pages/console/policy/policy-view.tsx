/** Two-factor for the company on one page: how it stands, who changed it, and the form to change it. */

import type { VNode } from 'preact';

import type { PeopleCounts } from '../../../app/report-use-cases.js';
import { WITHOUT_NUMBER } from '../../../domain/person-status.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import { Link } from '../../components/link.js';
import { Notice } from '../../components/notice.js';
import type { PageView } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { policyTexts } from '../../texts/policy.js';
import { ConsoleNav } from '../console-nav.js';
import { Limits } from './effects-view.js';
import { confirmAddress, HOME } from './policy-address.js';
import { PolicyForm, type PolicyFormProps } from './policy-form.js';
import { FIELDS, shownSettings, type Proposal } from './proposal.js';
import { FIELD_NAMES, MODE_HINTS, settingWords } from './setting-words.js';

export interface PolicyViewProps extends PolicyFormProps {
  readonly people: PeopleCounts;
  /** Who changed it last, in words. */
  readonly change: string | null;
  readonly isSaved: boolean;
  /** The form said what holds already. */
  readonly isSame: boolean;
  readonly undo: Proposal | null;
}

export function policyView(props: PolicyViewProps): PageView {
  const { guest, errors, change } = props;
  const { locale } = guest;
  const t = policyTexts(locale);
  const title = t('title');
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <News {...props} />
      <h1>{title}</h1>
      <State {...props} />
      {change !== null && <p class="quiet">{change}</p>}
      <Limits guest={guest} />
      <h2>{t('change')}</h2>
      <PolicyForm {...props} />
    </>
  );
  const navigation = <ConsoleNav locale={locale} current={HOME} />;
  return { title, body, navigation, hasErrors: errors.length > 0 };
}

function News({ guest, isSaved, isSame, undo }: PolicyViewProps): VNode | null {
  const t = policyTexts(guest.locale);
  if (isSaved)
    return (
      <Notice kind="success" isNews title={t('saved')}>
        <p>{t('savedText')}</p>
        {undo && (
          <p>
            <Link to={confirmAddress(undo)}>{t('undo')}</Link>
          </p>
        )}
      </Notice>
    );
  if (!isSame) return null;
  return (
    <Notice kind="info" isNews>
      <p>{t('same')}</p>
    </Notice>
  );
}

function State({ guest, policy, people, ceiling }: PolicyViewProps): VNode {
  const t = policyTexts(guest.locale);
  const settings = shownSettings(policy);
  const isOn = policy.mode !== 'off';
  const fields = FIELDS.filter((field) =>
    field === 'enforceFrom' ? policy.mode === 'required' : isOn || field === 'mode',
  );
  const value = (field: (typeof FIELDS)[number]) =>
    settingWords(guest, field, { settings, ceiling });
  const facts = fields.map((field) => ({ term: t(FIELD_NAMES[field]), value: value(field) }));
  return (
    <>
      <p>{t(MODE_HINTS[policy.mode])}</p>
      {policy.numbersErasedAt && people.total > 0 && (
        <Notice kind="warning">
          <p>{t('erased', { date: guest.formats.date(policy.numbersErasedAt) })}</p>
        </Notice>
      )}
      <Facts facts={[...facts, ...peopleFacts(guest, people)]} />
    </>
  );
}

function peopleFacts(guest: Guest, { total, byStatus, roster }: PeopleCounts) {
  const t = policyTexts(guest.locale);
  const { formats } = guest;
  const without = WITHOUT_NUMBER.reduce((sum, status) => sum + byStatus[status], 0);
  const stuck = total - byStatus.enrolled - without;
  return [
    { term: t('peopleEnrolled'), value: t('outOf', { count: byStatus.enrolled, total }) },
    { term: t('peopleWithout'), value: formats.number(without) },
    ...(stuck > 0 ? [{ term: t('peopleStuck'), value: formats.number(stuck) }] : []),
    { term: t('roster'), value: t(ROSTER_WORDS[roster]) },
  ];
}

const ROSTER_WORDS = {
  complete: 'rosterIsComplete',
  partial: 'rosterIsPartial',
  empty: 'rosterIsEmpty',
} as const;
