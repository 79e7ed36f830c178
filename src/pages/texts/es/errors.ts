/** Spanish texts of area `errors`: what a page says when it cannot do what was asked. */

import type { Texts } from '../area.js';
import type { errors as english } from '../en/errors.js';

export const errors: Texts<typeof english> = {
  badRequestTitle: 'No se pudo leer esta solicitud',
  badRequestText:
    'Vuelva atrás e inténtelo de nuevo. Si vuelve a ocurrir, empiece otra vez desde la página de la que venía.',
  formExpiredTitle: 'Esta página ha estado abierta demasiado tiempo',
  formExpiredText:
    'No se ha cambiado nada. Vuelva atrás, recargue la página e inténtelo de nuevo. Las cookies deben estar permitidas en este sitio.',
  forbiddenTitle: 'No tiene acceso a esta página',
  forbiddenText: 'Si cree que debería tenerlo, consulte a su administrador.',
  notFoundTitle: 'Esta página no existe',
  notFoundText:
    'Puede que haya caducado o que la dirección esté incompleta. Empiece de nuevo desde la página de inicio de sesión.',
  wrongMethodTitle: 'Esta página no se puede abrir así',
  wrongMethodText: 'Vuelva atrás y use los botones de la página.',
  notNowTitle: 'Esto no se puede hacer ahora',
  notNowText: 'Algo ha cambiado mientras tanto. Vuelva atrás y recargue la página.',
  tooLargeTitle: 'El texto es demasiado largo',
  tooLargeText: 'No se ha cambiado nada. Vuelva atrás y envíe menos de una vez.',
  tooManyTitle: 'Demasiados intentos',
  tooManyText: 'Inténtelo de nuevo dentro de {minutes, plural, one {# minuto} other {# minutos}}.',
  brokenTitle: 'Algo ha fallado',
  brokenText:
    'El fallo está de nuestra parte. Vuelva atrás e inténtelo de nuevo; si vuelve a ocurrir, indique a su administrador la referencia de abajo.',
  busyTitle: 'El servicio está ocupado',
  busyText: 'Espere un momento e inténtelo de nuevo. No se ha perdido nada.',
  reference: 'Referencia: {id}',
};
