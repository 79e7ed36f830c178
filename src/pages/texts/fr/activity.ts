/** French texts of area `activity`: sign-ins and text messages in figures. */

import type { Texts } from '../area.js';
import type { activity as english } from '../en/activity.js';

export const activity: Texts<typeof english> = {
  title: 'Activité',
  intro:
    'Les {days} derniers jours, dans le fuseau horaire {zone}. Des nombres seulement : personne n’y est reconnaissable.',
  day: 'Jour',
  table: 'La même chose en tableau',
  codes: 'Codes saisis',
  codesByDay: 'Codes saisis, par jour',
  approved: 'Acceptés',
  failed: 'Erronés',
  messages: 'SMS',
  messagesByDay: 'SMS, par jour',
  handedOver: 'Envoyés',
  undelivered: 'Non envoyés',
  delivery: 'Acheminement par pays',
  deliveryMeans:
    'Pris en charge signifie que l’opérateur a accepté le message, pas encore qu’il est arrivé. Non envoyés signifie qu’il l’a refusé ou n’a pas pu être joint.',
  country: 'Pays',
  sent: 'Messages',
  accepted: 'Pris en charge',
  unknown: 'Sans réponse',
  noCountry: 'Aucun pays',
  nothing: 'Aucun SMS n’a été envoyé pendant ces jours.',
};
