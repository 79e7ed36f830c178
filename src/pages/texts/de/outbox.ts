/** German texts of area `outbox`: SMS that are shown instead of sent, outside production. */

import type { Texts } from '../area.js';
import type { outbox as english } from '../en/outbox.js';

export const outbox: Texts<typeof english> = {
  phone: 'Demo-Telefon',
  nothingSent: 'Es wurde keine SMS gesendet. Was gesendet worden wäre, erscheint hier.',
  none: 'Noch keine Nachrichten.',
  reload: 'Laden Sie die Seite neu, um neue Nachrichten zu sehen.',
  outboxTitle: 'Postausgang',
  outboxIntro:
    'Nachrichten, die als SMS gesendet worden wären, die neueste zuerst. Keine verlässt diesen Rechner.',
};
