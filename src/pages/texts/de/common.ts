/** German texts of area `common`: the frame of every page. */

import type { Texts } from '../area.js';
import type { common as english } from '../en/common.js';

export const common: Texts<typeof english> = {
  skipToContent: 'Zum Inhalt springen',
  language: 'Sprache',
  changeLanguage: 'Ändern',
  cookies: 'Cookies',
  privacy: 'Datenschutz: {contact}',
  errorTitle: 'Fehler: {title}',
  errorSummary: 'Es gibt ein Problem',
  firstPage: 'Erste Seite',
  previousPage: 'Zurück',
  nextPage: 'Weiter',
  pages: 'Seiten',
  cookieTitle: 'Cookies',
  cookieIntro:
    'Diese Seiten verwenden nur Cookies, ohne die eine Anmeldung nicht möglich ist. Keines davon verfolgt jemanden, und keines wird mit einer anderen Website geteilt.',
  cookieName: 'Name',
  cookiePurpose: 'Zweck',
  cookieLife: 'Dauer',
  cookieHours: '{hours, plural, one {# Stunde} other {# Stunden}}',
  cookieBrowser:
    'Erkennt den Browser, in dem eine Anmeldung begonnen wurde, damit niemand anderes sie abschließen kann.',
  cookiePortal: 'Hält Sie in Ihrem Konto oder der Verwaltung angemeldet, bis Sie sie verlassen.',
};
