/** Spanish texts of area `policy`: two-factor for a company, how it stands and how it is changed. */

import type { Texts } from '../area.js';
import type { policy as english } from '../en/policy.js';

export const policy: Texts<typeof english> = {
  title: 'Inicio de sesión en dos pasos',
  mode: 'Dos pasos',
  modeOff: 'Desactivado',
  modeOptional: 'Opcional',
  modeRequired: 'Obligatorio',
  modeOffHint: 'No se pide ningún código a nadie.',
  modeOptionalHint:
    'Se pide un código a quien ha registrado un teléfono. Nadie está obligado a registrarlo.',
  modeRequiredHint:
    'Se pide un código a todos. Quien no tiene un teléfono registrado puede aplazarlo hasta el día indicado abajo.',
  modeMissing: 'Elija si los dos pasos están desactivados, son opcionales u obligatorios.',
  enforceFrom: 'Obligatorio desde',
  enforceFromHint:
    'Solo para «Obligatorio». Desde las 9 de la mañana de ese día ({zone}), nadie inicia sesión sin código. Hoy significa de inmediato.',
  deadlineWrong: 'Indique un día a partir de hoy, por ejemplo 2027-01-04.',
  noDeadline: 'Ningún día',
  enrolmentDays: 'Días para registrar un teléfono por cuenta propia',
  enrolmentDaysHint:
    'Contados desde la activación o desde el día de arriba. Después hace falta una invitación. De 1 a 365.',
  enrolmentDaysWrong: 'Indique un número entero de días, de 1 a 365.',
  days: '{days, plural, one {# día} other {# días}}',
  countries: 'Países',
  countriesHint: 'Los códigos se envían solo a números de estos países.',
  countriesAll: 'Todos los que permite el servicio',
  countriesSome: 'Solo los marcados en la lista',
  countriesList: 'Lista de países',
  countriesMissing: 'Marque al menos un país de la lista o elija todos.',
  allCountries: 'Todos los que permite el servicio: {countries}',
  smsPerDay: 'SMS al día, como máximo',
  smsPerDayHint:
    'Protege de una avalancha de mensajes. Vacío: 6 por persona, pero al menos 200. El primer código del día llega siempre a cada persona.',
  smsPerDayWrong: 'Indique un número entero de 1 a 1000000 o deje el campo vacío.',
  smsDefault: '6 por persona, pero al menos 200',
  setting: 'Ajuste',
  now: 'Ahora',
  after: 'Después',
  yours: 'Su cambio',
  change: 'Cambiar',
  check: 'Comprobar el cambio',
  checkHint: 'Todavía no cambia nada: la página siguiente muestra lo que supondría.',
  same: 'Ya es así. No se ha cambiado nada.',
  saved: 'El cambio se ha guardado',
  savedText: 'Vale en todas partes en cinco segundos.',
  undo: 'Deshacer este cambio',
  erased:
    'Los dos pasos están desactivados. Los números registrados se borrarán el {date}, salvo que se activen de nuevo.',
  peopleEnrolled: 'Personas con teléfono',
  outOf: '{count, number} de {total, number}',
  peopleWithout: 'Personas sin teléfono',
  peopleStuck: 'Personas cuyo teléfono está bloqueado o no se puede alcanzar',
  roster: 'Lista de personas',
  rosterIsComplete: 'Completa',
  rosterIsPartial: 'Incompleta',
  rosterIsEmpty: 'Vacía',
  lastChange: 'Último cambio el {date} por {who}.',
  lastChangeWhy: 'Último cambio el {date} por {who}. Motivo indicado: {reason}',
  byAdmin: 'el administrador {id}',
  byOperator: 'el operador del servicio ({id})',
  bySystem: 'su sistema de inicio de sesión ({id})',
  byOther: '{id}',
  confirmTitle: 'Comprobar y guardar',
  changes: 'Qué cambia',
  effects: 'Qué supone',
  effectOff: 'Ya no se pide ningún código',
  effectErased:
    '{count, plural, =0 {Nadie ha registrado un teléfono: no se borrará nada.} one {Un número registrado pierde su finalidad. Se borrará tras {days} días, el {date}, salvo que los dos pasos se activen antes de nuevo.} other {# números registrados pierden su finalidad. Se borrarán tras {days} días, el {date}, salvo que los dos pasos se activen antes de nuevo.}}',
  effectEnrolled:
    'Con un teléfono registrado: {enrolled, number} de {people, plural, one {una persona conocida} other {# personas conocidas}}. Se les pedirá un código.',
  effectNotEnrolled:
    '{count, plural, =0 {Nadie está sin teléfono.} one {Una persona no ha registrado un teléfono. Se le pide en el próximo inicio de sesión y no podrá seguir sin él desde el {date}.} other {# personas no han registrado un teléfono. Se les pide en el próximo inicio de sesión y no podrán seguir sin él desde el {date}.}}',
  effectOptional:
    '{count, plural, =0 {Nadie está sin teléfono.} one {Una persona no ha registrado un teléfono e inicia sesión como antes.} other {# personas no han registrado un teléfono e inician sesión como antes.}}',
  effectCountry:
    '{count, plural, one {Una persona tiene un número de este país, al que ya no se enviarían códigos: {country}.} other {# personas tienen un número de este país, al que ya no se enviarían códigos: {country}.}}',
  lockedOutNobody: 'Nadie de su lista quedaría bloqueado el {date}.',
  lockedOut:
    '{count, plural, one {Una persona quedaría bloqueada el {date}} other {# personas quedarían bloqueadas el {date}}}',
  lockedOutHelp:
    'No podrían introducir un código ni registrar un teléfono por su cuenta. Invítelas o restablézcalas antes, o elija un día posterior.',
  lockedOutUnknown: 'No se puede decir quién quedaría bloqueado',
  lockedOutKnown:
    '{count, plural, one {Entre las personas conocidas, al menos una quedaría bloqueada el {date}.} other {Entre las personas conocidas, al menos # quedarían bloqueadas el {date}.}}',
  rosterEmpty:
    'La lista de personas está vacía: puede haber personas en su empresa que aquí no se cuentan.',
  rosterPartial:
    'La lista de personas está incompleta: puede haber personas en su empresa que aquí no se cuentan.',
  rosterHow:
    'Quien gestiona su sistema de inicio de sesión completa la lista importando a todos y marcando la importación como completa. Entonces esta página nombra a todos los que quedarían bloqueados.',
  who: 'Quiénes son',
  whoMore: '{count, plural, one {y una más} other {y # más}}',
  limits: 'Qué hacen y qué no hacen los dos pasos',
  limitSpeed: 'Un cambio vale para todo inicio de sesión que empiece cinco segundos después.',
  limitAccess: 'Impiden iniciar sesión. No eliminan a nadie ni cambian los derechos de nadie.',
  limitSessions: 'Quien ya ha iniciado sesión la conserva hasta que su sistema la termine.',
  limitUnderWay: 'Un inicio de sesión en curso termina con el ajuste anterior.',
  limitDoor:
    'Protegen los inicios de sesión que consultan este servicio. Un acceso que no lo consulta no está protegido.',
  limitSms:
    'Un SMS protege del robo de contraseñas, pero no de todo: un número de teléfono puede ser usurpado. Un código no se dice a nadie.',
  weaker: 'Esto protege menos que antes: {settings}',
  weakerText:
    'Hacen falta un código nuevo de su teléfono y un motivo. Ambos quedan registrados con el cambio.',
  prove: 'Continuar con un código',
  codeOver:
    'El código introducido ya no se puede usar. No se ha cambiado nada. Introduzca uno nuevo.',
  reason: 'Motivo',
  reasonOptional: 'Motivo (opcional)',
  reasonHint:
    'Se guarda en el registro de cambios, que leen otros administradores. Sin datos personales.',
  reasonMissing: 'Indique el motivo: esto protege menos que antes.',
  reasonWrong: 'El motivo puede tener como máximo 500 caracteres de texto sencillo.',
  confirmation: 'Escriba «{company}» para confirmar',
  confirmationHint:
    '{count, plural, one {Una persona quedará bloqueada.} other {# personas quedarán bloqueadas.}}',
  confirmationUnknown: 'Quien no está en la lista puede quedar bloqueado.',
  confirmationWrong: 'Escriba el nombre de la empresa tal como figura encima del campo.',
  save: 'Guardar el cambio',
  back: 'Volver sin cambiar nada',
  conflictTitle: 'El ajuste se ha cambiado entretanto',
  conflictText: 'No se ha guardado nada suyo, para que no se pierda ningún cambio.',
  conflictTable: 'En qué difiere su cambio',
  conflictAgain: 'Comprobar su cambio con el ajuste actual',
  conflictDrop: 'Empezar de nuevo desde el ajuste actual',
  textsTitle: 'Lo que lee su personal',
  textsIntro:
    'Cada persona lee su idioma, si lo indica el sistema de inicio de sesión o el navegador; si no, el de la empresa. El código es un ejemplo y no se ha enviado nada.',
  textsSms: 'SMS con el código',
  textsNotice: 'Aviso antes de registrar un teléfono ({language})',
};
