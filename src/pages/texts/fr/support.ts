/** French texts of area `support`: finding one person. */

import type { Texts } from '../area.js';
import type { support as english } from '../en/support.js';

export const support: Texts<typeof english> = {
  title: 'Chercher une personne',
  company: 'Entreprise',
  reason: 'Motif indiqué',
  intro:
    'Vous voyez où en est une personne et pouvez réinitialiser son téléphone à sa demande. L’entreprise lit ce que vous avez fait et pourquoi.',
  companyId: 'Identifiant de l’entreprise',
  companyHint:
    'Celle pour laquelle cette session a été ouverte. Pour une autre, ouvrez une autre session.',
  userId: 'Identifiant de la personne',
  userHint: 'L’identifiant entier, tel que le système de connexion de l’entreprise le connaît.',
  find: 'Chercher',
  nobody: 'Personne n’est connu sous cet identifiant dans cette entreprise.',
};
