/** French texts of area `console`: its pages by name. */

import type { Texts } from '../area.js';
import type { consoleArea as english } from '../en/console.js';

export const consoleArea: Texts<typeof english> = {
  console: 'Console d’administration',
  policy: 'Connexion à deux facteurs',
  people: 'Personnes',
  activity: 'Activité',
  audit: 'Journal',
  texts: 'Textes',
  account: 'Mon téléphone',
};
