/** Italian texts of area `enrolment`: giving the number that codes go to. */

import type { Texts } from '../area.js';
import type { enrolment as english } from '../en/enrolment.js';

export const enrolment: Texts<typeof english> = {
  title: 'Aggiunga il suo numero di cellulare',
  why: '{company} protegge gli accessi con un secondo passaggio: dopo la password, un codice arriva via SMS sul suo telefono. Il suo numero serve a questo e a nient’altro.',
  number: 'Numero di cellulare',
  numberHint:
    'Per esempio {example}; di un altro paese con il suo prefisso, per esempio {foreign}.',
  send: 'Invia un codice',
  noticeTitle: 'Che cosa succede al suo numero',
  noticeVersion: 'Versione {version}',
  confirmTitle: 'Confermi il suo numero di cellulare',
  confirmText:
    '{company} ha inserito per lei un numero che termina con {lastTwo}. Un codice inviato a quel numero dimostra che è suo.',
  confirmSend: 'Invia un codice al numero che termina con {lastTwo}',
  otherNumber: 'Usa un altro numero',
  otherNumberNotOpen:
    'Se non è il suo numero, chieda al suo amministratore di rimuoverlo e di invitarla.',
  correctTitle: 'Cambia il numero',
  correctText:
    'Il codice è stato inviato al numero che termina con {lastTwo}. Se è sbagliato, inserisca quello giusto. Lì sarà inviato un nuovo codice.',
  deadline: 'Dal {date} serve un numero per accedere.',
  skip: 'Non ora',
  skipDays: 'Non ora ({days, plural, one {resta # giorno} other {restano # giorni}})',
  numberEmpty: 'Inserisca un numero di cellulare, per esempio {example}.',
  numberWrong:
    'Questo numero non può ricevere SMS. Inserisca un numero di cellulare, per esempio {example}.',
  noticeChanged:
    'Il testo qui sotto sul suo numero è cambiato. Lo rilegga, poi faccia inviare il codice.',
  numbersUsedUp:
    'Il numero è stato cambiato troppe volte. Inserisca l’ultimo codice inviato, oppure torni indietro e ricominci.',
  notOpenTitle: 'Ora non si può aggiungere un numero',
  notOpenText:
    'Per accedere a {company} serve un codice, ma questo passaggio non è aperto per lei. Chieda un invito al suo amministratore, poi acceda di nuovo.',
};
