/** Spanish texts of area `code-entry`: the code, sending it again, and what can go wrong with either. */

import type { Texts } from '../area.js';
import type { codeEntry as english } from '../en/code-entry.js';

export const codeEntry: Texts<typeof english> = {
  code: 'Código de seguridad',
  codeHint: 'Las {length} cifras del SMS',
  codeHintCall: 'Las {length} cifras de la llamada',
  submit: 'Continuar',
  sentTo: 'Un SMS con el código va de camino al teléfono que termina en {lastTwo}.',
  sentUnsure:
    'No es seguro que se haya enviado el SMS al teléfono que termina en {lastTwo}. Si no llega, pida que se envíe de nuevo.',
  sentArrived: 'El SMS con el código ha llegado al teléfono que termina en {lastTwo}.',
  sentFailed:
    'El SMS al teléfono que termina en {lastTwo} no ha llegado. Compruebe que está encendido y tiene cobertura, y pida que se envíe el código de nuevo.',
  callTo: 'Se está llamando al teléfono que termina en {lastTwo}. El código se dice dos veces.',
  callUnsure:
    'No es seguro que se esté llamando al teléfono que termina en {lastTwo}. Si no suena, pida que se envíe el código de nuevo.',
  callEnded: 'Se ha llamado al teléfono que termina en {lastTwo} y se ha dicho el código.',
  callFailed:
    'La llamada al teléfono que termina en {lastTwo} no se ha podido establecer. Pida que se envíe el código de nuevo.',
  callUnanswered:
    'Nadie ha contestado la llamada al teléfono que termina en {lastTwo}. Pida otra llamada cuando pueda contestar.',
  sentAgain: 'El código se ha enviado de nuevo al teléfono que termina en {lastTwo}.',
  sendAgain: 'Enviar el código de nuevo',
  sendText: 'Enviar el código por SMS',
  callMe: 'Llamarme para decir el código',
  sendAgainFrom: 'Se puede enviar de nuevo en {wait}.',
  sendAgainReady: 'El código ya se puede enviar de nuevo.',
  seconds: '{count, plural, one {# segundo} other {# segundos}}',
  minutes: '{count, plural, one {# minuto} other {# minutos}}',
  hours: '{count, plural, one {# hora} other {# horas}}',
  codeEmpty: 'Introduzca el código del SMS.',
  codeTooShort: 'Este código es demasiado corto. Tiene {length} cifras.',
  codeTooLong: 'Este código es demasiado largo. Tiene {length} cifras.',
  codeNotDigits: 'El código solo tiene cifras. Introduzca los números del 0 al 9.',
  codeOtherDigits:
    'Estas cifras no se pueden leer. Cambie el teclado a cifras normales (0 a 9) e introduzca el código de nuevo.',
  codeIncorrect:
    'Este código no es correcto. {tries, plural, =0 {No quedan intentos.} one {Queda # intento.} other {Quedan # intentos.}}',
  codeLocked:
    'Se han introducido demasiados códigos incorrectos. Para su protección, se aceptarán códigos de nuevo en {wait}.',
  codeNotSent: 'El código aún no se ha enviado. Espere un momento e inténtelo de nuevo.',
  factorDisabled:
    'Se han introducido demasiados códigos incorrectos y este teléfono ya no sirve para iniciar sesión. Pida a su administrador que lo restablezca.',
  sendTooSoon: 'Se acaba de enviar un SMS. Se puede enviar de nuevo en {wait}.',
  sendLimit:
    'Se han enviado demasiados SMS y por ahora no se puede enviar ninguno más. Inténtelo de nuevo en {wait}.',
  canEnterCode: 'Un código que ya haya llegado todavía se puede introducir.',
  canAskAdministrator: 'Un administrador de su empresa puede aumentar este límite.',
  canAskSupport: 'Si no puede esperar, diríjase al soporte de su empresa.',
  sendExpiring:
    'Este código caduca en menos de un minuto y no se envía de nuevo. Después se le ofrecerá aquí un código nuevo.',
  phoneUnreachable:
    'La red móvil indica que este teléfono no puede recibir SMS. Compruebe que está encendido y que puede recibirlos, o consulte a su administrador.',
  canCall: 'El código también se puede decir en una llamada.',
  phoneNotCallable:
    'La red indica que no se puede llamar a este teléfono. El código se puede enviar por SMS.',
  countryNotAllowed:
    'No se pueden enviar códigos a números de este país. Use otro número o consulte a su administrador.',
  smsUnavailable:
    'En este momento no se pueden enviar SMS. Espere un momento e inténtelo de nuevo.',
  busy: 'El servicio está ocupado y no se ha perdido nada. Espere un momento e inténtelo de nuevo.',
};
