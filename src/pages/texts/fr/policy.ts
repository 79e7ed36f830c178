/** French texts of area `policy`: two-factor for a company, how it stands and how it is changed. */

import type { Texts } from '../area.js';
import type { policy as english } from '../en/policy.js';

export const policy: Texts<typeof english> = {
  title: 'Connexion à deux facteurs',
  mode: 'Deux facteurs',
  modeOff: 'Désactivée',
  modeOptional: 'Facultative',
  modeRequired: 'Obligatoire',
  modeOffHint: 'Aucun code n’est demandé.',
  modeOptionalHint:
    'Un code est demandé à ceux qui ont enregistré un téléphone. Personne n’est tenu d’en enregistrer un.',
  modeRequiredHint:
    'Un code est demandé à tous. Sans téléphone enregistré, on peut remettre l’enregistrement jusqu’au jour ci-dessous.',
  modeMissing: 'Choisissez : désactivée, facultative ou obligatoire.',
  enforceFrom: 'Obligatoire à partir du',
  enforceFromHint:
    'Seulement pour « Obligatoire ». Ce jour-là dès 9 heures ({zone}), personne ne se connecte sans code. Aujourd’hui signifie tout de suite.',
  deadlineWrong: 'Indiquez un jour à partir d’aujourd’hui, par exemple 2027-01-04.',
  noDeadline: 'Aucun jour',
  enrolmentDays: 'Jours pour enregistrer seul un téléphone',
  enrolmentDaysHint:
    'Comptés depuis l’activation ou depuis le jour ci-dessus. Ensuite, il faut une invitation. De 1 à 365.',
  enrolmentDaysWrong: 'Indiquez un nombre entier de jours, de 1 à 365.',
  days: '{days, plural, one {# jour} other {# jours}}',
  countries: 'Pays',
  countriesHint: 'Les codes ne sont envoyés qu’aux numéros de ces pays.',
  countriesAll: 'Tous ceux que le service autorise',
  countriesSome: 'Seulement ceux cochés dans la liste',
  countriesList: 'Liste des pays',
  countriesMissing: 'Cochez au moins un pays de la liste, ou choisissez tous.',
  allCountries: 'Tous ceux que le service autorise : {countries}',
  smsPerDay: 'SMS par jour, au plus',
  smsPerDayHint:
    'Protège contre un flot de messages. Vide : 6 par personne, mais au moins 200. Le premier code de la journée parvient toujours à chacun.',
  smsPerDayWrong: 'Indiquez un nombre entier de 1 à 1000000, ou laissez le champ vide.',
  smsDefault: '6 par personne, mais au moins 200',
  setting: 'Réglage',
  now: 'Maintenant',
  after: 'Ensuite',
  yours: 'Votre modification',
  change: 'Modifier',
  check: 'Vérifier la modification',
  checkHint: 'Rien ne change encore : la page suivante montre ce que cela signifierait.',
  same: 'C’est déjà ainsi. Rien n’a été modifié.',
  saved: 'La modification est enregistrée',
  savedText: 'Elle vaut partout dans les cinq secondes.',
  undo: 'Annuler cette modification',
  erased:
    'La connexion à deux facteurs est désactivée. Les numéros enregistrés seront effacés le {date}, sauf si elle est réactivée.',
  peopleEnrolled: 'Personnes avec un téléphone',
  outOf: '{count, number} sur {total, number}',
  peopleWithout: 'Personnes sans téléphone',
  peopleStuck: 'Personnes dont le téléphone est bloqué ou injoignable',
  roster: 'Liste des personnes',
  rosterIsComplete: 'Complète',
  rosterIsPartial: 'Incomplète',
  rosterIsEmpty: 'Vide',
  lastChange: 'Dernière modification le {date} par {who}.',
  lastChangeWhy: 'Dernière modification le {date} par {who}. Motif indiqué : {reason}',
  byAdmin: 'l’administrateur {id}',
  byOperator: 'l’exploitant du service ({id})',
  bySystem: 'votre système de connexion ({id})',
  byOther: '{id}',
  confirmTitle: 'Vérifier et enregistrer',
  changes: 'Ce qui change',
  effects: 'Ce que cela signifie',
  effectOff: 'Plus aucun code n’est demandé',
  effectErased:
    '{count, plural, =0 {Personne n’a enregistré de téléphone : rien ne sera effacé.} one {Un numéro enregistré perd sa raison d’être. Il sera effacé après {days} jours, le {date}, sauf si la connexion à deux facteurs est réactivée avant.} other {# numéros enregistrés perdent leur raison d’être. Ils seront effacés après {days} jours, le {date}, sauf si la connexion à deux facteurs est réactivée avant.}}',
  effectEnrolled:
    'Avec un téléphone enregistré : {enrolled, number} sur {people, plural, one {une personne connue} other {# personnes connues}}. Un code leur sera demandé.',
  effectNotEnrolled:
    '{count, plural, =0 {Personne n’est sans téléphone.} one {Une personne n’a pas enregistré de téléphone. Cela lui est demandé à la prochaine connexion et devient indispensable à partir du {date}.} other {# personnes n’ont pas enregistré de téléphone. Cela leur est demandé à la prochaine connexion et devient indispensable à partir du {date}.}}',
  effectOptional:
    '{count, plural, =0 {Personne n’est sans téléphone.} one {Une personne n’a pas enregistré de téléphone et se connecte comme avant.} other {# personnes n’ont pas enregistré de téléphone et se connectent comme avant.}}',
  effectCountry:
    '{count, plural, one {Une personne a un numéro de ce pays, auquel plus aucun code ne serait envoyé : {country}.} other {# personnes ont un numéro de ce pays, auquel plus aucun code ne serait envoyé : {country}.}}',
  lockedOutNobody: 'Personne de votre liste ne serait bloqué le {date}.',
  lockedOut:
    '{count, plural, one {Une personne serait bloquée le {date}} other {# personnes seraient bloquées le {date}}}',
  lockedOutHelp:
    'Elles ne pourraient ni entrer un code ni enregistrer seules un téléphone. Invitez-les ou réinitialisez-les avant, ou choisissez un jour plus éloigné.',
  lockedOutUnknown: 'Impossible de dire qui serait bloqué',
  lockedOutKnown:
    '{count, plural, one {Parmi les personnes connues, au moins une serait bloquée le {date}.} other {Parmi les personnes connues, au moins # seraient bloquées le {date}.}}',
  rosterEmpty:
    'La liste des personnes est vide : votre entreprise peut compter des personnes qui ne figurent pas ici.',
  rosterPartial:
    'La liste des personnes est incomplète : votre entreprise peut compter des personnes qui ne figurent pas ici.',
  rosterHow:
    'Ceux qui gèrent votre système de connexion la complètent en important tout le monde et en marquant l’import comme complet. Cette page nommera alors tous ceux qui seraient bloqués.',
  who: 'De qui il s’agit',
  whoMore: '{count, plural, one {et une autre} other {et # autres}}',
  limits: 'Ce que font et ne font pas les deux facteurs',
  limitSpeed: 'Une modification vaut pour toute connexion commencée cinq secondes plus tard.',
  limitAccess: 'Cela empêche de se connecter. Personne n’est supprimé, aucun droit ne change.',
  limitSessions: 'Une personne connectée le reste jusqu’à ce que votre système y mette fin.',
  limitUnderWay: 'Une connexion en cours se termine selon l’ancien réglage.',
  limitDoor:
    'Sont protégées les connexions qui interrogent ce service. Un accès qui ne l’interroge pas n’est pas protégé.',
  limitSms:
    'Un SMS protège contre le vol de mots de passe, mais pas contre tout : un numéro peut être détourné. Un code ne se communique à personne.',
  weaker: 'Cela protège moins qu’avant : {settings}',
  weakerText:
    'Il faut un nouveau code de votre téléphone et un motif. Les deux sont consignés avec la modification.',
  prove: 'Continuer avec un code',
  codeOver: 'Le code saisi ne peut plus servir. Rien n’a été modifié. Saisissez-en un nouveau.',
  reason: 'Motif',
  reasonOptional: 'Motif (facultatif)',
  reasonHint:
    'Conservé dans le registre des modifications, que lisent les autres administrateurs. Aucune donnée personnelle.',
  reasonMissing: 'Indiquez le motif : cela protège moins qu’avant.',
  reasonWrong: 'Le motif peut compter au plus 500 caractères de texte simple.',
  confirmation: 'Tapez « {company} » pour confirmer',
  confirmationHint:
    '{count, plural, one {Une personne sera bloquée.} other {# personnes seront bloquées.}}',
  confirmationUnknown: 'Les personnes absentes de la liste pourraient être bloquées.',
  confirmationWrong: 'Tapez le nom de l’entreprise tel qu’il figure au-dessus du champ.',
  save: 'Enregistrer la modification',
  back: 'Revenir sans rien modifier',
  conflictTitle: 'Le réglage a été modifié entre-temps',
  conflictText: 'Rien de votre part n’a été enregistré, pour qu’aucune modification ne se perde.',
  conflictTable: 'Où votre modification diffère',
  conflictAgain: 'Y confronter votre modification',
  conflictDrop: 'Recommencer à partir du réglage actuel',
  textsTitle: 'Ce que lisent vos collaborateurs',
  textsIntro:
    'Chacun lit sa langue, si le système de connexion ou le navigateur l’indique, sinon celle de l’entreprise. Le code est un exemple et rien n’a été envoyé.',
  textsSms: 'SMS avec le code',
  textsNotice: 'Information avant l’enregistrement d’un téléphone ({language})',
};
