/** Spanish texts of area `people`: the list of a company’s people, its search, its import and its export. */

import type { Texts } from '../area.js';
import type { people as english } from '../en/people.js';

export const people: Texts<typeof english> = {
  title: 'Personas',
  total:
    '{count, plural, =0 {Todavía no se conoce a nadie.} one {Se conoce a una persona.} other {Se conoce a # personas.}}',
  listComplete: 'La lista está completa.',
  listPartial:
    'La lista no está completa: puede haber personas en su empresa que no figuren en ella.',
  import: 'Añadir personas a la lista',
  export: 'Descargar esta lista (CSV)',
  person: 'Persona',
  status: 'Estado',
  until: 'Plazo hasta',
  number: 'Número',
  registered: 'Registrado',
  lastUsed: 'Último código aceptado',
  search: 'Persona',
  searchHint: 'El comienzo del identificador que su sistema de acceso tiene para la persona.',
  searchWrong:
    'Ningún identificador comienza así: constan de letras, cifras y . _ ~ : - y no son direcciones.',
  order: 'Ordenar por',
  orderId: 'Persona',
  orderStatus: 'Estado',
  orderLastUsed: 'Último código aceptado, los más recientes primero',
  show: 'Mostrar',
  all: 'Todas',
  without: 'Todas las que no tienen teléfono',
  nobody: 'No hay nadie que corresponda.',
  importTitle: 'Añadir personas a la lista',
  importIntro: 'Pegue una lista con una persona en cada línea, hasta {count, number} a la vez.',
  importNumber:
    'Un número es solo una propuesta: vale cuando la persona lo confirma con un código enviado a él.',
  importAgain:
    'Quien ya está en la lista queda como está. La misma lista puede enviarse dos veces.',
  importNobodyGoes: 'No se quita a nadie de la lista.',
  importList: 'Personas',
  importExample:
    'El identificador que su sistema de acceso tiene para la persona y después, si acaso, una coma y el número de teléfono: anna.b,+44 7700 900123',
  importWhole: '¿Están todas?',
  importComplete: 'Sí, con esto todas están en la lista',
  importCompleteHint:
    'Solo entonces se puede decir quién quedaría sin acceso. Si son varias partes, márquelo con la última.',
  importDo: 'Añadir',
  imported: 'La lista se ha incorporado',
  importedPeople:
    '{created, plural, =0 {Nadie es nuevo} one {Una persona es nueva} other {# personas son nuevas}}, {unchanged, plural, =0 {ninguna estaba ya en la lista} one {una estaba ya en la lista} other {# estaban ya en la lista}}.',
  importedNumbers:
    '{stored, plural, one {Se ha guardado un número.} other {Se han guardado # números.}}',
  importedIgnored:
    '{ignored, plural, one {Se ha pasado por alto un número: la persona ha registrado ella misma un teléfono.} other {Se han pasado por alto # números: las personas han registrado ellas mismas un teléfono.}}',
  rosterEmpty: 'Pegue al menos una línea.',
  rosterTooMany: 'Pegue como máximo {count, number} líneas a la vez. No se ha incorporado nada.',
  rosterId:
    'Ningún identificador utilizable, uno repetido o uno que se parece a otro, en la línea {lines}. Los identificadores constan de letras, cifras y . _ ~ : - y no son direcciones. No se ha incorporado nada.',
  rosterNumber:
    'Ningún número de teléfono que pueda recibir SMS en la línea {lines}. No se ha incorporado nada.',
  rosterShape:
    'Más que un identificador y un número en la línea {lines}. No se ha incorporado nada.',
  back: 'Volver a la lista',
};
