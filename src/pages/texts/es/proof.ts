/** Spanish texts of area `proof`: a fresh code before an act. */

import type { Texts } from '../area.js';
import type { proof as english } from '../en/proof.js';

export const proof: Texts<typeof english> = {
  title: 'Confirme que es usted',
  change_phone:
    'Se va a cambiar su número de teléfono. Un código nuevo asegura que nadie más lo haga.',
  remove_phone:
    'Se va a quitar su número de teléfono. Un código nuevo asegura que nadie más lo haga.',
  view_phone:
    'Se va a mostrar su número de teléfono completo. Un código nuevo asegura que nadie más lo vea.',
  manage_factors:
    'Se va a cambiar su forma de acceso. Un código nuevo asegura que nadie más lo haga.',
  weaken_policy:
    'Este cambio protege a su empresa menos que antes. Un código nuevo asegura que es usted quien lo hace.',
  open_console:
    'Estas páginas deciden cómo acceden otras personas. Se abren con un código de su teléfono.',
  willSend: 'Se enviará un SMS con un código al teléfono terminado en {lastTwo}.',
  send: 'Enviar el código',
  codeOver: 'Ese código ya no se puede usar. Pida uno nuevo.',
  submitView: 'Mostrar mi número',
  submit: 'Continuar',
  submitOpen: 'Abrir',
  back: 'Volver sin cambiar nada',
  noPhoneTitle: 'Registre antes su teléfono',
  noPhoneText:
    'Estas páginas se abren con un código de su propio teléfono, y todavía no hay ninguno registrado a su nombre.',
  enrol: 'Registrar un teléfono',
  disabledTitle: 'Su teléfono no se puede usar en este momento',
  disabledText:
    'Se introdujeron demasiados códigos erróneos. La administración de su empresa puede restablecerlo.',
};
