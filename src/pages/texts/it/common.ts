/** Italian texts of area `common`: the frame of every page. */

import type { Texts } from '../area.js';
import type { common as english } from '../en/common.js';

export const common: Texts<typeof english> = {
  skipToContent: 'Vai al contenuto',
  language: 'Lingua',
  changeLanguage: 'Cambia',
  cookies: 'Cookie',
  privacy: 'Privacy: {contact}',
  errorTitle: 'Errore: {title}',
  errorSummary: 'C’è un problema',
  firstPage: 'Prima pagina',
  previousPage: 'Precedente',
  nextPage: 'Successiva',
  pages: 'Pagine',
  cookieTitle: 'Cookie',
  cookieIntro:
    'Queste pagine usano solo i cookie indispensabili per l’accesso. Nessuno traccia le persone e nessuno è condiviso con altri siti.',
  cookieName: 'Nome',
  cookiePurpose: 'Scopo',
  cookieLife: 'Durata',
  cookieHours: '{hours, plural, one {# ora} other {# ore}}',
  cookieBrowser:
    'Riconosce il browser che ha iniziato un accesso, affinché nessun altro possa completarlo.',
  cookiePortal: 'Mantiene la sessione nel suo account o nella console finché non esce.',
};
