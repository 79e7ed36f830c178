/** `/account/phone/remove`: what follows from it, a fresh code, and the number is gone. */

import type { VNode } from 'preact';

import { RefusalError } from '../../app/errors.js';
import type { AccountAnswer } from '../../app/report-use-cases.js';
import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { Link } from '../components/link.js';
import type { FormKeys } from '../form-keys.js';
import { redirectTo, type PageRoute } from '../page.js';
import type { Guest } from '../portal/guest.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet, portalPost } from '../portal/portal-page.js';
import { StartProof } from '../portal/start-proof.js';
import { accountTexts } from '../texts/account.js';
import { ACCOUNT, ACCOUNT_ROLES, accountLinks, lastTwoOf } from './account-frame.js';
import { doneAddress } from './home-page.js';
import { spend } from './spend-step-up.js';

const PATH = '/account/phone/remove';

export function removePages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [askPage(deps), actPage(deps)];
}

function askPage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.account-remove', path: PATH, roles: ACCOUNT_ROLES },
    handle: async (guest, keys) => {
      const account = await deps.useCases.readAccount(guest.call(), guest.person);
      const mask = account.employee?.factor?.maskedDestination;
      if (mask === undefined) return redirectTo(ACCOUNT);
      const t = accountTexts(guest.locale);
      const title = t('removeTitle', { lastTwo: lastTwoOf(mask) });
      const body = <Remove {...{ guest, keys, account, title, mask }} />;
      return { kind: 'page', view: { title, body, navigation: accountLinks(guest, ACCOUNT) } };
    },
  });
}

interface RemoveProps {
  readonly guest: Guest;
  readonly keys: FormKeys;
  readonly account: AccountAnswer;
  readonly title: string;
  readonly mask: string;
}

function Remove({ guest, keys, account, title, mask }: RemoveProps): VNode {
  const t = accountTexts(guest.locale);
  const company = guest.company.displayName;
  if (account.mode === 'required') return <Refused {...{ guest, title }} />;
  const isProven = guest.stepUp('remove_phone') !== null;
  return (
    <>
      <h1>{title}</h1>
      <ul>
        <li>{t(account.mode === 'off' ? 'removeThenOff' : 'removeThen', { company })}</li>
        <li>{t('removeErased')}</li>
        <li>{t('removeTold', { lastTwo: lastTwoOf(mask) })}</li>
        <li>{t('removeAgain')}</li>
      </ul>
      {isProven ? (
        <Form action={PATH} keys={keys}>
          <Button kind="danger">{t('removeDo')}</Button>
        </Form>
      ) : (
        <StartProof {...{ keys, action: 'remove_phone', next: PATH, label: t('sendCode') }} />
      )}
      <p>
        <Link to={ACCOUNT}>{t('keep')}</Link>
      </p>
    </>
  );
}

/** The last one, where the company requires one (decision 22). */
function Refused({ guest, title }: Pick<RemoveProps, 'guest' | 'title'>): VNode {
  const t = accountTexts(guest.locale);
  return (
    <>
      <h1>{title}</h1>
      <p>{t('removeRequired', { company: guest.company.displayName })}</p>
      <p>
        <Link to="/account/phone/change" isButton>
          {t('change')}
        </Link>
      </p>
      <p>
        <Link to={ACCOUNT}>{t('back')}</Link>
      </p>
    </>
  );
}

function actPage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ id: 'page.account-remove-done', path: PATH, roles: ACCOUNT_ROLES, fields: {} },
    isSending: true,
    handle: (guest) =>
      spend(deps, guest, {
        ...{ action: 'remove_phone', path: PATH },
        act: async (stepUp) => {
          try {
            await deps.useCases.removePhone(guest.call(), guest.person, stepUp);
          } catch (error) {
            if (isRequired(error)) return redirectTo(PATH);
            if (!isGone(error)) throw error;
          }
          return redirectTo(doneAddress('removed'));
        },
      }),
  });
}

/** By the same form sent twice, or elsewhere meanwhile. */
function isGone(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'no_factor';
}

/** The policy changed since the page was opened; the page says so. */
function isRequired(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'last_factor';
}
