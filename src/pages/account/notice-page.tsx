/** `/account/notice`: the privacy notice with its version, and where to turn with it. */

import type { PageRoute } from '../page.js';
import type { PortalPagesDeps } from '../portal/portal-deps.js';
import { portalGet } from '../portal/portal-page.js';
import { accountTexts } from '../texts/account.js';
import { ACCOUNT_ROLES, NOTICE, accountLinks, paragraphs } from './account-frame.js';

export function noticePage(deps: PortalPagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.account-notice', path: NOTICE, roles: ACCOUNT_ROLES },
    handle: async (guest) => {
      const { companyId } = guest.session;
      const notice = await deps.useCases.getNotice(guest.call(), companyId, guest.locale);
      const t = accountTexts(guest.locale);
      const title = t('noticeTitle');
      const body = (
        <>
          <h1>{title}</h1>
          {paragraphs(notice.text, guest.locale)}
          <p class="quiet">{t('noticeVersion', { version: notice.version })}</p>
          <h2>{t('questions')}</h2>
          <p>{t('questionsText', { contact: deps.privacyContact })}</p>
        </>
      );
      return { kind: 'page', view: { title, body, navigation: accountLinks(guest, NOTICE) } };
    },
  });
}
