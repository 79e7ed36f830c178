/** The choice of a language for the rest of a session. */

import { isLocale } from '../language.js';
import { postPage, redirectTo, type PageRoute } from '../page.js';
import { PageError } from '../page-error.js';
import { ownAddress } from './homes.js';
import type { PortalPagesDeps } from './portal-deps.js';

const PREFIX = '/portal/language/';

/** The page to come back to is part of the path, as the form's token is bound to that alone. */
export function languageAction(here: string): string {
  return PREFIX + Buffer.from(here).toString('base64url');
}

export function languagePage({ portal }: Pick<PortalPagesDeps, 'portal'>): PageRoute {
  return postPage({
    id: 'page.portal-language',
    path: '/portal/language/:here',
    cookie: 'portal',
    fields: { locale: 'one' },
    handle: async (visit, _keys, { locale }) => {
      if (!isLocale(locale)) throw new PageError('badRequest');
      const id = visit.cookie('portal');
      if (id !== null) await portal.setLocale(id, locale);
      const here = Buffer.from(visit.param('here'), 'base64url').toString('latin1');
      return redirectTo(ownAddress(here) ?? '/portal');
    },
  });
}
