/** `/account/phone/full`: one's own number, all of it, after a fresh code (decision 26). */

import type { VNode } from 'preact';

import { Button } from '../components/button.js';
import { Form } from '../components/form.js';
import { Link } from '../components/link.js';
import type { PageRoute } from '../page.js';
import type { Guest } from '../portal/guest.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet, portalPost } from '../portal/portal-page.js';
import { accountTexts } from '../texts/account.js';
import { ACCOUNT, ACCOUNT_ROLES, accountLinks } from './account-frame.js';
import { proven, spend } from './spend-step-up.js';

const PATH = '/account/phone/full';

export function ownNumberPages(deps: PortalPagesDeps): readonly PageRoute[] {
  return [askPage(deps), showPage(deps)];
}

function askPage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.account-number', path: PATH, roles: ACCOUNT_ROLES },
    handle: async (guest, keys) => {
      const stepUp = proven(guest, 'view_phone', PATH);
      if (stepUp.kind === 'redirect') return stepUp;
      const t = accountTexts(guest.locale);
      const body = (
        <>
          <h1>{t('fullTitle')}</h1>
          <p>{t('fullText')}</p>
          <Form action={PATH} keys={keys}>
            <Button>{t('fullShow')}</Button>
          </Form>
          <Back guest={guest} />
        </>
      );
      const navigation = accountLinks(guest, ACCOUNT);
      return { kind: 'page', view: { title: t('fullTitle'), body, navigation } };
    },
  });
}

/** Answers the page itself: a number has no place in an address or a session. */
function showPage(deps: PortalPagesDeps): PageRoute {
  return portalPost(deps, {
    ...{ id: 'page.account-number-shown', path: PATH, roles: ACCOUNT_ROLES, fields: {} },
    handle: (guest) =>
      spend(deps, guest, {
        ...{ action: 'view_phone', path: PATH },
        act: async (stepUp) => {
          const { number } = await deps.useCases.viewPhone(guest.call(), guest.person, stepUp);
          const t = accountTexts(guest.locale);
          const body = (
            <>
              <h1>{t('fullTitle')}</h1>
              <p>
                <strong>{number}</strong>
              </p>
              <p>{t('fullRecorded')}</p>
              <Back guest={guest} />
            </>
          );
          const navigation = accountLinks(guest, ACCOUNT);
          return { kind: 'page', view: { title: t('fullTitle'), body, navigation } };
        },
      }),
  });
}

function Back({ guest }: { readonly guest: Guest }): VNode {
  return (
    <p>
      <Link to={ACCOUNT}>{accountTexts(guest.locale)('back')}</Link>
    </p>
  );
}
