/** German texts of area `activity`: sign-ins and text messages in figures. */

import type { Texts } from '../area.js';
import type { activity as english } from '../en/activity.js';

export const activity: Texts<typeof english> = {
  title: 'Aktivität',
  intro:
    'Die letzten {days} Tage, in der Zeitzone {zone}. Nur Zahlen: Niemand ist daraus zu erkennen.',
  day: 'Tag',
  table: 'Dasselbe als Tabelle',
  codes: 'Eingegebene Codes',
  codesByDay: 'Eingegebene Codes nach Tag',
  approved: 'Angenommen',
  failed: 'Falsch',
  messages: 'SMS',
  messagesByDay: 'SMS nach Tag',
  handedOver: 'Gesendet',
  undelivered: 'Nicht gesendet',
  delivery: 'Zustellung nach Land',
  deliveryMeans:
    'Übernommen heißt, dass der Mobilfunkdienst die Nachricht angenommen hat, noch nicht, dass sie ankam. Nicht gesendet heißt, dass er sie abgelehnt hat oder nicht erreichbar war.',
  country: 'Land',
  sent: 'Nachrichten',
  accepted: 'Übernommen',
  unknown: 'Keine Antwort',
  noCountry: 'Kein Land',
  nothing: 'In diesen Tagen wurde keine SMS gesendet.',
};
