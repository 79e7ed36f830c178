/** French texts of area `account`: one's own phone and what can be done with it. */

import type { Texts } from '../area.js';
import type { account as english } from '../en/account.js';

export const account: Texts<typeof english> = {
  title: 'La sécurité de votre connexion',
  navPhone: 'Téléphone',
  navHistory: 'Historique',
  navNotice: 'Protection des données',
  navConsole: 'Administration',
  mode_off: '{company} ne demande pas de code pour le moment.',
  mode_optional:
    '{company} vous demande un code à la connexion si un téléphone est enregistré pour vous.',
  mode_required: '{company} demande un code à tout le monde à la connexion.',
  phone: 'Votre téléphone',
  number: 'Numéro',
  registered: 'Enregistré',
  lastUsed: 'Dernière utilisation',
  unknown: 'Inconnu',
  never: 'Pas encore',
  showFull: 'Afficher le numéro entier',
  change: 'Changer le numéro',
  remove: 'Supprimer le numéro',
  noPhone: 'Aucun téléphone n’est enregistré pour vous.',
  importedPhone:
    'Votre entreprise a indiqué pour vous le numéro {number}. Il comptera dès que vous l’aurez confirmé par un code.',
  noLeave:
    'Un téléphone ne peut être enregistré que sur invitation. Demandez-la à votre administration.',
  enrol: 'Enregistrer un téléphone',
  phoneDisabled:
    'Trop de codes erronés ont été saisis : ce téléphone n’est plus accepté. Demandez à votre administration de le réinitialiser.',
  phoneUndeliverable:
    'Le réseau mobile signale que ce téléphone ne peut pas recevoir de SMS. Vous pouvez changer le numéro ou demander à votre administration de le réinitialiser.',
  phoneLocked:
    'Trop de codes erronés ont été saisis. Les codes seront de nouveau acceptés dans {minutes, plural, one {# minute} other {# minutes}}.',
  questions: 'Questions et réclamations',
  questionsText:
    'Pour une question, une rectification, une copie des données vous concernant ou une réclamation, adressez-vous à : {contact}. Vous pouvez aussi saisir une autorité de protection des données.',
  done_changed: 'Votre nouveau numéro est enregistré. L’ancien numéro en a été informé par SMS.',
  done_enrolled: 'Votre téléphone est enregistré. Les codes y seront désormais envoyés.',
  done_removed: 'Votre numéro de téléphone a été supprimé.',
  historyTitle: 'Historique',
  noticeTitle: 'Protection des données',
  noticeVersion: 'Version {version}',
  back: 'Retour à votre compte',
  keep: 'Revenir sans rien changer',
  sendCode: 'Envoyer un code de confirmation',
  fullTitle: 'Votre numéro de téléphone',
  fullText:
    'Votre numéro va être affiché en entier sur cet écran. Cela sera consigné dans votre historique.',
  fullShow: 'Afficher mon numéro',
  fullRecorded:
    'Cela a été consigné dans votre historique. Personne d’autre ne peut voir ici le numéro entier.',
  removeTitle: 'Supprimer le numéro se terminant par {lastTwo} ?',
  removeThen:
    'Vous vous connecterez à {company} sans code : seul votre mot de passe protégera votre connexion.',
  removeThenOff:
    '{company} ne demande pas de code pour le moment : rien ne change à votre connexion.',
  removeErased:
    'Le numéro est effacé. Les traces des connexions passées sont conservées pour une durée limitée.',
  removeTold: 'Un SMS informe le téléphone se terminant par {lastTwo} de sa suppression.',
  removeAgain:
    'Pour utiliser de nouveau des codes, il vous faudra une invitation de votre administration, sauf si votre entreprise laisse l’enregistrement libre.',
  removeDo: 'Supprimer le numéro',
  removeRequired:
    '{company} demande un code à tout le monde, et ce téléphone est votre seul. Il ne peut pas être supprimé, mais il peut être changé.',
  changeTitle: 'Changer votre numéro de téléphone',
  changeStepOld:
    'Un code est d’abord envoyé au téléphone se terminant par {lastTwo}, pour s’assurer qu’il s’agit bien de vous.',
  changeStepNew: 'Vous saisissez ensuite le nouveau numéro et le code qui lui est envoyé.',
  changeStepDone: 'Le nouveau numéro ne compte qu’après cela. L’ancien en est informé par SMS.',
  changeLost:
    'Si vous n’avez plus l’ancien téléphone, demandez à votre administration de le réinitialiser.',
  changeNew:
    'Saisissez le nouveau numéro. L’ancien reste valable jusqu’à ce que vous ayez saisi le code envoyé au nouveau.',
  newTitle: 'Enregistrer votre téléphone',
  newWhy:
    '{company} demande un code reçu sur votre téléphone à la connexion. Votre numéro sert à ces codes et à rien d’autre.',
  newImported:
    'Votre entreprise a indiqué pour vous un numéro se terminant par {lastTwo}. Saisissez-le en entier pour le confirmer.',
  newOff: 'Votre entreprise ne demande pas de code pour le moment : aucun numéro n’est nécessaire.',
  newNumber: 'Numéro de téléphone mobile',
  newHint:
    'Comme vous le composeriez, par exemple {example}, ou avec l’indicatif du pays, par exemple {foreign}. Il doit pouvoir recevoir des SMS.',
  sendCodeTo: 'Envoyer un code à ce numéro',
  numberWrong: 'Saisissez un numéro de téléphone mobile, par exemple {example}.',
  numberSame: 'Ce numéro est déjà enregistré pour vous. Saisissez-en un autre.',
  noticeChanged: 'La notice a changé. Relisez-la ci-dessous et envoyez de nouveau le numéro.',
  numberTooOften:
    'Le numéro a été corrigé trop souvent. Saisissez le code envoyé ou recommencez plus tard.',
  codeTitle: 'Saisissez le code reçu au nouveau numéro',
  codeSubmit: 'Confirmer le numéro',
  correctLink: 'Le numéro est erroné ? Le corriger',
  correctTitle: 'Corriger le numéro',
  correctText: 'Saisissez de nouveau le numéro. Le code envoyé auparavant ne sera plus valable.',
  correctBack: 'Retour au code',
  codeOverTitle: 'Ce code ne peut plus être utilisé',
  codeOverText:
    'Il a expiré, ou trop de codes erronés ont été saisis. Votre numéro enregistré n’a pas changé.',
  beginAgain: 'Recommencer',
};
