/** German texts of area `console`: its pages by name. */

import type { Texts } from '../area.js';
import type { consoleArea as english } from '../en/console.js';

export const consoleArea: Texts<typeof english> = {
  console: 'Verwaltung',
  policy: 'Zwei-Faktor-Anmeldung',
  people: 'Personen',
  activity: 'Aktivität',
  audit: 'Protokoll',
  texts: 'Texte',
  account: 'Mein Telefon',
};
