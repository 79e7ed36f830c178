/** Italian texts of area `account`: one's own phone and what can be done with it. */

import type { Texts } from '../area.js';
import type { account as english } from '../en/account.js';

export const account: Texts<typeof english> = {
  title: 'La sicurezza del Suo accesso',
  navPhone: 'Telefono',
  navHistory: 'Cronologia',
  navNotice: 'Informativa sulla privacy',
  navConsole: 'Console di amministrazione',
  mode_off: '{company} al momento non chiede codici.',
  mode_optional: '{company} Le chiede un codice all’accesso se risulta registrato un telefono.',
  mode_required: '{company} chiede a tutti un codice all’accesso.',
  phone: 'Il Suo telefono',
  number: 'Numero',
  registered: 'Registrato',
  lastUsed: 'Ultimo uso',
  unknown: 'Non noto',
  never: 'Non ancora',
  showFull: 'Mostra il numero intero',
  change: 'Cambia il numero',
  remove: 'Rimuovi il numero',
  noPhone: 'Non risulta registrato nessun telefono.',
  importedPhone:
    'La Sua azienda ha indicato per Lei il numero {number}. Varrà quando lo avrà confermato con un codice.',
  noLeave: 'Un telefono si può registrare solo su invito. Lo chieda alla Sua amministrazione.',
  enrol: 'Registra un telefono',
  phoneDisabled:
    'Sono stati inseriti troppi codici errati e questo telefono non è più accettato. Chieda alla Sua amministrazione di reimpostarlo.',
  phoneUndeliverable:
    'La rete mobile segnala che questo telefono non può ricevere SMS. Può cambiare il numero o chiedere alla Sua amministrazione di reimpostarlo.',
  phoneLocked:
    'Sono stati inseriti troppi codici errati. I codici saranno di nuovo accettati tra {minutes, plural, one {# minuto} other {# minuti}}.',
  questions: 'Domande e reclami',
  questionsText:
    'Per domande, rettifiche, una copia dei dati che La riguardano o un reclamo si rivolga a: {contact}. Può anche presentare reclamo a un’autorità per la protezione dei dati.',
  done_changed:
    'Il Suo nuovo numero è registrato. Il numero precedente è stato avvisato con un SMS.',
  done_enrolled: 'Il Suo telefono è registrato. D’ora in poi i codici saranno inviati lì.',
  done_removed: 'Il Suo numero di telefono è stato rimosso.',
  historyTitle: 'Cronologia',
  noticeTitle: 'Informativa sulla privacy',
  noticeVersion: 'Versione {version}',
  back: 'Torna al Suo account',
  keep: 'Torna indietro senza cambiare nulla',
  sendCode: 'Invia un codice di conferma',
  fullTitle: 'Il Suo numero di telefono',
  fullText:
    'Il Suo numero sta per essere mostrato per intero su questo schermo. Sarà annotato nella Sua cronologia.',
  fullShow: 'Mostra il mio numero',
  fullRecorded:
    'È stato annotato nella Sua cronologia. Nessun altro può vedere qui il numero intero.',
  removeTitle: 'Rimuovere il numero che termina con {lastTwo}?',
  removeThen: 'Accederà a {company} senza codice: solo la password proteggerà il Suo accesso.',
  removeThenOff:
    '{company} al momento non chiede codici, quindi per il Suo accesso non cambia nulla.',
  removeErased:
    'Il numero viene cancellato. I registri degli accessi passati sono conservati per un tempo limitato.',
  removeTold: 'Un SMS avvisa il telefono che termina con {lastTwo} della rimozione.',
  removeAgain:
    'Per usare di nuovo i codici servirà un invito della Sua amministrazione, a meno che l’azienda non lasci libera la registrazione.',
  removeDo: 'Rimuovi il numero',
  removeRequired:
    '{company} chiede a tutti un codice e questo è il Suo unico telefono. Non si può rimuovere, ma si può cambiare.',
  changeTitle: 'Cambia il Suo numero di telefono',
  changeStepOld:
    'Prima un codice viene inviato al telefono che termina con {lastTwo}, per assicurarsi che sia Lei.',
  changeStepNew: 'Poi inserisce il nuovo numero e il codice che gli viene inviato.',
  changeStepDone: 'Solo allora vale il nuovo numero. Quello precedente è avvisato con un SMS.',
  changeLost: 'Se non ha più il vecchio telefono, chieda alla Sua amministrazione di reimpostarlo.',
  changeNew:
    'Inserisca il nuovo numero. Quello precedente resta finché non avrà inserito il codice inviato al nuovo.',
  newTitle: 'Registri il Suo telefono',
  newWhy:
    '{company} chiede all’accesso un codice dal Suo telefono. Il numero serve per questi codici e per nient’altro.',
  newImported:
    'La Sua azienda ha indicato per Lei un numero che termina con {lastTwo}. Lo inserisca per intero per confermarlo.',
  newOff: 'La Sua azienda al momento non chiede codici, quindi non serve alcun numero.',
  newNumber: 'Numero di cellulare',
  newHint:
    'Come lo comporrebbe, per esempio {example}, o con il prefisso del Paese, per esempio {foreign}. Deve poter ricevere SMS.',
  sendCodeTo: 'Invia un codice a questo numero',
  numberWrong: 'Inserisca un numero di cellulare, per esempio {example}.',
  numberSame: 'Questo numero risulta già registrato. Ne inserisca un altro.',
  noticeChanged: 'L’informativa è cambiata. La rilegga qui sotto e invii di nuovo il numero.',
  numberTooOften:
    'Il numero è stato corretto troppe volte. Inserisca il codice inviato o ricominci più tardi.',
  codeTitle: 'Inserisca il codice ricevuto al nuovo numero',
  codeSubmit: 'Conferma il numero',
  correctLink: 'Il numero è errato? Lo corregga',
  correctTitle: 'Correggi il numero',
  correctText: 'Inserisca di nuovo il numero. Il codice inviato prima non varrà più.',
  correctBack: 'Torna al codice',
  codeOverTitle: 'Questo codice non è più utilizzabile',
  codeOverText:
    'È scaduto o sono stati inseriti troppi codici errati. Il Suo numero registrato non è cambiato.',
  beginAgain: 'Ricomincia',
};
