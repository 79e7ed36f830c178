/** Spanish texts of area `person`: one person, as administrators and support see them. */

import type { Texts } from '../area.js';
import type { person as english } from '../en/person.js';

export const person: Texts<typeof english> = {
  title: 'Persona {userId}',
  status: 'Estado',
  statusDisabled: 'Bloqueado',
  statusLocked: 'En pausa',
  statusUnreachable: 'No localizable',
  statusEnrolled: 'Registrado',
  statusReset: 'Restablecido',
  statusInvited: 'Invitado',
  statusInGrace: 'Aún tiene plazo',
  statusNotEnrolled: 'No registrado',
  whyDisabled:
    'Se han introducido demasiados códigos incorrectos, una y otra vez. Ya no se acepta ningún código.',
  whyLocked:
    'Se han introducido demasiados códigos incorrectos. Se volverán a aceptar códigos dentro de {minutes, plural, one {# minuto} other {# minutos}}.',
  whyUnreachable:
    'Hay un teléfono registrado, pero ningún código le llega: la red móvil rechaza los mensajes o su país no está entre los permitidos.',
  whyEnrolled: 'Hay un teléfono registrado y confirmado.',
  whyReset: 'El teléfono se restableció y desde entonces no se ha registrado otro.',
  whyInvited: 'No hay ningún teléfono registrado. Hay una invitación abierta.',
  whyInGrace: 'No hay ningún teléfono registrado. Puede aplazarse hasta el {date}.',
  whyNotEnrolled: 'No hay ningún teléfono registrado.',
  nextOff: 'La verificación en dos pasos está desactivada: no se pide código a nadie.',
  nextDisabled:
    'Esta persona no puede iniciar sesión. Al restablecer, puede volver a registrar un teléfono.',
  nextLocked: 'Basta con esperar. Si se ha perdido el teléfono, restablézcalo.',
  nextUnreachable:
    'Esta persona no puede iniciar sesión por ahora. Puede esperar o, al restablecer, registrar otro teléfono.',
  nextEnrolled: 'A esta persona se le pide un código en cada inicio de sesión.',
  nextOpen:
    'Esta persona puede registrar un teléfono en el próximo inicio de sesión, hasta el {date}.',
  nextReset:
    'El plazo para registrar otro teléfono ha terminado. Esta persona necesita una invitación.',
  nextOptional:
    'Esta persona inicia sesión sin código. Una invitación le pide que registre un teléfono.',
  nextRequired:
    'En el próximo inicio de sesión se le pide a esta persona que registre un teléfono. Si los días para hacerlo por su cuenta han pasado, necesita una invitación.',
  number: 'Número',
  numberImported: 'Número propuesto, sin confirmar',
  registered: 'Registrado',
  lastUsed: 'Último código aceptado',
  notYet: 'Todavía no',
  listed: 'En la lista desde',
  notListed: 'No está en la lista',
  failures: 'Códigos incorrectos seguidos',
  records: 'Registro de esta persona',
  another: 'Buscar a otra persona',
  oneself: 'Es usted. Su propio teléfono se cambia con un código nuevo, no se restablece.',
  ownAccount: 'Su cuenta',
  reason: 'Motivo',
  reasonHint: 'Se conserva en el registro, donde lo leen la persona y los administradores.',
  reasonMissing: 'Indique el motivo.',
  reasonWrong: 'El motivo puede tener como máximo 500 caracteres de texto sencillo.',
  inviteTitle: 'Invitar',
  inviteWhat:
    'Una invitación permite a esta persona registrar un teléfono en el próximo inicio de sesión. No se envía ningún mensaje: avísele usted.',
  inviteUntil: 'Hasta el final del',
  inviteUntilHint: 'Como máximo con {days} días de antelación.',
  inviteUntilWrong:
    'Indique un día a partir de hoy, como máximo con {days} días de antelación, por ejemplo 2027-01-04.',
  inviteDo: 'Invitar',
  doneInvited: 'La invitación está abierta',
  doneInvitedText: 'Hasta el {date} esta persona puede registrar un teléfono al iniciar sesión.',
  resetTitle: 'Teléfono perdido o cambiado',
  resetWhen: 'Al restablecer se quita el teléfono y la persona puede registrar otro.',
  resetGo: 'Restablecer el teléfono…',
  resetAsk: '¿Restablecer el teléfono de {userId}?',
  resetGone: 'El número se quita de inmediato y no se puede recuperar.',
  resetEnds: 'Los inicios de sesión que esperan un código terminan.',
  resetTold: 'Al número que se quita se le avisa por SMS, si estaba confirmado.',
  resetAgain:
    'Durante siete días, quien inicie sesión con la contraseña de esta persona puede registrar otro teléfono.',
  resetSure: 'Por eso, asegúrese primero de que es realmente esta persona quien lo pide.',
  resetDo: 'Restablecer el teléfono',
  resetKeep: 'Volver sin cambiar nada',
  doneReset: 'El teléfono se ha restablecido',
  doneResetText: 'Hasta el {date} esta persona puede registrar otro teléfono al iniciar sesión.',
};
