/** Italian texts of area `person`: one person, as administrators and support see them. */

import type { Texts } from '../area.js';
import type { person as english } from '../en/person.js';

export const person: Texts<typeof english> = {
  title: 'Persona {userId}',
  status: 'Stato',
  statusDisabled: 'Bloccato',
  statusLocked: 'In pausa',
  statusUnreachable: 'Non raggiungibile',
  statusEnrolled: 'Registrato',
  statusReset: 'Azzerato',
  statusInvited: 'Invitato',
  statusInGrace: 'Ha ancora tempo',
  statusNotEnrolled: 'Non registrato',
  whyDisabled:
    'Sono stati inseriti troppi codici errati, più volte. Non viene più accettato alcun codice.',
  whyLocked:
    'Sono stati inseriti troppi codici errati. I codici saranno di nuovo accettati fra {minutes, plural, one {# minuto} other {# minuti}}.',
  whyUnreachable:
    'Un telefono è registrato, ma nessun codice lo raggiunge: la rete mobile rifiuta i messaggi, o il suo paese non è fra quelli ammessi.',
  whyEnrolled: 'Un telefono è registrato e confermato.',
  whyReset: 'Il telefono è stato azzerato e da allora non ne è stato registrato un altro.',
  whyInvited: 'Nessun telefono è registrato. Un invito è aperto.',
  whyInGrace: 'Nessun telefono è registrato. Si può rimandare fino al {date}.',
  whyNotEnrolled: 'Nessun telefono è registrato.',
  nextOff: 'L’accesso a due fattori è disattivato: a nessuno viene chiesto un codice.',
  nextDisabled:
    'Questa persona non può accedere. Con un azzeramento può registrare di nuovo un telefono.',
  nextLocked: 'Basta attendere. Se il telefono è perso, lo azzeri.',
  nextUnreachable:
    'Per ora questa persona non può accedere. Può attendere oppure, con un azzeramento, registrare un altro telefono.',
  nextEnrolled: 'A questa persona viene chiesto un codice a ogni accesso.',
  nextOpen: 'Questa persona può registrare un telefono al prossimo accesso, fino al {date}.',
  nextReset:
    'Il tempo per registrare un altro telefono è finito. Questa persona ha bisogno di un invito.',
  nextOptional:
    'Questa persona accede senza codice. Un invito le chiede di registrare un telefono.',
  nextRequired:
    'Al prossimo accesso a questa persona viene chiesto di registrare un telefono. Se i giorni per farlo da sé sono passati, ha bisogno di un invito.',
  number: 'Numero',
  numberImported: 'Numero proposto, non confermato',
  registered: 'Registrato',
  lastUsed: 'Ultimo codice accettato',
  notYet: 'Non ancora',
  listed: 'Nell’elenco dal',
  notListed: 'Non nell’elenco',
  failures: 'Codici errati di seguito',
  records: 'Registro di questa persona',
  another: 'Cercare un’altra persona',
  oneself: 'È Lei. Il proprio telefono si cambia con un nuovo codice, non si azzera.',
  ownAccount: 'Il Suo conto',
  reason: 'Motivo',
  reasonHint: 'Conservato nel registro, dove lo leggono la persona e gli amministratori.',
  reasonMissing: 'Indichi il motivo.',
  reasonWrong: 'Il motivo può avere al massimo 500 caratteri di testo semplice.',
  inviteTitle: 'Invitare',
  inviteWhat:
    'Un invito permette a questa persona di registrare un telefono al prossimo accesso. Non viene inviato alcun messaggio: la avvisi Lei.',
  inviteUntil: 'Fino alla fine del',
  inviteUntilHint: 'Al massimo {days} giorni in anticipo.',
  inviteUntilWrong:
    'Indichi un giorno da oggi in poi, al massimo {days} giorni in anticipo, per esempio 2027-01-04.',
  inviteDo: 'Invita',
  doneInvited: 'L’invito è aperto',
  doneInvitedText: 'Fino al {date} questa persona può registrare un telefono accedendo.',
  resetTitle: 'Telefono perso o cambiato',
  resetWhen: 'Un azzeramento toglie il telefono e permette alla persona di registrarne un altro.',
  resetGo: 'Azzera il telefono…',
  resetAsk: 'Azzerare il telefono di {userId}?',
  resetGone: 'Il numero viene tolto subito. Non si può recuperare.',
  resetEnds: 'Gli accessi che attendono un codice terminano.',
  resetTold: 'Il numero tolto viene avvisato con un SMS, se era confermato.',
  resetAgain:
    'Per sette giorni chi accede con la password di questa persona può registrare un altro telefono.',
  resetSure: 'Si accerti quindi prima che sia davvero questa persona a chiederlo.',
  resetDo: 'Azzera il telefono',
  resetKeep: 'Indietro senza cambiare nulla',
  doneReset: 'Il telefono è stato azzerato',
  doneResetText: 'Fino al {date} questa persona può registrare un altro telefono accedendo.',
};
