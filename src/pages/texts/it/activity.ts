/** Italian texts of area `activity`: sign-ins and text messages in figures. */

import type { Texts } from '../area.js';
import type { activity as english } from '../en/activity.js';

export const activity: Texts<typeof english> = {
  title: 'Attività',
  intro:
    'Gli ultimi {days} giorni, nel fuso orario {zone}. Solo cifre: nessuno vi è riconoscibile.',
  day: 'Giorno',
  table: 'Lo stesso in una tabella',
  codes: 'Codici inseriti',
  codesByDay: 'Codici inseriti, per giorno',
  approved: 'Accettati',
  failed: 'Errati',
  messages: 'SMS',
  messagesByDay: 'SMS, per giorno',
  handedOver: 'Inviati',
  undelivered: 'Non inviati',
  delivery: 'Consegna per paese',
  deliveryMeans:
    'Presi in carico significa che l’operatore ha accettato il messaggio, non ancora che è arrivato. Non inviati significa che lo ha rifiutato o non era raggiungibile.',
  country: 'Paese',
  sent: 'Messaggi',
  accepted: 'Presi in carico',
  unknown: 'Senza risposta',
  noCountry: 'Nessun paese',
  nothing: 'In questi giorni non è stato inviato alcun SMS.',
};
