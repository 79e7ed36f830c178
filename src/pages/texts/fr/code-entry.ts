/** French texts of area `code-entry`: the code, sending it again, and what can go wrong with either. */

import type { Texts } from '../area.js';
import type { codeEntry as english } from '../en/code-entry.js';

export const codeEntry: Texts<typeof english> = {
  code: 'Code de sécurité',
  codeHint: 'Les {length} chiffres du SMS',
  codeHintCall: 'Les {length} chiffres de l’appel',
  submit: 'Continuer',
  sentTo: 'Un SMS avec le code est en route vers le téléphone dont le numéro finit par {lastTwo}.',
  sentUnsure:
    'Il n’est pas certain que le SMS au téléphone dont le numéro finit par {lastTwo} soit parti. S’il n’arrive pas, faites-le renvoyer.',
  sentArrived:
    'Le SMS avec le code est arrivé sur le téléphone dont le numéro finit par {lastTwo}.',
  sentFailed:
    'Le SMS au téléphone dont le numéro finit par {lastTwo} n’est pas arrivé. Vérifiez qu’il est allumé et capte le réseau, puis faites renvoyer le code.',
  callTo: 'Le téléphone dont le numéro finit par {lastTwo} est appelé. Le code est dit deux fois.',
  callUnsure:
    'Il n’est pas certain que le téléphone dont le numéro finit par {lastTwo} soit appelé. S’il ne sonne pas, faites renvoyer le code.',
  callEnded: 'Le téléphone dont le numéro finit par {lastTwo} a été appelé et le code a été dit.',
  callFailed:
    'L’appel au téléphone dont le numéro finit par {lastTwo} n’a pas abouti. Faites renvoyer le code.',
  callUnanswered:
    'L’appel au téléphone dont le numéro finit par {lastTwo} est resté sans réponse. Demandez un autre appel quand vous pourrez décrocher.',
  sentAgain: 'Le code a été renvoyé au téléphone dont le numéro finit par {lastTwo}.',
  sendAgain: 'Renvoyer le code',
  sendText: 'Envoyer le code par SMS',
  callMe: 'M’appeler pour dire le code',
  sendAgainFrom: 'Il peut être renvoyé dans {wait}.',
  sendAgainReady: 'Le code peut maintenant être renvoyé.',
  seconds: '{count, plural, one {# seconde} other {# secondes}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  hours: '{count, plural, one {# heure} other {# heures}}',
  codeEmpty: 'Saisissez le code reçu par SMS.',
  codeTooShort: 'Ce code est trop court. Il compte {length} chiffres.',
  codeTooLong: 'Ce code est trop long. Il compte {length} chiffres.',
  codeNotDigits: 'Le code ne contient que des chiffres. Saisissez les chiffres de 0 à 9.',
  codeOtherDigits:
    'Ces chiffres ne peuvent pas être lus. Passez le clavier aux chiffres simples (0 à 9) et saisissez de nouveau le code.',
  codeIncorrect:
    'Ce code n’est pas correct. {tries, plural, =0 {Il ne reste aucun essai.} one {Il reste # essai.} other {Il reste # essais.}}',
  codeLocked:
    'Trop de codes incorrects ont été saisis. Pour votre protection, les codes seront de nouveau acceptés dans {wait}.',
  codeNotSent: 'Le code n’a pas encore été envoyé. Attendez un instant, puis réessayez.',
  factorDisabled:
    'Trop de codes incorrects ont été saisis ; ce téléphone ne peut plus servir à la connexion. Demandez à votre administrateur de le réinitialiser.',
  sendTooSoon: 'Un SMS vient d’être envoyé. Il peut être renvoyé dans {wait}.',
  sendLimit:
    'Trop de SMS ont été envoyés ; aucun autre ne peut l’être pour le moment. Réessayez dans {wait}.',
  canEnterCode: 'Un code déjà reçu peut toujours être saisi.',
  canAskAdministrator: 'Un administrateur de votre entreprise peut relever cette limite.',
  canAskSupport: 'Si vous ne pouvez pas attendre, adressez-vous au support de votre entreprise.',
  sendExpiring:
    'Ce code expire dans moins d’une minute et n’est plus renvoyé. Ensuite, un nouveau code vous sera proposé ici.',
  phoneUnreachable:
    'Le réseau mobile signale que ce téléphone ne peut pas recevoir de SMS. Vérifiez qu’il est allumé et peut en recevoir, ou adressez-vous à votre administrateur.',
  canCall: 'Le code peut aussi être dit lors d’un appel.',
  phoneNotCallable:
    'Le réseau signale que ce téléphone ne peut pas être appelé. Le code peut être envoyé par SMS.',
  countryNotAllowed:
    'Les codes ne peuvent pas être envoyés aux numéros de ce pays. Utilisez un autre numéro ou adressez-vous à votre administrateur.',
  smsUnavailable:
    'Aucun SMS ne peut être envoyé pour le moment. Attendez un instant, puis réessayez.',
  busy: 'Le service est très sollicité ; rien n’est perdu. Attendez un instant, puis réessayez.',
};
