/** `/cookies`: every cookie there is, what it is for and how long it is kept. */

import type { VNode } from 'preact';

import { LOCALES, type Locale } from '../domain/texts/texts.js';
import { COOKIES, cookieName, type CookieKey } from './cookies.js';
import { LANGUAGE_NAMES } from './language.js';
import { getPage, type PageRoute } from './page.js';
import type { Site } from './site.js';
import { commonTexts } from './texts/common.js';
import { Table } from './components/table.js';

const KEYS = ['browser', 'portal'] as const satisfies readonly CookieKey[];

/** Anybody may read it, in any of the languages: `?locale=de`. */
export function cookiesPage(site: Site): PageRoute {
  return getPage({
    id: 'page.cookies',
    path: '/cookies',
    cookie: null,
    handle: async (visit) => {
      visit.dress(null, visit.query['locale'] ?? null);
      const t = commonTexts(visit.locale);
      const body = <CookieList locale={visit.locale} site={site} />;
      return { kind: 'page', view: { title: t('cookieTitle'), body } };
    },
  });
}

function CookieList({ locale, site }: { readonly locale: Locale; readonly site: Site }): VNode {
  const t = commonTexts(locale);
  const rows = KEYS.map((key) => {
    const { purpose, lifeSeconds } = COOKIES[key];
    const life = t('cookieHours', { hours: lifeSeconds / 3_600 });
    return { key, cells: [<code>{cookieName(key, site)}</code>, t(purpose), life] };
  });
  return (
    <>
      <h1>{t('cookieTitle')}</h1>
      <p>{t('cookieIntro')}</p>
      <Table
        caption={t('cookieTitle')}
        isCaptionHidden
        columns={[t('cookieName'), t('cookiePurpose'), t('cookieLife')]}
        rows={rows}
      />
      <nav aria-label={t('language')} class="row">
        {LOCALES.map((each) => (
          <a href={`/cookies?locale=${each}`} lang={each} hreflang={each}>
            {LANGUAGE_NAMES[each]}
          </a>
        ))}
      </nav>
    </>
  );
}
