/** Italian texts of area `errors`: what a page says when it cannot do what was asked. */

import type { Texts } from '../area.js';
import type { errors as english } from '../en/errors.js';

export const errors: Texts<typeof english> = {
  badRequestTitle: 'Impossibile leggere questa richiesta',
  badRequestText:
    'Torni indietro e riprovi. Se succede ancora, ricominci dalla pagina da cui è arrivato.',
  formExpiredTitle: 'Questa pagina è rimasta aperta troppo a lungo',
  formExpiredText:
    'Non è stato modificato nulla. Torni indietro, ricarichi la pagina e riprovi. I cookie devono essere consentiti per questo sito.',
  forbiddenTitle: 'Questa pagina non è disponibile per lei',
  forbiddenText: 'Se pensa che dovrebbe esserlo, si rivolga all’amministratore.',
  notFoundTitle: 'Questa pagina non esiste',
  notFoundText:
    'Potrebbe essere scaduta, o l’indirizzo è incompleto. Ricominci dalla pagina di accesso.',
  wrongMethodTitle: 'Questa pagina non si può aprire così',
  wrongMethodText: 'Torni indietro e usi i pulsanti della pagina.',
  notNowTitle: 'Questo non è possibile ora',
  notNowText: 'Nel frattempo qualcosa è cambiato. Torni indietro e ricarichi la pagina.',
  tooLargeTitle: 'Il testo è troppo lungo',
  tooLargeText: 'Non è stato modificato nulla. Torni indietro e invii meno testo per volta.',
  tooManyTitle: 'Troppi tentativi',
  tooManyText: 'Riprovi tra {minutes, plural, one {# minuto} other {# minuti}}.',
  brokenTitle: 'Qualcosa non ha funzionato',
  brokenText:
    'L’errore è dalla nostra parte. Torni indietro e riprovi; se succede ancora, comunichi all’amministratore il riferimento qui sotto.',
  busyTitle: 'Il servizio è occupato',
  busyText: 'Attenda un momento e riprovi. Non è andato perso nulla.',
  reference: 'Riferimento: {id}',
};
