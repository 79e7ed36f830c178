/** The footer of every page: language, cookies, and whom to ask about one's data. */

import type { VNode } from 'preact';

import { LOCALES, type Locale } from '../../domain/texts/texts.js';
import type { FormKeys } from '../form-keys.js';
import type { Frame } from '../frame.js';
import { LANGUAGE_NAMES } from '../language.js';
import { commonTexts } from '../texts/common.js';
import { Form } from './form.js';

export interface FooterProps {
  readonly locale: Locale;
  readonly frame: Frame;
  readonly keys: FormKeys | null;
  readonly languageAction: string | null;
}

export function Footer({ locale, frame, keys, languageAction }: FooterProps): VNode {
  const t = commonTexts(locale);
  return (
    <footer class="footer">
      {keys && languageAction && <Languages {...{ locale, keys, action: languageAction }} />}
      <ul>
        <li>
          <a href="/cookies">{t('cookies')}</a>
        </li>
        <li>{t('privacy', { contact: frame.privacyContact })}</li>
      </ul>
    </footer>
  );
}

interface LanguagesProps {
  readonly locale: Locale;
  readonly keys: FormKeys;
  readonly action: string;
}

function Languages({ locale, keys, action }: LanguagesProps): VNode {
  const t = commonTexts(locale);
  return (
    <Form {...{ action, keys }} isInline>
      <label for="locale">{t('language')}</label>
      <select id="locale" name="locale">
        {LOCALES.map((each) => (
          <option value={each} lang={each} selected={each === locale}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
      <button type="submit" class="button secondary small">
        {t('changeLanguage')}
      </button>
    </Form>
  );
}
