/** French texts of area `common`: the frame of every page. */

import type { Texts } from '../area.js';
import type { common as english } from '../en/common.js';

export const common: Texts<typeof english> = {
  skipToContent: 'Aller au contenu',
  language: 'Langue',
  changeLanguage: 'Changer',
  cookies: 'Cookies',
  privacy: 'Confidentialité : {contact}',
  errorTitle: 'Erreur : {title}',
  errorSummary: 'Il y a un problème',
  firstPage: 'Première page',
  previousPage: 'Précédent',
  nextPage: 'Suivant',
  pages: 'Pages',
  cookieTitle: 'Cookies',
  cookieIntro:
    'Ces pages n’utilisent que les cookies indispensables à la connexion. Aucun ne suit qui que ce soit, et aucun n’est partagé avec un autre site.',
  cookieName: 'Nom',
  cookiePurpose: 'Finalité',
  cookieLife: 'Durée',
  cookieHours: '{hours, plural, one {# heure} other {# heures}}',
  cookieBrowser:
    'Reconnaît le navigateur qui a commencé une connexion, afin que personne d’autre ne puisse la terminer.',
  cookiePortal:
    'Maintient votre session dans votre compte ou la console jusqu’à ce que vous la quittiez.',
};
