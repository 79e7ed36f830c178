/** Italian texts of area `outbox`: SMS that are shown instead of sent, outside production. */

import type { Texts } from '../area.js';
import type { outbox as english } from '../en/outbox.js';

export const outbox: Texts<typeof english> = {
  phone: 'Telefono dimostrativo',
  nothingSent: 'Nessun SMS è stato inviato. Qui compare ciò che sarebbe stato inviato.',
  none: 'Ancora nessun messaggio.',
  reload: 'Ricaricare la pagina per vedere i nuovi messaggi.',
  outboxTitle: 'Messaggi in uscita',
  outboxIntro:
    'Messaggi che sarebbero stati inviati per SMS, dal più recente. Nessuno lascia questo computer.',
};
