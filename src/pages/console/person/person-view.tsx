/** One person: status, reasons, what follows, and what can be done. Never the number. */

import type { ComponentChildren, VNode } from 'preact';

import { ErrorSummary, type FieldError } from '../../components/error-summary.js';
import { Facts } from '../../components/facts.js';
import { Link } from '../../components/link.js';
import { Notice } from '../../components/notice.js';
import type { FormKeys } from '../../form-keys.js';
import type { PageView } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { personTexts } from '../../texts/person.js';
import { auditAddress } from '../audit/audit-query.js';
import { isOneself, type Desk } from './desk.js';
import { InviteForm, type InviteFields } from './invite-form.js';
import { personAddress } from './person-address.js';
import type { FoundPerson } from './read-person.js';
import { hasProvenNumber, nextWords, reasonWords, STATUS_NAMES } from './status-words.js';

export interface PersonViewProps extends FoundPerson {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly desk: Desk;
  readonly now: Date;
  readonly sent?: InviteFields;
  readonly errors: readonly FieldError[];
}

export function personView(props: PersonViewProps): PageView {
  const { guest, desk, person, policy, errors } = props;
  const { locale } = guest;
  const t = personTexts(locale);
  const title = t('title', { userId: person.userId });
  const body = (
    <>
      <ErrorSummary locale={locale} errors={errors} />
      <News {...props} />
      <h1>{title}</h1>
      <Notice kind={person.status === 'enrolled' ? 'success' : 'info'} title={statusOf(props)}>
        <p>{reasonWords(guest, person)}</p>
        <p>{nextWords(guest, person, policy.mode)}</p>
      </Notice>
      <Facts facts={factsOf(props)} />
      <Acts {...props} />
      <p>
        {desk.name === 'console' ? (
          <Link to={auditAddress({ person: person.userId })}>{t('records')}</Link>
        ) : (
          <Link to="/support">{t('another')}</Link>
        )}
      </p>
    </>
  );
  const navigation = desk.navigation ? { navigation: desk.navigation(guest) } : {};
  return { title, body, ...navigation, hasErrors: errors.length > 0 };
}

function statusOf({ guest, person }: PersonViewProps): string {
  return personTexts(guest.locale)(STATUS_NAMES[person.status]);
}

/** Said only where it is so: an address can say anything. */
function News({ guest, person }: PersonViewProps): VNode | null {
  const t = personTexts(guest.locale);
  const { enrolment } = person;
  const done = guest.visit.req.method === 'POST' ? undefined : guest.visit.query['done'];
  if (!enrolment || done !== (enrolment.kind === 'reset' ? 'reset' : 'invited')) return null;
  const date = guest.formats.dateTime(enrolment.expiresAt);
  return (
    <Notice kind="success" isNews title={t(done === 'reset' ? 'doneReset' : 'doneInvited')}>
      <p>{t(done === 'reset' ? 'doneResetText' : 'doneInvitedText', { date })}</p>
    </Notice>
  );
}

function factsOf({ guest, person }: PersonViewProps) {
  const t = personTexts(guest.locale);
  const { formats } = guest;
  const { factor, onRosterSince, failures } = person;
  const phone = factor
    ? [
        {
          term: t(factor.status === 'imported' ? 'numberImported' : 'number'),
          value: factor.maskedDestination,
        },
        {
          term: t('registered'),
          value: factor.enrolledAt ? formats.date(factor.enrolledAt) : t('notYet'),
        },
        {
          term: t('lastUsed'),
          value: factor.lastUsedAt ? formats.dateTime(factor.lastUsedAt) : t('notYet'),
        },
      ]
    : [];
  return [
    ...phone,
    { term: t('listed'), value: onRosterSince ? formats.date(onRosterSince) : t('notListed') },
    ...(failures > 0 ? [{ term: t('failures'), value: formats.number(failures) }] : []),
  ];
}

function Acts(props: PersonViewProps): VNode {
  const { guest, person, desk } = props;
  const t = personTexts(guest.locale);
  if (isOneself(guest, person)) {
    const isAdmin = guest.session.role === 'admin';
    return (
      <p>
        {t('oneself')} {isAdmin && <Link to="/account">{t('ownAccount')}</Link>}
      </p>
    );
  }
  const canReset = person.factor !== null;
  const canInvite = desk.canInvite && !hasProvenNumber(person);
  return (
    <>
      {canReset && (
        <Act title={t('resetTitle')}>
          <p>{t('resetWhen')}</p>
          <p>
            <Link to={`${personAddress(desk.base, person.userId)}/reset`} isButton>
              {t('resetGo')}
            </Link>
          </p>
        </Act>
      )}
      {canInvite && (
        <Act title={t('inviteTitle')}>
          <InviteForm {...props} />
        </Act>
      )}
    </>
  );
}

interface ActProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

function Act({ title, children }: ActProps): VNode {
  return (
    <>
      <h2>{title}</h2>
      {children}
    </>
  );
}
