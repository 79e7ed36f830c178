/** Italian texts. */

import type { Catalogue } from './catalogue.js';

export const it: Catalogue = {
  codeSms:
    '{code} è il suo codice di accesso {company}. Scade tra {minutes, plural, one {# minuto} other {# minuti}}. Non lo comunichi a nessuno.',
  codeSmsUnnamed:
    '{code} è il suo codice di accesso. Scade tra {minutes, plural, one {# minuto} other {# minuti}}. Non lo comunichi a nessuno.',
  resetSms:
    '{company}: questo telefono è stato rimosso dal suo accesso. Se non se lo aspettava, avvisi subito il suo amministratore.',
  resetSmsUnnamed:
    'Questo telefono è stato rimosso dal suo accesso. Se non se lo aspettava, avvisi subito il suo amministratore.',
  changedSms:
    '{company}: i suoi codici di accesso arrivano ora a un altro numero. Se non è stato lei, avvisi subito il suo amministratore.',
  changedSmsUnnamed:
    'I suoi codici di accesso arrivano ora a un altro numero. Se non è stato lei, avvisi subito il suo amministratore.',
  callCode:
    'Buongiorno. Questo è un codice di sicurezza per il suo accesso presso {company}. Il suo codice è:',
  callCodeUnnamed:
    'Buongiorno. Questo è un codice di sicurezza per il suo accesso al lavoro. Il suo codice è:',
  callAgain: 'Ripetiamo. Il suo codice è:',
  callEnd:
    'Non lo comunichi a nessuno. Se non ha chiesto questa chiamata, riagganci e avvisi il suo amministratore. Arrivederci.',
  notice: [
    '{company} le chiede il numero di cellulare per un solo scopo: inviarle via SMS codici di sicurezza che provano che è lei ad accedere. Non viene usato per altro: niente pubblicità, niente elenchi di contatti.',
    'Il suo numero è conservato cifrato; colleghi e amministratori ne vedono al massimo le ultime due cifre. Gli SMS sono consegnati da Twilio, un fornitore (responsabile del trattamento) negli Stati Uniti e in altri paesi, con garanzie contrattuali di protezione dei dati, e dalle reti mobili. Twilio conserva una traccia di ogni messaggio finché non viene cancellata lì.',
    'Il numero è conservato finché lei o {company} non lo fate rimuovere; le registrazioni degli accessi sono conservate per un tempo limitato per sicurezza.',
    'Può chiedere di vedere, correggere, cancellare o ricevere i suoi dati, opporsi al loro uso e rivolgersi a un’autorità di protezione dei dati. Contatto: {contact}.',
    'Gli SMS richiedono copertura di rete e proteggono meno di un’app di autenticazione: possono arrivare tardi, andare persi o essere intercettati. Se non può o non vuole usare il telefono, chieda a {company} un’altra soluzione.',
  ],
  noticeCalls:
    'Il codice le può anche essere dettato in una telefonata, su un cellulare o su un telefono fisso, se lo chiede o se {company} ha deciso così. In tal caso il suo numero viene chiamato solo a questo scopo, sempre tramite Twilio; le telefonate non vengono registrate.',
};
