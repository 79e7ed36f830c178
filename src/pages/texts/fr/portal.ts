/** French texts of area `portal`: entering and leaving an account, the console, support. */

import type { Texts } from '../area.js';
import type { portal as english } from '../en/portal.js';

export const portal: Texts<typeof english> = {
  employeeTitle: 'La sécurité de votre connexion',
  employeeText:
    'Consultez ce qui est conservé à votre sujet, changez votre numéro de téléphone et voyez vos connexions.',
  adminTitle: 'Administration',
  adminText:
    'La connexion à deux facteurs de votre entreprise : réglages, personnes et historique.',
  supportTitle: 'Assistance',
  supportText: 'Recherchez une personne à la fois. L’entreprise voit le motif indiqué ici.',
  person: 'Personne',
  company: 'Entreprise',
  reason: 'Motif indiqué',
  enter: 'Continuer en tant que {userId} de {company}',
  notYou: 'Si ce n’est pas vous, fermez cette page. Rien n’a encore été ouvert.',
  linkOverTitle: 'Ce lien ne peut plus être utilisé',
  linkOverText:
    'Chaque lien fonctionne une seule fois et pendant cinq minutes. Revenez à la page d’où vous venez et ouvrez-en un nouveau.',
  linkOverResume: 'Déjà ouvert dans ce navigateur ? Reprendre',
  endedTitle: 'Vous n’êtes pas connecté ici',
  endedText:
    'L’accès prend fin après 30 minutes sans activité, après 8 heures, lorsque vous le quittez ou lorsque votre entreprise y met fin.',
  endedHow: 'Ouvrez-le à nouveau depuis la page d’où vous venez.',
  leftTitle: 'Vous avez quitté cet espace',
  leftText: 'Ce navigateur n’a plus accès. Vous pouvez fermer cette page.',
  leave: 'Quitter',
  signedInAs: 'Connecté en tant que {userId}',
};
