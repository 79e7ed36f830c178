/** Italian texts of area `policy`: two-factor for a company, how it stands and how it is changed. */

import type { Texts } from '../area.js';
import type { policy as english } from '../en/policy.js';

export const policy: Texts<typeof english> = {
  title: 'Accesso a due fattori',
  mode: 'Due fattori',
  modeOff: 'Disattivato',
  modeOptional: 'Facoltativo',
  modeRequired: 'Obbligatorio',
  modeOffHint: 'A nessuno viene chiesto un codice.',
  modeOptionalHint:
    'Il codice viene chiesto a chi ha registrato un telefono. Nessuno è tenuto a registrarlo.',
  modeRequiredHint:
    'Il codice viene chiesto a tutti. Chi non ha un telefono registrato può rimandare fino al giorno qui sotto.',
  modeMissing: 'Scelga se i due fattori sono disattivati, facoltativi o obbligatori.',
  enforceFrom: 'Obbligatorio dal',
  enforceFromHint:
    'Solo per «Obbligatorio». Dalle 9 di quel giorno ({zone}) nessuno accede senza codice. Oggi significa subito.',
  deadlineWrong: 'Indichi un giorno da oggi in poi, per esempio 2027-01-04.',
  noDeadline: 'Nessun giorno',
  enrolmentDays: 'Giorni per registrare da soli un telefono',
  enrolmentDaysHint:
    'Contati dall’attivazione o dal giorno qui sopra. Poi serve un invito. Da 1 a 365.',
  enrolmentDaysWrong: 'Indichi un numero intero di giorni da 1 a 365.',
  days: '{days, plural, one {# giorno} other {# giorni}}',
  countries: 'Paesi',
  countriesHint: 'I codici vengono inviati solo a numeri di questi paesi.',
  countriesAll: 'Tutti quelli che il servizio consente',
  countriesSome: 'Solo quelli selezionati nell’elenco',
  countriesList: 'Elenco dei paesi',
  countriesMissing: 'Selezioni almeno un paese dell’elenco, oppure scelga tutti.',
  allCountries: 'Tutti quelli che il servizio consente: {countries}',
  smsPerDay: 'SMS al giorno, al massimo',
  smsPerDayHint:
    'Protegge da un’ondata di messaggi. Vuoto: 6 per persona, ma almeno 200. Il primo codice del giorno arriva sempre a ogni persona.',
  smsPerDayWrong: 'Indichi un numero intero da 1 a 1000000, oppure lasci vuoto il campo.',
  smsDefault: '6 per persona, ma almeno 200',
  setting: 'Impostazione',
  now: 'Adesso',
  after: 'Dopo',
  yours: 'La Sua modifica',
  change: 'Modificare',
  check: 'Verifica la modifica',
  checkHint: 'Ancora non cambia nulla: la pagina seguente mostra che cosa comporterebbe.',
  same: 'È già così. Non è stato cambiato nulla.',
  saved: 'La modifica è salvata',
  savedText: 'Vale ovunque entro cinque secondi.',
  undo: 'Annulla questa modifica',
  erased:
    'I due fattori sono disattivati. I numeri registrati saranno cancellati il {date}, se non vengono riattivati.',
  peopleEnrolled: 'Persone con un telefono',
  outOf: '{count, number} su {total, number}',
  peopleWithout: 'Persone senza telefono',
  peopleStuck: 'Persone il cui telefono è bloccato o non raggiungibile',
  roster: 'Elenco delle persone',
  rosterIsComplete: 'Completo',
  rosterIsPartial: 'Incompleto',
  rosterIsEmpty: 'Vuoto',
  lastChange: 'Ultima modifica il {date}, di {who}.',
  lastChangeWhy: 'Ultima modifica il {date}, di {who}. Motivo indicato: {reason}',
  byAdmin: 'amministratore {id}',
  byOperator: 'gestore del servizio ({id})',
  bySystem: 'sistema di accesso ({id})',
  byOther: '{id}',
  confirmTitle: 'Verificare e salvare',
  changes: 'Che cosa cambia',
  effects: 'Che cosa comporta',
  effectOff: 'A nessuno viene più chiesto un codice',
  effectErased:
    '{count, plural, =0 {Nessuno ha registrato un telefono: non sarà cancellato nulla.} one {Un numero registrato perde il suo scopo. Sarà cancellato dopo {days} giorni, il {date}, se i due fattori non vengono riattivati prima.} other {# numeri registrati perdono il loro scopo. Saranno cancellati dopo {days} giorni, il {date}, se i due fattori non vengono riattivati prima.}}',
  effectEnrolled:
    'Con un telefono registrato: {enrolled, number} su {people, plural, one {una persona nota} other {# persone note}}. Verrà chiesto loro un codice.',
  effectNotEnrolled:
    '{count, plural, =0 {Nessuno è senza telefono.} one {Una persona non ha registrato un telefono. Le viene chiesto al prossimo accesso e dal {date} non potrà farne a meno.} other {# persone non hanno registrato un telefono. Viene chiesto loro al prossimo accesso e dal {date} non potranno farne a meno.}}',
  effectOptional:
    '{count, plural, =0 {Nessuno è senza telefono.} one {Una persona non ha registrato un telefono e accede come prima.} other {# persone non hanno registrato un telefono e accedono come prima.}}',
  effectCountry:
    '{count, plural, one {Una persona ha un numero di questo paese, al quale non verrebbero più inviati codici: {country}.} other {# persone hanno un numero di questo paese, al quale non verrebbero più inviati codici: {country}.}}',
  lockedOutNobody: 'Nessuno del Suo elenco resterebbe escluso il {date}.',
  lockedOut:
    '{count, plural, one {Una persona resterebbe esclusa il {date}} other {# persone resterebbero escluse il {date}}}',
  lockedOutHelp:
    'Non potrebbero né inserire un codice né registrare da sole un telefono. Le inviti o le reimposti prima, oppure scelga un giorno successivo.',
  lockedOutUnknown: 'Non si può dire chi resterebbe escluso',
  lockedOutKnown:
    '{count, plural, one {Tra le persone note, almeno una resterebbe esclusa il {date}.} other {Tra le persone note, almeno # resterebbero escluse il {date}.}}',
  rosterEmpty:
    'L’elenco delle persone è vuoto: nella Sua azienda possono esserci persone che qui non sono contate.',
  rosterPartial:
    'L’elenco delle persone è incompleto: nella Sua azienda possono esserci persone che qui non sono contate.',
  rosterHow:
    'Chi gestisce il sistema di accesso completa l’elenco importando tutti e contrassegnando l’importazione come completa. Allora questa pagina nomina tutti coloro che resterebbero esclusi.',
  who: 'Chi sono',
  whoMore: '{count, plural, one {e un’altra} other {e altre #}}',
  limits: 'Che cosa fanno e non fanno i due fattori',
  limitSpeed: 'Una modifica vale per ogni accesso che inizia cinque secondi dopo.',
  limitAccess: 'Impediscono l’accesso. Non eliminano nessuno e non cambiano i diritti di nessuno.',
  limitSessions: 'Chi è già entrato resta dentro finché il Suo sistema non lo termina.',
  limitUnderWay: 'Un accesso in corso si conclude con l’impostazione precedente.',
  limitDoor:
    'Proteggono gli accessi che interrogano questo servizio. Un accesso che non lo interroga non è protetto.',
  limitSms:
    'Un SMS protegge dal furto di password, ma non da tutto: un numero di telefono può essere sottratto. Un codice non si dice a nessuno.',
  weaker: 'Questo protegge meno di prima: {settings}',
  weakerText:
    'Servono un nuovo codice dal Suo telefono e un motivo. Entrambi vengono registrati con la modifica.',
  prove: 'Continua con un codice',
  codeOver:
    'Il codice inserito non è più utilizzabile. Non è stato cambiato nulla. Ne inserisca uno nuovo.',
  reason: 'Motivo',
  reasonOptional: 'Motivo (facoltativo)',
  reasonHint:
    'Conservato nel registro delle modifiche, che leggono gli altri amministratori. Nessun dato personale.',
  reasonMissing: 'Indichi il motivo: questo protegge meno di prima.',
  reasonWrong: 'Il motivo può avere al massimo 500 caratteri di testo semplice.',
  confirmation: 'Digiti «{company}» per confermare',
  confirmationHint:
    '{count, plural, one {Una persona resterà esclusa.} other {# persone resteranno escluse.}}',
  confirmationUnknown: 'Chi non è nell’elenco potrebbe restare escluso.',
  confirmationWrong: 'Digiti il nome dell’azienda come compare sopra il campo.',
  save: 'Salva la modifica',
  back: 'Indietro senza modificare nulla',
  conflictTitle: 'L’impostazione è stata cambiata nel frattempo',
  conflictText: 'Di Suo non è stato salvato nulla, perché nessuna modifica vada persa.',
  conflictTable: 'Dove la Sua modifica differisce',
  conflictAgain: 'Verifica la Sua modifica con l’impostazione attuale',
  conflictDrop: 'Ricomincia dall’impostazione attuale',
  textsTitle: 'Che cosa leggono le persone',
  textsIntro:
    'Ognuno legge la propria lingua, se il sistema di accesso o il browser la indica, altrimenti quella dell’azienda. Il codice è un esempio e non è stato inviato nulla.',
  textsSms: 'SMS con il codice',
  textsNotice: 'Informativa prima di registrare un telefono ({language})',
};
