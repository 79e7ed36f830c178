/** Spanish texts of area `challenge`: entering a code, what to do when it does not come, and how it ends. */

import type { Texts } from '../area.js';
import type { challenge as english } from '../en/challenge.js';

export const challenge: Texts<typeof english> = {
  continueTitle: '¿Continuar en este navegador?',
  continueText:
    'Se le va a pedir un código de seguridad. Continúe si acaba de iniciar sesión y quiere terminar aquí.',
  continueWarning:
    'Si alguien le ha enviado esta dirección, cierre esta página. Nunca se pide un código con un enlace en un mensaje.',
  elsewhereTitle: 'Esto se abrió en otro navegador',
  elsewhereText:
    'Solo se puede terminar allí. Para usar este navegador, empiece de nuevo en la página donde inicia sesión. Las cookies deben estar permitidas para este sitio.',
  codeTitle: 'Introduzca su código de seguridad',
  forSignIn: 'Con él termina su inicio de sesión en {company}.',
  forNumber: 'Demuestra que el número es suyo.',
  forChangePhone: 'Le permite cambiar su número de teléfono.',
  forRemovePhone: 'Le permite eliminar su número de teléfono.',
  forViewPhone: 'Le permite ver su número de teléfono completo.',
  forManageFactors: 'Le permite cambiar cómo demuestra quién es.',
  forWeakenPolicy: 'Le permite reducir la protección de dos pasos en {company}.',
  forOpenConsole: 'Abre la consola de {company}.',
  problemsLink: '¿No ha recibido el SMS?',
  problemsCallLink: '¿No ha recibido la llamada?',
  numberLink: 'Cambiar el número',
  isOver: 'Este código ya no se puede introducir.',
  goOn: 'Seguir',
  problemsTitle: 'Problemas con el código',
  problemsText:
    'Un SMS suele llegar en menos de un minuto. Compruebe que el teléfono está encendido y tiene cobertura.',
  againTitle: 'Enviar el código de nuevo',
  againText:
    'Se envía el mismo código al teléfono que termina en {lastTwo}. Sirve el primer SMS que llegue.',
  helpTitle: 'Ayuda de {company}',
  phoneLostTitle: 'Ya no tengo este teléfono',
  phoneLostText:
    'El número no se puede cambiar mientras inicia sesión. Pida a su administrador que lo restablezca. La próxima vez que inicie sesión podrá añadir otro número.',
  disownTitle: 'No he sido yo',
  disownText:
    'Si esto no lo ha empezado usted, puede que alguien conozca su contraseña. Deténgalo aquí; el código dejará de servir.',
  disown: 'Detener',
  backToCode: 'Volver al código',
  back: 'Volver a la página anterior',
  stoppedTitle: 'Esto se ha detenido',
  stoppedText: 'El código ya no sirve. Vuelva atrás y empiece de nuevo.',
  disownedText: 'El código ya no sirve y lo ocurrido ha quedado registrado.',
  disownedNext:
    'Cambie ahora su contraseña y avise a su administrador. No dé un código a nadie, sea quien sea quien lo pida.',
  expiredTitle: 'Este código ha caducado',
  expiredText: 'Un código solo vale unos minutos. Pida que se envíe uno nuevo y siga donde estaba.',
  expiredNumberTitle: 'Esta página ha caducado',
  expiredNumberText: 'No se ha perdido nada: siga e introduzca su número de nuevo.',
  triedTitle: 'Demasiados códigos incorrectos',
  triedText: 'Este código ya no sirve. Pida que se envíe uno nuevo e introdúzcalo.',
  newCode: 'Enviar un código nuevo',
  overText: 'Vuelva atrás y empiece de nuevo.',
  doneTitle: 'El código se ha aceptado',
  skippedTitle: 'Puede añadir un número más tarde',
  doneText: 'Se continúa en un momento.',
  doneLink: 'Continuar',
};
