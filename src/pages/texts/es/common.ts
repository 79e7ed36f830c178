/** Spanish texts of area `common`: the frame of every page. */

import type { Texts } from '../area.js';
import type { common as english } from '../en/common.js';

export const common: Texts<typeof english> = {
  skipToContent: 'Ir al contenido',
  language: 'Idioma',
  changeLanguage: 'Cambiar',
  cookies: 'Cookies',
  privacy: 'Privacidad: {contact}',
  errorTitle: 'Error: {title}',
  errorSummary: 'Hay un problema',
  firstPage: 'Primera página',
  previousPage: 'Anterior',
  nextPage: 'Siguiente',
  pages: 'Páginas',
  cookieTitle: 'Cookies',
  cookieIntro:
    'Estas páginas solo usan las cookies imprescindibles para iniciar sesión. Ninguna rastrea a nadie y ninguna se comparte con otro sitio.',
  cookieName: 'Nombre',
  cookiePurpose: 'Finalidad',
  cookieLife: 'Duración',
  cookieHours: '{hours, plural, one {# hora} other {# horas}}',
  cookieBrowser:
    'Reconoce el navegador que inició la sesión, para que nadie más pueda completarla.',
  cookiePortal: 'Mantiene su sesión en su cuenta o en la consola hasta que salga.',
};
