/** Italian texts of area `people`: the list of a company’s people, its search, its import and its export. */

import type { Texts } from '../area.js';
import type { people as english } from '../en/people.js';

export const people: Texts<typeof english> = {
  title: 'Persone',
  total:
    '{count, plural, =0 {Nessuno è ancora noto.} one {Una persona è nota.} other {# persone sono note.}}',
  listComplete: 'L’elenco è completo.',
  listPartial:
    'L’elenco non è completo: nella Sua azienda possono esserci persone che non vi figurano.',
  import: 'Aggiungere persone all’elenco',
  export: 'Scaricare questo elenco (CSV)',
  person: 'Persona',
  status: 'Stato',
  until: 'Tempo fino al',
  number: 'Numero',
  registered: 'Registrato',
  lastUsed: 'Ultimo codice accettato',
  search: 'Persona',
  searchHint: 'L’inizio dell’identificativo che il Suo sistema di accesso ha per la persona.',
  searchWrong:
    'Nessun identificativo comincia così: sono fatti di lettere, cifre e . _ ~ : - e non sono indirizzi.',
  order: 'Ordina per',
  orderId: 'Persona',
  orderStatus: 'Stato',
  orderLastUsed: 'Ultimo codice accettato, prima i più recenti',
  show: 'Mostra',
  all: 'Tutti',
  without: 'Tutti quelli senza telefono',
  nobody: 'Nessuno corrisponde.',
  importTitle: 'Aggiungere persone all’elenco',
  importIntro: 'Incolli un elenco con una persona per riga, fino a {count, number} alla volta.',
  importNumber:
    'Un numero è solo una proposta: vale quando la persona lo conferma con un codice inviato a quel numero.',
  importAgain: 'Chi è già nell’elenco resta com’è. Lo stesso elenco può essere inviato due volte.',
  importNobodyGoes: 'Nessuno viene tolto dall’elenco.',
  importList: 'Persone',
  importExample:
    'L’identificativo che il Suo sistema di accesso ha per la persona, poi eventualmente una virgola e il numero di telefono: anna.b,+44 7700 900123',
  importWhole: 'Sono tutti?',
  importComplete: 'Sì, con questo tutti sono nell’elenco',
  importCompleteHint:
    'Solo allora si può dire chi resterebbe escluso. Con più parti, lo spunti con l’ultima.',
  importDo: 'Aggiungi',
  imported: 'L’elenco è stato acquisito',
  importedPeople:
    '{created, plural, =0 {Nessuno è nuovo} one {Una persona è nuova} other {# persone sono nuove}}, {unchanged, plural, =0 {nessuno era già nell’elenco} one {una era già nell’elenco} other {# erano già nell’elenco}}.',
  importedNumbers:
    '{stored, plural, one {Un numero è stato conservato.} other {# numeri sono stati conservati.}}',
  importedIgnored:
    '{ignored, plural, one {Un numero è stato ignorato: la persona ha registrato da sé un telefono.} other {# numeri sono stati ignorati: le persone hanno registrato da sé un telefono.}}',
  rosterEmpty: 'Incolli almeno una riga.',
  rosterTooMany:
    'Incolli al massimo {count, number} righe alla volta. Non è stato acquisito nulla.',
  rosterId:
    'Nessun identificativo utilizzabile, uno ripetuto o uno simile a un altro, alla riga {lines}. Gli identificativi sono fatti di lettere, cifre e . _ ~ : - e non sono indirizzi. Non è stato acquisito nulla.',
  rosterNumber:
    'Nessun numero di telefono che possa ricevere SMS alla riga {lines}. Non è stato acquisito nulla.',
  rosterShape:
    'Più di un identificativo e un numero alla riga {lines}. Non è stato acquisito nulla.',
  back: 'Torna all’elenco',
};
