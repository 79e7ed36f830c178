/** German texts of area `portal`: entering and leaving an account, the console, support. */

import type { Texts } from '../area.js';
import type { portal as english } from '../en/portal.js';

export const portal: Texts<typeof english> = {
  employeeTitle: 'Ihre Anmeldesicherheit',
  employeeText:
    'Sehen Sie, was über Sie gespeichert ist, ändern Sie Ihre Telefonnummer und sehen Sie Ihre Anmeldungen.',
  adminTitle: 'Verwaltung',
  adminText:
    'Zwei-Faktor-Anmeldung für Ihr Unternehmen: Einstellungen, Personen und Aufzeichnungen.',
  supportTitle: 'Support',
  supportText:
    'Schlagen Sie jeweils eine Person nach. Das Unternehmen sieht den hier angegebenen Grund.',
  person: 'Person',
  company: 'Unternehmen',
  reason: 'Angegebener Grund',
  enter: 'Weiter als {userId} von {company}',
  notYou: 'Wenn Sie das nicht sind, schließen Sie diese Seite. Noch wurde nichts geöffnet.',
  linkOverTitle: 'Dieser Link kann nicht mehr verwendet werden',
  linkOverText:
    'Jeder Link gilt einmal und fünf Minuten lang. Gehen Sie zu der Seite zurück, von der Sie kamen, und öffnen Sie einen neuen.',
  linkOverResume: 'In diesem Browser bereits geöffnet? Dort weitermachen',
  endedTitle: 'Sie sind hier nicht angemeldet',
  endedText:
    'Der Zugang endet nach 30 Minuten ohne Nutzung, nach 8 Stunden, wenn Sie ihn verlassen oder wenn Ihr Unternehmen ihn beendet.',
  endedHow: 'Öffnen Sie ihn erneut auf der Seite, von der Sie kamen.',
  leftTitle: 'Sie haben den Bereich verlassen',
  leftText: 'Dieser Browser hat keinen Zugang mehr. Sie können diese Seite schließen.',
  leave: 'Verlassen',
  signedInAs: 'Angemeldet als {userId}',
};
