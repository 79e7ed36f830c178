/** Spanish texts of area `activity`: sign-ins and text messages in figures. */

import type { Texts } from '../area.js';
import type { activity as english } from '../en/activity.js';

export const activity: Texts<typeof english> = {
  title: 'Actividad',
  intro: 'Los últimos {days} días, en la zona horaria {zone}. Solo cifras: no se reconoce a nadie.',
  day: 'Día',
  table: 'Lo mismo en una tabla',
  codes: 'Códigos introducidos',
  codesByDay: 'Códigos introducidos, por día',
  approved: 'Aceptados',
  failed: 'Incorrectos',
  messages: 'SMS',
  messagesByDay: 'SMS, por día',
  handedOver: 'Enviados',
  undelivered: 'No enviados',
  delivery: 'Entrega por país',
  deliveryMeans:
    'Aceptados significa que el operador ha aceptado el mensaje, todavía no que haya llegado. No enviados significa que lo ha rechazado o no estaba disponible.',
  country: 'País',
  sent: 'Mensajes',
  accepted: 'Aceptados por el operador',
  unknown: 'Sin respuesta',
  noCountry: 'Ningún país',
  nothing: 'No se ha enviado ningún SMS en estos días.',
};
