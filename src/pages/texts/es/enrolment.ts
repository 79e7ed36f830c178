/** Spanish texts of area `enrolment`: giving the number that codes go to. */

import type { Texts } from '../area.js';
import type { enrolment as english } from '../en/enrolment.js';

export const enrolment: Texts<typeof english> = {
  title: 'Añada su número de móvil',
  why: '{company} protege los inicios de sesión con un segundo paso: después de la contraseña llega un código por SMS a su teléfono. Su número se usa para eso y para nada más.',
  number: 'Número de móvil',
  numberHint: 'Por ejemplo {example}; de otro país con su prefijo, por ejemplo {foreign}.',
  send: 'Enviar un código',
  noticeTitle: 'Qué ocurre con su número',
  noticeVersion: 'Versión {version}',
  confirmTitle: 'Confirme su número de móvil',
  confirmText:
    '{company} ha anotado para usted un número que termina en {lastTwo}. Un código enviado allí demuestra que es suyo.',
  confirmSend: 'Enviar un código al número que termina en {lastTwo}',
  otherNumber: 'Usar otro número',
  otherNumberNotOpen:
    'Si este no es su número, pida a su administrador que lo elimine y que le invite.',
  correctTitle: 'Cambiar el número',
  correctText:
    'El código se envió al número que termina en {lastTwo}. Si no es correcto, introduzca el bueno. Se enviará allí un código nuevo.',
  deadline: 'A partir del {date} se necesita un número para iniciar sesión.',
  skip: 'Ahora no',
  skipDays: 'Ahora no ({days, plural, one {queda # día} other {quedan # días}})',
  numberEmpty: 'Introduzca un número de móvil, por ejemplo {example}.',
  numberWrong:
    'Este número no puede recibir SMS. Introduzca un número de móvil, por ejemplo {example}.',
  noticeChanged:
    'El texto de abajo sobre su número ha cambiado. Léalo de nuevo y pida después que se envíe el código.',
  numbersUsedUp:
    'El número se ha cambiado demasiadas veces. Introduzca el último código enviado, o vuelva atrás y empiece de nuevo.',
  notOpenTitle: 'Ahora no se puede añadir un número',
  notOpenText:
    'Se necesita un código para iniciar sesión en {company}, pero este paso no está abierto para usted. Pida una invitación a su administrador e inicie sesión de nuevo.',
};
