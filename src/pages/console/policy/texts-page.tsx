/** `/console/texts`: what people are told, in every language; nothing is sent. */

import type { VNode } from 'preact';

import type { NoticeAnswer } from '../../../app/answers.js';
import { codeSms } from '../../../domain/sms-text.js';
import { LOCALES, type Locale } from '../../../domain/texts/texts.js';
import { Details } from '../../components/details.js';
import { LANGUAGE_NAMES } from '../../language.js';
import type { PageRoute } from '../../page.js';
import type { Guest } from '../../portal/guest.js';
import { portalGet } from '../../portal/portal-page.js';
import { policyTexts } from '../../texts/policy.js';
import type { ConsolePagesDeps } from '../console-deps.js';
import { ConsoleNav } from '../console-nav.js';

const TEXTS = '/console/texts';
/** Nobody's: it only shows where a code stands. */
const EXAMPLE = '123456789';

export function textsPage(deps: ConsolePagesDeps): PageRoute {
  return portalGet(deps, {
    ...{ id: 'page.console-texts', path: TEXTS, roles: ['admin'] },
    handle: async (guest) => {
      const { companyId } = guest.session;
      const notices = await Promise.all(
        LOCALES.map((locale) => deps.useCases.getNotice(guest.call(), companyId, locale)),
      );
      const t = policyTexts(guest.locale);
      const title = t('textsTitle');
      const body = (
        <>
          <h1>{title}</h1>
          <p>{t('textsIntro')}</p>
          {LOCALES.map((locale, at) => (
            <Language
              {...{ guest, locale, notice: notices[at], sms: smsOf(deps, guest, locale) }}
            />
          ))}
        </>
      );
      const navigation = <ConsoleNav locale={guest.locale} current={TEXTS} />;
      return { kind: 'page', view: { title, body, navigation } };
    },
  });
}

function smsOf(deps: ConsolePagesDeps, { company }: Guest, locale: Locale): string {
  return codeSms({
    ...{ locale, companyName: company.displayName, codeHost: deps.codeHost },
    ...{ code: EXAMPLE.slice(0, deps.codeLength), lifeSeconds: deps.codeTtlSeconds },
  });
}

interface LanguageProps {
  readonly guest: Guest;
  readonly locale: Locale;
  readonly sms: string;
  readonly notice: NoticeAnswer | undefined;
}

function Language({ guest, locale, sms, notice }: LanguageProps): VNode {
  const t = policyTexts(guest.locale);
  return (
    <section>
      <h2 lang={locale}>{LANGUAGE_NAMES[locale]}</h2>
      <h3>{t('textsSms')}</h3>
      <blockquote lang={locale}>{sms}</blockquote>
      <Details summary={t('textsNotice', { language: LANGUAGE_NAMES[locale] })}>
        {(notice?.text ?? '').split('\n\n').map((paragraph) => (
          <p lang={locale}>{paragraph}</p>
        ))}
      </Details>
    </section>
  );
}
