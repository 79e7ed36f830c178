/** The frame of every page: head, company, content, footer. */

import type { VNode } from 'preact';

import type { Locale } from '../../domain/texts/texts.js';
import type { FormKeys } from '../form-keys.js';
import type { Frame } from '../frame.js';
import { DIRECTIONS } from '../language.js';
import type { PageView } from '../page.js';
import { commonTexts } from '../texts/common.js';
import type { Look } from '../visit.js';
import { Footer } from './footer.js';
import { goToAddress } from './link.js';

export interface DocumentProps {
  readonly view: PageView;
  readonly locale: Locale;
  readonly look: Look | null;
  readonly frame: Frame;
  readonly keys: FormKeys | null;
  /** Beside the content, or below it on a small screen. */
  readonly aside: VNode | null;
}

export function Document({ view, locale, look, frame, keys, aside }: DocumentProps): VNode {
  const t = commonTexts(locale);
  return (
    <html lang={locale} dir={DIRECTIONS[locale]}>
      <Head {...{ view, locale, look, frame }} />
      <body>
        <a class="skip" href="#content">
          {t('skipToContent')}
        </a>
        <header class="masthead">
          <Brand look={look} />
        </header>
        {view.navigation}
        <main id="content" class={view.isWide ? 'sheet wide' : 'sheet'} tabIndex={-1}>
          {view.body}
        </main>
        {aside}
        <Footer {...{ locale, frame, keys, languageAction: view.languageAction ?? null }} />
      </body>
    </html>
  );
}

function Head({ view, locale, look, frame }: Omit<DocumentProps, 'keys' | 'aside'>): VNode {
  const t = commonTexts(locale);
  const title = view.hasErrors ? t('errorTitle', { title: view.title }) : view.title;
  const accent = look?.branding.accentColor;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{look ? `${title} – ${look.displayName}` : title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <meta name="color-scheme" content="light dark" />
      {/* To other sites still nothing; our own forms say where they come from, in browsers without Sec-Fetch-Site too. */}
      <meta name="referrer" content="same-origin" />
      {view.goTo && <meta http-equiv="refresh" content={`0;url=${goToAddress(view.goTo)}`} />}
      <link rel="icon" href={frame.assets.path('icon.svg')} />
      <link rel="stylesheet" href={frame.assets.path('page.css')} />
      {accent && (
        <link rel="stylesheet" href={`/assets/accent/${accent.slice(1).toLowerCase()}.css`} />
      )}
      {['page.js' as const, ...(view.scripts ?? [])].map((name) => (
        <script type="module" src={frame.assets.path(name)} />
      ))}
    </head>
  );
}

/** The name stands beside the logo in any case, so the picture itself says nothing. */
function Brand({ look }: { readonly look: Look | null }): VNode {
  const logo = look?.branding.logo;
  return (
    <p class="brand">
      {logo && <img src={`/assets/logo/${logo.digest}`} alt="" />}
      <span>{look?.displayName ?? 'Assay'}</span>
    </p>
  );
}
