/** Italian texts of area `portal`: entering and leaving an account, the console, support. */

import type { Texts } from '../area.js';
import type { portal as english } from '../en/portal.js';

export const portal: Texts<typeof english> = {
  employeeTitle: 'La sicurezza del Suo accesso',
  employeeText:
    'Veda quali dati La riguardano, cambi il numero di telefono e consulti i Suoi accessi.',
  adminTitle: 'Console di amministrazione',
  adminText: 'L’accesso a due fattori della Sua azienda: impostazioni, persone e registri.',
  supportTitle: 'Assistenza',
  supportText: 'Cerchi una persona alla volta. L’azienda vede il motivo indicato qui.',
  person: 'Persona',
  company: 'Azienda',
  reason: 'Motivo indicato',
  enter: 'Continua come {userId} di {company}',
  notYou: 'Se non è Lei, chiuda questa pagina. Non è stato ancora aperto nulla.',
  linkOverTitle: 'Questo link non è più utilizzabile',
  linkOverText:
    'Ogni link vale una sola volta e per cinque minuti. Torni alla pagina da cui è venuto e ne apra uno nuovo.',
  linkOverResume: 'Già aperto in questo browser? Riprenda da lì',
  endedTitle: 'Qui non ha effettuato l’accesso',
  endedText:
    'L’accesso termina dopo 30 minuti senza attività, dopo 8 ore, quando esce o quando la Sua azienda lo termina.',
  endedHow: 'Lo apra di nuovo dalla pagina da cui è venuto.',
  leftTitle: 'È uscito',
  leftText: 'Questo browser non ha più accesso. Può chiudere questa pagina.',
  leave: 'Esci',
  signedInAs: 'Accesso come {userId}',
};
