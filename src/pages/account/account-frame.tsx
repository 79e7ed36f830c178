/** Who may see the pages of an account, and the links between them. */

import type { VNode } from 'preact';

import { mustProve, type PortalRole } from '../../domain/portal.js';
import type { Locale } from '../../domain/texts/texts.js';
import { Navigation } from '../components/navigation.js';
import type { PageAnswer, PageStatus } from '../page.js';
import { HOMES } from '../portal/homes.js';
import type { Guest } from '../portal/guest.js';
import { accountTexts } from '../texts/account.js';

/** Administrators have a phone of their own, too. */
export const ACCOUNT_ROLES: readonly PortalRole[] = ['employee', 'admin'];

export const ACCOUNT = '/account';
export const HISTORY = '/account/history';
export const NOTICE = '/account/notice';
export const CHANGE = '/account/phone/change';
/** Where a first number is given. */
export const FIRST = '/account/phone/new';
/** Where the code that was sent to a new number is entered. */
export const CODE = '/account/phone/code';
/** Where a new number is corrected while its code is waited for. */
export const CORRECT = '/account/phone/number';

export function accountLinks(guest: Guest, current: string): VNode {
  const t = accountTexts(guest.locale);
  const links = [
    { to: ACCOUNT, text: t('navPhone') },
    { to: HISTORY, text: t('navHistory') },
    { to: NOTICE, text: t('navNotice') },
    ...(guest.session.role === 'admin' ? [{ to: HOMES.admin, text: t('navConsole') }] : []),
  ];
  return <Navigation label={t('title')} links={links} current={current} />;
}

/** A page of the account, with the links to the others once they may be opened. */
export function accountPage(
  guest: Guest,
  view: { readonly title: string; readonly body: VNode },
  trouble?: { readonly status: PageStatus },
): PageAnswer {
  const isOpen = ACCOUNT_ROLES.includes(guest.session.role) && !mustProve(guest.session);
  const more = {
    ...(isOpen && { navigation: accountLinks(guest, ACCOUNT) }),
    hasErrors: trouble !== undefined,
  };
  return { kind: 'page', status: trouble?.status ?? 200, view: { ...view, ...more } };
}

/** "23" of "•••• 23", which a person knows their phone by. */
export function lastTwoOf(mask: string): string {
  return mask.slice(-2);
}

export function paragraphs(text: string, locale: Locale): VNode {
  return (
    <div lang={locale}>
      {text.split('\n\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}
