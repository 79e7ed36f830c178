/** Spanish texts of area `console`: its pages by name. */

import type { Texts } from '../area.js';
import type { consoleArea as english } from '../en/console.js';

export const consoleArea: Texts<typeof english> = {
  console: 'Consola de administración',
  policy: 'Inicio de sesión en dos pasos',
  people: 'Personas',
  activity: 'Actividad',
  audit: 'Registro',
  texts: 'Textos',
  account: 'Mi teléfono',
};
