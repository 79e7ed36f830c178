/** The confirmation of a change: before and after, what it means, and what has to be said to make it. */

import type { VNode } from 'preact';

import type { PolicyPreview } from '../../../app/answers.js';
import type { Policy } from '../../../domain/policy.js';
import { Button } from '../../components/button.js';
import { errorFor, ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Form } from '../../components/form.js';
import { Link } from '../../components/link.js';
import { Notice } from '../../components/notice.js';
import { TextField } from '../../components/text-field.js';
import type { FormKeys } from '../../form-keys.js';
import type { PageView } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { proofAddress } from '../../portal/proof-address.js';
import { policyTexts } from '../../texts/policy.js';
import { ConsoleNav } from '../console-nav.js';
import { mustConfirm, type Consent } from './consent.js';
import { DiffTable } from './diff-table.js';
import { Effects } from './effects-view.js';
import { confirmAddress, HOME } from './policy-address.js';
import { changedFields, FIELDS, shownSettings, type Proposal } from './proposal.js';
import { FIELD_NAMES } from './setting-words.js';

export interface ConfirmProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly proposal: Proposal;
  readonly current: Policy;
  readonly preview: PolicyPreview;
  readonly ceiling: readonly string[];
  readonly erasedAt: Date;
  readonly eraseAfterDays: number;
  readonly sent: Consent | undefined;
  readonly errors: readonly FieldError[];
  /** The code that was entered cannot be used any more. */
  readonly isCodeOver: boolean;
}

export function confirmView(props: ConfirmProps): PageView {
  const { guest, current, proposal, preview, errors, ceiling, isCodeOver } = props;
  const { locale } = guest;
  const t = policyTexts(locale);
  const title = t('confirmTitle');
  const isWeaker = preview.weakened.length > 0;
  const hasCode = guest.stepUp('weaken_policy') !== null;
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      {isCodeOver && (
        <Notice kind="warning" isNews>
          <p>{t('codeOver')}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <DiffTable
        {...{ guest, ceiling, caption: t('changes'), heads: [t('now'), t('after')] }}
        fields={changedFields(current, proposal.settings)}
        before={shownSettings(current)}
        after={proposal.settings}
      />
      <Effects {...props} />
      {isWeaker && <Weaker guest={guest} preview={preview} />}
      {isWeaker && !hasCode ? <ProveFirst {...props} /> : <SaveForm {...props} />}
      <p>
        <Link to={HOME}>{t('back')}</Link>
      </p>
    </>
  );
  const navigation = <ConsoleNav locale={locale} current={HOME} />;
  return { title, body, navigation, hasErrors: errors.length > 0 };
}

function Weaker({ guest, preview }: Pick<ConfirmProps, 'guest' | 'preview'>): VNode {
  const t = policyTexts(guest.locale);
  const fields = FIELDS.filter((field) => preview.weakened.includes(field));
  const names = fields.map((field) => t(FIELD_NAMES[field])).join(', ');
  return (
    <Notice kind="warning" title={t('weaker', { settings: names })}>
      <p>{t('weakerText')}</p>
    </Notice>
  );
}

function ProveFirst({ guest, proposal }: ConfirmProps): VNode {
  return (
    <p>
      <Link to={proofAddress('weaken_policy', confirmAddress(proposal))} isButton>
        {policyTexts(guest.locale)('prove')}
      </Link>
    </p>
  );
}

function SaveForm(props: ConfirmProps): VNode {
  const { guest, keys, proposal, current, preview, sent, errors } = props;
  const t = policyTexts(guest.locale);
  const mustType = mustConfirm({ current, preview });
  const company = guest.company.displayName;
  return (
    <Form action={`${confirmAddress(proposal)}/save`} keys={keys}>
      <TextField
        id="reason"
        label={t(preview.needsReason ? 'reason' : 'reasonOptional')}
        hint={t('reasonHint')}
        error={errorFor(errors, 'reason')}
        value={sent?.reason ?? ''}
        lines={3}
      />
      {mustType && (
        <TextField
          id="confirmation"
          label={t('confirmation', { company })}
          hint={confirmationHint(props)}
          error={errorFor(errors, 'confirmation')}
          value={sent?.confirmation ?? ''}
        />
      )}
      <Button kind={mustType ? 'danger' : 'primary'}>{t('save')}</Button>
    </Form>
  );
}

function confirmationHint({ guest, preview: { lockedOut } }: ConfirmProps): string {
  const t = policyTexts(guest.locale);
  return lockedOut === null
    ? t('confirmationUnknown')
    : t('confirmationHint', { count: lockedOut });
}
