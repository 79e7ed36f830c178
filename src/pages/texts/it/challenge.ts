/** Italian texts of area `challenge`: entering a code, what to do when it does not come, and how it ends. */

import type { Texts } from '../area.js';
import type { challenge as english } from '../en/challenge.js';

export const challenge: Texts<typeof english> = {
  continueTitle: 'Continuare in questo browser?',
  continueText:
    'Sta per essere chiesto un codice di sicurezza. Continui se ha appena effettuato l’accesso personalmente e vuole terminare qui.',
  continueWarning:
    'Se qualcuno le ha inviato questo indirizzo, chiuda questa pagina. Un codice non viene mai chiesto con un link in un messaggio.',
  elsewhereTitle: 'È stato aperto in un altro browser',
  elsewhereText:
    'Si può terminare solo lì. Per usare questo browser, ricominci dalla pagina in cui accede. I cookie devono essere consentiti per questo sito.',
  codeTitle: 'Inserisca il suo codice di sicurezza',
  forSignIn: 'Completa il suo accesso a {company}.',
  forNumber: 'Dimostra che il numero è suo.',
  forChangePhone: 'Le permette di cambiare il suo numero di telefono.',
  forRemovePhone: 'Le permette di rimuovere il suo numero di telefono.',
  forViewPhone: 'Le permette di vedere per intero il suo numero di telefono.',
  forManageFactors: 'Le permette di cambiare come dimostra chi è.',
  forWeakenPolicy: 'Le permette di ridurre la protezione in due passaggi di {company}.',
  forOpenConsole: 'Apre la console di {company}.',
  problemsLink: 'Non ha ricevuto l’SMS?',
  problemsCallLink: 'Non ha ricevuto la chiamata?',
  numberLink: 'Cambia il numero',
  isOver: 'Questo codice non può più essere inserito.',
  goOn: 'Prosegui',
  problemsTitle: 'Problemi con il codice',
  problemsText:
    'Un SMS arriva di solito entro un minuto. Controlli che il telefono sia acceso e abbia campo.',
  againTitle: 'Invia di nuovo il codice',
  againText:
    'Lo stesso codice viene inviato al telefono che termina con {lastTwo}. Vale il primo SMS che arriva.',
  helpTitle: 'Aiuto di {company}',
  phoneLostTitle: 'Non ho più questo telefono',
  phoneLostText:
    'Il numero non si può cambiare durante l’accesso. Chieda al suo amministratore di reimpostarlo. Al prossimo accesso potrà indicare un altro numero.',
  disownTitle: 'Non ero io',
  disownText:
    'Se non ha iniziato lei questa richiesta, forse qualcuno conosce la sua password. La fermi qui; il codice non varrà più nulla.',
  disown: 'Ferma',
  backToCode: 'Torna al codice',
  back: 'Torna alla pagina precedente',
  stoppedTitle: 'La richiesta è stata fermata',
  stoppedText: 'Il codice non è più valido. Torni indietro e ricominci.',
  disownedText: 'Il codice non è più valido e l’accaduto è stato registrato.',
  disownedNext:
    'Cambi subito la password e avvisi il suo amministratore. Non dia un codice a nessuno, chiunque lo chieda.',
  expiredTitle: 'Questo codice è scaduto',
  expiredText:
    'Un codice vale solo pochi minuti. Ne faccia inviare uno nuovo e riprenda da dove era.',
  expiredNumberTitle: 'Questa pagina è scaduta',
  expiredNumberText: 'Nulla è andato perso: prosegua e inserisca di nuovo il numero.',
  triedTitle: 'Troppi codici errati',
  triedText: 'Questo codice non è più valido. Ne faccia inviare uno nuovo e lo inserisca.',
  newCode: 'Invia un nuovo codice',
  overText: 'Torni indietro e ricominci.',
  doneTitle: 'Il codice è stato accettato',
  skippedTitle: 'Può aggiungere un numero più tardi',
  doneText: 'Si prosegue tra un momento.',
  doneLink: 'Continua',
};
