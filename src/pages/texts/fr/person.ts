/** French texts of area `person`: one person, as administrators and support see them. */

import type { Texts } from '../area.js';
import type { person as english } from '../en/person.js';

export const person: Texts<typeof english> = {
  title: 'Personne {userId}',
  status: 'État',
  statusDisabled: 'Bloqué',
  statusLocked: 'En pause',
  statusUnreachable: 'Injoignable',
  statusEnrolled: 'Enregistré',
  statusReset: 'Réinitialisé',
  statusInvited: 'Invité',
  statusInGrace: 'A encore du temps',
  statusNotEnrolled: 'Non enregistré',
  whyDisabled:
    'Trop de codes erronés ont été saisis, à plusieurs reprises. Aucun code n’est plus accepté.',
  whyLocked:
    'Trop de codes erronés ont été saisis. Les codes seront de nouveau acceptés dans {minutes, plural, one {# minute} other {# minutes}}.',
  whyUnreachable:
    'Un téléphone est enregistré, mais aucun code ne l’atteint : le réseau mobile refuse les messages, ou son pays n’est pas autorisé.',
  whyEnrolled: 'Un téléphone est enregistré et confirmé.',
  whyReset: 'Le téléphone a été réinitialisé, et aucun autre n’a été enregistré depuis.',
  whyInvited: 'Aucun téléphone n’est enregistré. Une invitation est ouverte.',
  whyInGrace: 'Aucun téléphone n’est enregistré. Cela peut être remis jusqu’au {date}.',
  whyNotEnrolled: 'Aucun téléphone n’est enregistré.',
  nextOff: 'Les deux facteurs sont désactivés : aucun code n’est demandé.',
  nextDisabled:
    'Cette personne ne peut pas se connecter. Une réinitialisation lui permet d’enregistrer à nouveau un téléphone.',
  nextLocked: 'Il suffit d’attendre. Si le téléphone est perdu, réinitialisez-le.',
  nextUnreachable:
    'Cette personne ne peut pas se connecter pour l’instant. Elle peut attendre, ou une réinitialisation lui permet d’enregistrer un autre téléphone.',
  nextEnrolled: 'Un code est demandé à cette personne à chaque connexion.',
  nextOpen:
    'Cette personne peut enregistrer un téléphone à la prochaine connexion, jusqu’au {date}.',
  nextReset:
    'Le délai pour enregistrer un autre téléphone est passé. Cette personne a besoin d’une invitation.',
  nextOptional:
    'Cette personne se connecte sans code. Une invitation lui demande d’enregistrer un téléphone.',
  nextRequired:
    'À la prochaine connexion, il est demandé à cette personne d’enregistrer un téléphone. Si les jours pour le faire seule sont passés, il lui faut une invitation.',
  number: 'Numéro',
  numberImported: 'Numéro proposé, non confirmé',
  registered: 'Enregistré',
  lastUsed: 'Dernier code accepté',
  notYet: 'Pas encore',
  listed: 'Sur la liste depuis le',
  notListed: 'Pas sur la liste',
  failures: 'Codes erronés de suite',
  records: 'Journal de cette personne',
  another: 'Chercher une autre personne',
  oneself:
    'C’est vous. Votre propre téléphone se change avec un nouveau code et ne se réinitialise pas.',
  ownAccount: 'Votre compte',
  reason: 'Motif',
  reasonHint: 'Conservé dans le journal, où la personne et les administrateurs le lisent.',
  reasonMissing: 'Indiquez le motif.',
  reasonWrong: 'Le motif peut compter au plus 500 caractères de texte simple.',
  inviteTitle: 'Inviter',
  inviteWhat:
    'Une invitation permet à cette personne d’enregistrer un téléphone à la prochaine connexion. Aucun message n’est envoyé : prévenez-la vous-même.',
  inviteUntil: 'Jusqu’à la fin du',
  inviteUntilHint: 'Au plus {days} jours à l’avance.',
  inviteUntilWrong:
    'Indiquez un jour à partir d’aujourd’hui, au plus {days} jours à l’avance, par exemple 2027-01-04.',
  inviteDo: 'Inviter',
  doneInvited: 'L’invitation est ouverte',
  doneInvitedText:
    'Jusqu’au {date}, cette personne peut enregistrer un téléphone en se connectant.',
  resetTitle: 'Téléphone perdu ou changé',
  resetWhen:
    'Une réinitialisation retire le téléphone et permet à la personne d’en enregistrer un autre.',
  resetGo: 'Réinitialiser le téléphone…',
  resetAsk: 'Réinitialiser le téléphone de {userId} ?',
  resetGone: 'Le numéro est retiré immédiatement, sans retour possible.',
  resetEnds: 'Les connexions qui attendent un code prennent fin.',
  resetTold: 'Le numéro retiré en est informé par SMS, s’il était confirmé.',
  resetAgain:
    'Pendant sept jours, quiconque se connecte avec le mot de passe de cette personne peut enregistrer un autre téléphone.',
  resetSure: 'Assurez-vous donc d’abord que c’est bien cette personne qui le demande.',
  resetDo: 'Réinitialiser le téléphone',
  resetKeep: 'Retour sans rien changer',
  doneReset: 'Le téléphone a été réinitialisé',
  doneResetText:
    'Jusqu’au {date}, cette personne peut enregistrer un autre téléphone en se connectant.',
};
