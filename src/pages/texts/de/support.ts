/** German texts of area `support`: finding one person. */

import type { Texts } from '../area.js';
import type { support as english } from '../en/support.js';

export const support: Texts<typeof english> = {
  title: 'Eine Person suchen',
  company: 'Firma',
  reason: 'Angegebener Grund',
  intro:
    'Sie sehen, wie es um eine Person steht, und können ihr Telefon zurücksetzen, wenn sie darum bittet. Die Firma liest, was Sie getan haben und warum.',
  companyId: 'Kennung der Firma',
  companyHint:
    'Die, für die diese Sitzung geöffnet wurde. Für eine andere öffnen Sie eine andere Sitzung.',
  userId: 'Kennung der Person',
  userHint: 'Die ganze Kennung, wie das Anmeldesystem der Firma sie hat.',
  find: 'Suchen',
  nobody: 'Unter dieser Kennung ist in dieser Firma niemand bekannt.',
};
