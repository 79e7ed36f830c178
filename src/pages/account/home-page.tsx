/** `/account`: the phone that is registered, since when, and what can be done with it. */

import type { VNode } from 'preact';

import type { AccountAnswer } from '../../app/report-use-cases.js';
import type { PolicyMode } from '../../domain/policy.js';
import { Facts } from '../components/facts.js';
import { Link } from '../components/link.js';
import { Notice } from '../components/notice.js';
import type { PageRoute } from '../page.js';
import type { Guest } from '../portal/guest.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet } from '../portal/portal-page.js';
import { accountTexts } from '../texts/account.js';
import { ACCOUNT, ACCOUNT_ROLES, accountLinks } from './account-frame.js';

/** What was just done, as the last page of the act says: `/account?done=changed`. */
const DONE = ['changed', 'enrolled', 'removed'] as const;
export type Done = (typeof DONE)[number];

const DONE_TEXTS = {
  changed: 'done_changed',
  enrolled: 'done_enrolled',
  removed: 'done_removed',
} as const satisfies Record<Done, string>;

const MODES = {
  off: 'mode_off',
  optional: 'mode_optional',
  required: 'mode_required',
} as const satisfies Record<PolicyMode, string>;

export function doneAddress(done: Done): `/${string}` {
  return `${ACCOUNT}?done=${done}`;
}

export function homePage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.account', path: ACCOUNT, roles: ACCOUNT_ROLES },
    handle: async (guest) => {
      const account = await deps.useCases.readAccount(guest.call(), guest.person);
      const done = DONE.find((each) => each === guest.visit.query['done']);
      const title = accountTexts(guest.locale)('title');
      const navigation = accountLinks(guest, ACCOUNT);
      const body = <Home {...{ guest, account, done, contact: deps.privacyContact }} />;
      return { kind: 'page', view: { title, body, navigation } };
    },
  });
}

interface HomeProps {
  readonly guest: Guest;
  readonly account: AccountAnswer;
  readonly done: Done | undefined;
  readonly contact: string;
}

function Home({ guest, account, done, contact }: HomeProps): VNode {
  const t = accountTexts(guest.locale);
  const factor = account.employee?.factor ?? null;
  const isRegistered = factor !== null && factor.status !== 'imported';
  return (
    <>
      {done && (
        <Notice kind="success" isNews>
          <p>{t(DONE_TEXTS[done])}</p>
        </Notice>
      )}
      <h1>{t('title')}</h1>
      <p>{t(MODES[account.mode], { company: guest.company.displayName })}</p>
      <h2>{t('phone')}</h2>
      {isRegistered ? <Phone {...{ guest, account }} /> : <NoPhone {...{ guest, account }} />}
      <h2>{t('questions')}</h2>
      <p>{t('questionsText', { contact })}</p>
    </>
  );
}

function Phone({ guest, account }: Pick<HomeProps, 'guest' | 'account'>): VNode {
  const t = accountTexts(guest.locale);
  const { formats } = guest;
  const factor = account.employee?.factor;
  const when = (at: Date | null | undefined, never: string) => (at ? formats.dateTime(at) : never);
  return (
    <>
      <Problems {...{ guest, account }} />
      <Facts
        facts={[
          { term: t('number'), value: factor?.maskedDestination ?? '' },
          { term: t('registered'), value: when(factor?.enrolledAt, t('unknown')) },
          { term: t('lastUsed'), value: when(factor?.lastUsedAt, t('never')) },
        ]}
      />
      <ul>
        <li>
          <Link to="/account/phone/full">{t('showFull')}</Link>
        </li>
        <li>
          <Link to="/account/phone/change">{t('change')}</Link>
        </li>
        <li>
          <Link to="/account/phone/remove">{t('remove')}</Link>
        </li>
      </ul>
    </>
  );
}

function Problems({ guest, account }: Pick<HomeProps, 'guest' | 'account'>): VNode {
  const t = accountTexts(guest.locale);
  const status = account.employee?.factor?.status;
  const locked = account.employee?.lockedForSeconds ?? 0;
  return (
    <>
      {status === 'disabled' && <Problem text={t('phoneDisabled')} />}
      {status === 'undeliverable' && <Problem text={t('phoneUndeliverable')} />}
      {locked > 0 && <Problem text={t('phoneLocked', { minutes: Math.ceil(locked / 60) })} />}
    </>
  );
}

function Problem({ text }: { readonly text: string }): VNode {
  return (
    <Notice kind="warning">
      <p>{text}</p>
    </Notice>
  );
}

function NoPhone({ guest, account }: Pick<HomeProps, 'guest' | 'account'>): VNode {
  const t = accountTexts(guest.locale);
  const mask = account.employee?.factor?.maskedDestination;
  return (
    <>
      <p>{mask === undefined ? t('noPhone') : t('importedPhone', { number: mask })}</p>
      {account.enrolment === null ? (
        account.mode !== 'off' && <p>{t('noLeave')}</p>
      ) : (
        <p>
          <Link to="/account/phone/new" isButton>
            {t('enrol')}
          </Link>
        </p>
      )}
    </>
  );
}
