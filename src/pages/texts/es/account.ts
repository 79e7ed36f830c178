/** Spanish texts of area `account`: one's own phone and what can be done with it. */

import type { Texts } from '../area.js';
import type { account as english } from '../en/account.js';

export const account: Texts<typeof english> = {
  title: 'La seguridad de su acceso',
  navPhone: 'Teléfono',
  navHistory: 'Historial',
  navNotice: 'Aviso de privacidad',
  navConsole: 'Consola de administración',
  mode_off: '{company} no pide códigos en este momento.',
  mode_optional:
    '{company} le pide un código al acceder si hay un teléfono registrado a su nombre.',
  mode_required: '{company} pide a todos un código al acceder.',
  phone: 'Su teléfono',
  number: 'Número',
  registered: 'Registrado',
  lastUsed: 'Último uso',
  unknown: 'No se conoce',
  never: 'Todavía no',
  showFull: 'Mostrar el número completo',
  change: 'Cambiar el número',
  remove: 'Quitar el número',
  noPhone: 'No hay ningún teléfono registrado a su nombre.',
  importedPhone:
    'Su empresa ha indicado para usted el número {number}. Será válido cuando lo confirme con un código.',
  noLeave: 'Un teléfono solo se puede registrar con una invitación. Pídala a su administración.',
  enrol: 'Registrar un teléfono',
  phoneDisabled:
    'Se introdujeron demasiados códigos erróneos y este teléfono ya no se acepta. Pida a su administración que lo restablezca.',
  phoneUndeliverable:
    'La red móvil indica que este teléfono no puede recibir SMS. Puede cambiar el número o pedir a su administración que lo restablezca.',
  phoneLocked:
    'Se introdujeron demasiados códigos erróneos. Los códigos se aceptarán de nuevo en {minutes, plural, one {# minuto} other {# minutos}}.',
  questions: 'Preguntas y reclamaciones',
  questionsText:
    'Para preguntas, rectificaciones, una copia de sus datos o una reclamación, diríjase a: {contact}. También puede reclamar ante una autoridad de protección de datos.',
  done_changed: 'Su nuevo número está registrado. Se avisó por SMS al número anterior.',
  done_enrolled: 'Su teléfono está registrado. Desde ahora los códigos se envían a él.',
  done_removed: 'Se ha quitado su número de teléfono.',
  historyTitle: 'Historial',
  noticeTitle: 'Aviso de privacidad',
  noticeVersion: 'Versión {version}',
  back: 'Volver a su cuenta',
  keep: 'Volver sin cambiar nada',
  sendCode: 'Enviar un código de confirmación',
  fullTitle: 'Su número de teléfono',
  fullText: 'Su número se va a mostrar completo en esta pantalla. Quedará anotado en su historial.',
  fullShow: 'Mostrar mi número',
  fullRecorded: 'Ha quedado anotado en su historial. Nadie más puede ver aquí el número completo.',
  removeTitle: '¿Quitar el número terminado en {lastTwo}?',
  removeThen: 'Accederá a {company} sin código: solo su contraseña protegerá su acceso.',
  removeThenOff: '{company} no pide códigos en este momento, así que su acceso no cambia.',
  removeErased:
    'El número se borra. Los registros de accesos anteriores se conservan por tiempo limitado.',
  removeTold: 'Un SMS avisa al teléfono terminado en {lastTwo} de que se ha quitado.',
  removeAgain:
    'Para volver a usar códigos necesitará una invitación de su administración, salvo que su empresa permita registrarse libremente.',
  removeDo: 'Quitar el número',
  removeRequired:
    '{company} pide a todos un código y este es su único teléfono. No se puede quitar, pero sí cambiar.',
  changeTitle: 'Cambiar su número de teléfono',
  changeStepOld:
    'Primero se envía un código al teléfono terminado en {lastTwo}, para asegurar que es usted.',
  changeStepNew: 'Después introduce el número nuevo y el código que se le envía.',
  changeStepDone: 'Solo entonces vale el número nuevo. Al anterior se le avisa por SMS.',
  changeLost: 'Si ya no tiene el teléfono anterior, pida a su administración que lo restablezca.',
  changeNew:
    'Introduzca el número nuevo. El anterior se mantiene hasta que haya introducido el código enviado al nuevo.',
  newTitle: 'Registrar su teléfono',
  newWhy:
    '{company} pide al acceder un código de su teléfono. Su número se usa para estos códigos y para nada más.',
  newImported:
    'Su empresa ha indicado para usted un número terminado en {lastTwo}. Introdúzcalo completo para confirmarlo.',
  newOff: 'Su empresa no pide códigos en este momento, así que no hace falta ningún número.',
  newNumber: 'Número de teléfono móvil',
  newHint:
    'Como lo marcaría, por ejemplo {example}, o con el prefijo del país, por ejemplo {foreign}. Tiene que poder recibir SMS.',
  sendCodeTo: 'Enviar un código a este número',
  numberWrong: 'Introduzca un número de teléfono móvil, por ejemplo {example}.',
  numberSame: 'Este número ya está registrado a su nombre. Introduzca otro.',
  noticeChanged:
    'El aviso de privacidad ha cambiado. Léalo de nuevo abajo y envíe el número otra vez.',
  numberTooOften:
    'El número se ha corregido demasiadas veces. Introduzca el código enviado o empiece de nuevo más tarde.',
  codeTitle: 'Introduzca el código del número nuevo',
  codeSubmit: 'Confirmar el número',
  correctLink: '¿El número no es correcto? Corríjalo',
  correctTitle: 'Corregir el número',
  correctText: 'Introduzca el número de nuevo. El código enviado antes dejará de valer.',
  correctBack: 'Volver al código',
  codeOverTitle: 'Este código ya no se puede usar',
  codeOverText:
    'Ha caducado o se introdujeron demasiados códigos erróneos. Su número registrado no ha cambiado.',
  beginAgain: 'Empezar de nuevo',
};
