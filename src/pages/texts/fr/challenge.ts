/** French texts of area `challenge`: entering a code, what to do when it does not come, and how it ends. */

import type { Texts } from '../area.js';
import type { challenge as english } from '../en/challenge.js';

export const challenge: Texts<typeof english> = {
  continueTitle: 'Continuer dans ce navigateur ?',
  continueText:
    'Un code de sécurité va être demandé. Continuez si vous venez de vous connecter vous-même et voulez terminer ici.',
  continueWarning:
    'Si quelqu’un vous a envoyé cette adresse, fermez cette page. Un code n’est jamais demandé par un lien dans un message.',
  elsewhereTitle: 'Cette page a été ouverte dans un autre navigateur',
  elsewhereText:
    'Vous ne pouvez terminer que là. Pour utiliser ce navigateur, recommencez depuis la page où vous vous connectez. Les cookies doivent être autorisés pour ce site.',
  codeTitle: 'Saisissez votre code de sécurité',
  forSignIn: 'Il termine votre connexion à {company}.',
  forNumber: 'Il montre que ce numéro est le vôtre.',
  forChangePhone: 'Il vous permet de changer votre numéro de téléphone.',
  forRemovePhone: 'Il vous permet de supprimer votre numéro de téléphone.',
  forViewPhone: 'Il vous permet de voir votre numéro de téléphone en entier.',
  forManageFactors: 'Il vous permet de changer la façon dont vous prouvez votre identité.',
  forWeakenPolicy: 'Il vous permet d’assouplir la double authentification chez {company}.',
  forOpenConsole: 'Il ouvre la console de {company}.',
  problemsLink: 'Pas de SMS reçu ?',
  problemsCallLink: 'Pas d’appel reçu ?',
  numberLink: 'Changer le numéro',
  isOver: 'Ce code ne peut plus être saisi.',
  goOn: 'Continuer',
  problemsTitle: 'Problèmes avec le code',
  problemsText:
    'Un SMS arrive en général en moins d’une minute. Vérifiez que le téléphone est allumé et capte le réseau.',
  againTitle: 'Renvoyer le code',
  againText:
    'Le même code est envoyé au téléphone dont le numéro finit par {lastTwo}. Le premier SMS qui arrive peut être utilisé.',
  helpTitle: 'Aide de {company}',
  phoneLostTitle: 'Je n’ai plus ce téléphone',
  phoneLostText:
    'Le numéro ne peut pas être changé pendant la connexion. Demandez à votre administrateur de le réinitialiser. Vous pourrez indiquer un autre numéro à la prochaine connexion.',
  disownTitle: 'Ce n’était pas moi',
  disownText:
    'Si vous n’êtes pas à l’origine de cette demande, quelqu’un connaît peut-être votre mot de passe. Arrêtez-la ici ; le code n’aura plus de valeur.',
  disown: 'Arrêter',
  backToCode: 'Retour au code',
  back: 'Retour à la page précédente',
  stoppedTitle: 'Cette demande a été arrêtée',
  stoppedText: 'Le code n’est plus valable. Revenez en arrière et recommencez.',
  disownedText: 'Le code n’est plus valable, et l’incident a été enregistré.',
  disownedNext:
    'Changez maintenant votre mot de passe et prévenez votre administrateur. Ne donnez un code à personne, quel que soit le demandeur.',
  expiredTitle: 'Ce code a expiré',
  expiredText:
    'Un code n’est valable que quelques minutes. Faites-en envoyer un nouveau et continuez là où vous en étiez.',
  expiredNumberTitle: 'Cette page a expiré',
  expiredNumberText: 'Rien n’est perdu : continuez et saisissez de nouveau votre numéro.',
  triedTitle: 'Trop de codes incorrects',
  triedText: 'Ce code n’est plus valable. Faites-en envoyer un nouveau et saisissez-le.',
  newCode: 'Envoyer un nouveau code',
  overText: 'Revenez en arrière et recommencez.',
  doneTitle: 'Le code a été accepté',
  skippedTitle: 'Vous pourrez ajouter un numéro plus tard',
  doneText: 'La suite s’affiche dans un instant.',
  doneLink: 'Continuer',
};
