/** Italian texts of area `code-entry`: the code, sending it again, and what can go wrong with either. */

import type { Texts } from '../area.js';
import type { codeEntry as english } from '../en/code-entry.js';

export const codeEntry: Texts<typeof english> = {
  code: 'Codice di sicurezza',
  codeHint: 'Le {length} cifre dell’SMS',
  codeHintCall: 'Le {length} cifre della chiamata',
  submit: 'Continua',
  sentTo: 'Un SMS con il codice è in arrivo sul telefono che termina con {lastTwo}.',
  sentUnsure:
    'Non è certo che l’SMS al telefono che termina con {lastTwo} sia partito. Se non arriva, lo faccia inviare di nuovo.',
  sentArrived: 'L’SMS con il codice è arrivato sul telefono che termina con {lastTwo}.',
  sentFailed:
    'L’SMS al telefono che termina con {lastTwo} non è arrivato. Controlli che sia acceso e abbia campo, poi faccia inviare di nuovo il codice.',
  callTo:
    'È in corso la chiamata al telefono che termina con {lastTwo}. Il codice viene detto due volte.',
  callUnsure:
    'Non è certo che il telefono che termina con {lastTwo} venga chiamato. Se non squilla, faccia inviare di nuovo il codice.',
  callEnded: 'Il telefono che termina con {lastTwo} è stato chiamato e il codice è stato detto.',
  callFailed:
    'La chiamata al telefono che termina con {lastTwo} non è riuscita. Faccia inviare di nuovo il codice.',
  callUnanswered:
    'Nessuno ha risposto alla chiamata al telefono che termina con {lastTwo}. Chieda un’altra chiamata quando può rispondere.',
  sentAgain: 'Il codice è stato inviato di nuovo al telefono che termina con {lastTwo}.',
  sendAgain: 'Invia di nuovo il codice',
  sendText: 'Invia il codice via SMS',
  callMe: 'Chiamami per dire il codice',
  sendAgainFrom: 'Si può inviare di nuovo tra {wait}.',
  sendAgainReady: 'Ora il codice può essere inviato di nuovo.',
  seconds: '{count, plural, one {# secondo} other {# secondi}}',
  minutes: '{count, plural, one {# minuto} other {# minuti}}',
  hours: '{count, plural, one {# ora} other {# ore}}',
  codeEmpty: 'Inserisca il codice ricevuto via SMS.',
  codeTooShort: 'Questo codice è troppo corto. Ha {length} cifre.',
  codeTooLong: 'Questo codice è troppo lungo. Ha {length} cifre.',
  codeNotDigits: 'Il codice contiene solo cifre. Inserisca i numeri da 0 a 9.',
  codeOtherDigits:
    'Queste cifre non possono essere lette. Imposti la tastiera sulle cifre normali (da 0 a 9) e inserisca di nuovo il codice.',
  codeIncorrect:
    'Questo codice non è corretto. {tries, plural, =0 {Non restano tentativi.} one {Resta # tentativo.} other {Restano # tentativi.}}',
  codeLocked:
    'Sono stati inseriti troppi codici errati. Per la sua protezione, i codici saranno accettati di nuovo tra {wait}.',
  codeNotSent: 'Il codice non è ancora stato inviato. Attenda un momento e riprovi.',
  factorDisabled:
    'Sono stati inseriti troppi codici errati e questo telefono non può più essere usato per accedere. Chieda al suo amministratore di reimpostarlo.',
  sendTooSoon: 'Un SMS è appena stato inviato. Si può inviare di nuovo tra {wait}.',
  sendLimit:
    'Sono stati inviati troppi SMS e per ora non se ne possono inviare altri. Riprovi tra {wait}.',
  canEnterCode: 'Un codice già arrivato si può ancora inserire.',
  canAskAdministrator: 'Un amministratore della sua azienda può aumentare questo limite.',
  canAskSupport: 'Se non può attendere, si rivolga al supporto della sua azienda.',
  sendExpiring:
    'Questo codice scade tra meno di un minuto e non viene inviato di nuovo. Dopo, qui le verrà offerto un nuovo codice.',
  phoneUnreachable:
    'La rete mobile segnala che questo telefono non può ricevere SMS. Controlli che sia acceso e possa riceverne, o si rivolga al suo amministratore.',
  canCall: 'Il codice può essere detto anche in una chiamata.',
  phoneNotCallable:
    'La rete segnala che questo telefono non può essere chiamato. Il codice può essere inviato via SMS.',
  countryNotAllowed:
    'Non si possono inviare codici a numeri di questo paese. Usi un altro numero o si rivolga al suo amministratore.',
  smsUnavailable: 'Al momento non si possono inviare SMS. Attenda un momento e riprovi.',
  busy: 'Il servizio è molto occupato e nulla è andato perso. Attenda un momento e riprovi.',
};
