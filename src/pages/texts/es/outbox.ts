/** Spanish texts of area `outbox`: SMS that are shown instead of sent, outside production. */

import type { Texts } from '../area.js';
import type { outbox as english } from '../en/outbox.js';

export const outbox: Texts<typeof english> = {
  phone: 'Teléfono de demostración',
  nothingSent: 'No se ha enviado ningún SMS. Aquí aparece lo que se habría enviado.',
  none: 'Aún no hay mensajes.',
  reload: 'Vuelva a cargar la página para ver los mensajes nuevos.',
  outboxTitle: 'Bandeja de salida',
  outboxIntro:
    'Mensajes que se habrían enviado por SMS, el más reciente primero. Ninguno sale de este equipo.',
};
