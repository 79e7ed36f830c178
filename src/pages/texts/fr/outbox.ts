/** French texts of area `outbox`: SMS that are shown instead of sent, outside production. */

import type { Texts } from '../area.js';
import type { outbox as english } from '../en/outbox.js';

export const outbox: Texts<typeof english> = {
  phone: 'Téléphone de démonstration',
  nothingSent: 'Aucun SMS n’a été envoyé. Ce qui aurait été envoyé apparaît ici.',
  none: 'Aucun message pour le moment.',
  reload: 'Rechargez la page pour voir les nouveaux messages.',
  outboxTitle: 'Boîte d’envoi',
  outboxIntro:
    'Messages qui auraient été envoyés par SMS, le plus récent en premier. Aucun ne quitte cette machine.',
};
