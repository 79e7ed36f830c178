/** Italian texts of area `console`: its pages by name. */

import type { Texts } from '../area.js';
import type { consoleArea as english } from '../en/console.js';

export const consoleArea: Texts<typeof english> = {
  console: 'Console di amministrazione',
  policy: 'Accesso a due fattori',
  people: 'Persone',
  activity: 'Attività',
  audit: 'Registro',
  texts: 'Testi',
  account: 'Il mio telefono',
};
