/** What a portal link shows before it is used, and once it is of no more use. */

import type { VNode } from 'preact';

import type { Company } from '../../app/ports/company-store.js';
import type { PortalGuest, PortalRole } from '../../domain/portal.js';
import type { Locale } from '../../domain/texts/texts.js';
import { Button } from '../components/button.js';
import { Facts } from '../components/facts.js';
import { Form } from '../components/form.js';
import { Link } from '../components/link.js';
import type { FormKeys } from '../form-keys.js';
import type { PageView } from '../page.js';
import { portalTexts } from '../texts/portal.js';

const TITLES = {
  employee: 'employeeTitle',
  support: 'supportTitle',
  admin: 'adminTitle',
} as const satisfies Record<PortalRole, string>;

const INTROS = {
  employee: 'employeeText',
  support: 'supportText',
  admin: 'adminText',
} as const satisfies Record<PortalRole, string>;

export interface LinkViewProps {
  readonly guest: PortalGuest;
  readonly company: Company;
  readonly locale: Locale;
  readonly action: string;
  readonly keys: FormKeys;
}

export function linkView(props: LinkViewProps): PageView {
  const title = portalTexts(props.locale)(TITLES[props.guest.role]);
  return { title, body: <LinkBody {...props} /> };
}

function LinkBody({ guest, company, locale, action, keys }: LinkViewProps): VNode {
  const t = portalTexts(locale);
  const { role, reason, userId } = guest;
  const facts = [
    { term: t('person'), value: userId },
    { term: t('company'), value: company.displayName },
    ...(reason === null ? [] : [{ term: t('reason'), value: reason }]),
  ];
  return (
    <>
      <h1>{t(TITLES[role])}</h1>
      <p>{t(INTROS[role])}</p>
      <Facts facts={facts} />
      <Form action={action} keys={keys}>
        <Button>{t('enter', { userId, company: company.displayName })}</Button>
      </Form>
      <p class="quiet">{t('notYou')}</p>
    </>
  );
}

/** Said to everybody alike, whether the link was used, has expired or never was. */
export function linkOverView(locale: Locale): PageView {
  const t = portalTexts(locale);
  const title = t('linkOverTitle');
  const body = (
    <>
      <h1>{title}</h1>
      <p>{t('linkOverText')}</p>
      <p>
        <Link to="/portal">{t('linkOverResume')}</Link>
      </p>
    </>
  );
  return { title, body };
}
