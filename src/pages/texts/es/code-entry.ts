/** Spanish texts of area `code-entry`: the code, sending it again, and what can go wrong with either. */

import type { Texts } from '../area.js';
import type { codeEntry as english } from '../en/code-entry.js';

export const codeEntry: Texts<typeof english> = {
  code: 'Código de seguridad',
  codeHint: 'Las {length} cifras del SMS',
  submit: 'Continuar',
  sentTo: 'Un SMS con el código va de camino al teléfono que termina en {lastTwo}.',
  sentUnsure:
    'No es seguro que se haya enviado el SMS al teléfono que termina en {lastTwo}. Si no llega, pida que se envíe de nuevo.',
  sentAgain: 'El código se ha enviado de nuevo al teléfono que termina en {lastTwo}.',
  sendAgain: 'Enviar el código de nuevo',
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
  countryNotAllowed:
    'No se pueden enviar códigos a números de este país. Use otro número o consulte a su administrador.',
  smsUnavailable:
    'En este momento no se pueden enviar SMS. Espere un momento e inténtelo de nuevo.',
  busy: 'El servicio está ocupado y no se ha perdido nada. Espere un momento e inténtelo de nuevo.',
};
