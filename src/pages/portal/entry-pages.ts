/** In by a link and out again: `/portal/…`. */

import type { PageAnswer, PageRoute } from '../page.js';
import { getPage, postPage, redirectTo } from '../page.js';
import type { Visit } from '../visit.js';
import { endedView, leftView } from './ended-view.js';
import { HOMES } from './homes.js';
import { languagePage } from './language-page.js';
import { linkOverView, linkView } from './link-view.js';
import type { PortalPagesDeps } from './portal-deps.js';
import { findGuest } from './portal-page.js';

type Deps = Pick<PortalPagesDeps, 'portal' | 'findCompany'>;

/** Those with a fixed address come first, so that no link is looked for under their names. */
export function entryPages(deps: Deps): readonly PageRoute[] {
  return [resumePage(deps), leavePage(deps), leftPage(), languagePage(deps), ...linkPages(deps)];
}

/** Back to where the session is at home, if there is one. */
function resumePage(deps: Deps): PageRoute {
  return getPage({
    id: 'page.portal',
    path: '/portal',
    cookie: null,
    handle: async (visit) => {
      const guest = await findGuest(deps, visit);
      if (guest) return redirectTo(HOMES[guest.session.role]);
      return { kind: 'page', status: 403, view: endedView(visit.locale) };
    },
  });
}

function leavePage({ portal }: Deps): PageRoute {
  return postPage({
    id: 'page.portal-leave',
    path: '/portal/leave',
    cookie: 'portal',
    fields: {},
    handle: async (visit) => {
      const id = visit.cookie('portal');
      if (id !== null) await portal.leave(id, visit.correlationId);
      visit.clearCookie('portal');
      return redirectTo('/portal/left');
    },
  });
}

function leftPage(): PageRoute {
  return getPage({
    id: 'page.portal-left',
    path: '/portal/left',
    cookie: null,
    handle: async (visit) => ({ kind: 'page', view: leftView(visit.locale) }),
  });
}

/** Read as often as anybody likes, used by the POST alone: scanners open links (decision 25). */
function linkPages(deps: Deps): readonly PageRoute[] {
  const path = '/portal/:link';
  return [
    getPage({
      id: 'page.portal-link',
      path,
      cookie: 'browser',
      handle: async (visit, keys) => {
        const guest = await deps.portal.readLink(visit.param('link'));
        const company = guest && (await deps.findCompany(guest.companyId));
        if (!guest || !company) return linkOver(visit);
        visit.dress(company, guest.locale);
        const { locale } = visit;
        const view = linkView({ guest, company, locale, keys, action: visit.req.path });
        return { kind: 'page', view };
      },
    }),
    postPage({
      id: 'page.portal-enter',
      path,
      cookie: 'browser',
      fields: {},
      handle: async (visit) => {
        const entered = await deps.portal.enter({
          link: visit.param('link'),
          formerId: visit.cookie('portal'),
          correlationId: visit.correlationId,
        });
        if (!entered) return linkOver(visit);
        visit.setCookie('portal', entered.id);
        return redirectTo(HOMES[entered.session.role]);
      },
    }),
  ];
}

function linkOver(visit: Visit): PageAnswer {
  return { kind: 'page', status: 410, view: linkOverView(visit.locale) };
}
