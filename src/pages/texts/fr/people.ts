/** French texts of area `people`: the list of a company’s people, its search, its import and its export. */

import type { Texts } from '../area.js';
import type { people as english } from '../en/people.js';

export const people: Texts<typeof english> = {
  title: 'Personnes',
  total:
    '{count, plural, =0 {Personne n’est encore connu.} one {Une personne est connue.} other {# personnes sont connues.}}',
  listComplete: 'La liste est complète.',
  listPartial:
    'La liste est incomplète : il peut y avoir dans votre entreprise des personnes qui n’y figurent pas.',
  import: 'Ajouter des personnes à la liste',
  export: 'Télécharger cette liste (CSV)',
  person: 'Personne',
  status: 'État',
  until: 'Délai jusqu’au',
  number: 'Numéro',
  registered: 'Enregistré',
  lastUsed: 'Dernier code accepté',
  search: 'Personne',
  searchHint: 'Le début de l’identifiant de la personne dans votre système de connexion.',
  searchWrong:
    'Aucun identifiant ne commence ainsi : les identifiants se composent de lettres, de chiffres et de . _ ~ : - et ne sont pas des adresses.',
  order: 'Trier par',
  orderId: 'Personne',
  orderStatus: 'État',
  orderLastUsed: 'Dernier code accepté, les plus récents d’abord',
  show: 'Afficher',
  all: 'Tout le monde',
  without: 'Toutes les personnes sans téléphone',
  nobody: 'Aucune personne ne correspond.',
  importTitle: 'Ajouter des personnes à la liste',
  importIntro: 'Collez une liste avec une personne par ligne, jusqu’à {count, number} à la fois.',
  importNumber:
    'Un numéro n’est qu’une proposition : il compte une fois que la personne l’a confirmé par un code envoyé à ce numéro.',
  importAgain:
    'Qui figure déjà sur la liste reste inchangé. La même liste peut être envoyée deux fois.',
  importNobodyGoes: 'Personne n’est retiré de la liste.',
  importList: 'Personnes',
  importExample:
    'L’identifiant de la personne dans votre système de connexion, puis éventuellement une virgule et le numéro de téléphone : anna.b,+44 7700 900123',
  importWhole: 'Est-ce tout le monde ?',
  importComplete: 'Oui, avec cela tout le monde figure sur la liste',
  importCompleteHint:
    'Alors seulement on peut dire qui serait bloqué. Pour une liste en plusieurs parties, cochez à la dernière.',
  importDo: 'Ajouter',
  imported: 'La liste a été prise en compte',
  importedPeople:
    '{created, plural, =0 {Personne n’est nouveau} one {Une personne est nouvelle} other {# personnes sont nouvelles}}, {unchanged, plural, =0 {aucune ne figurait déjà sur la liste} one {une figurait déjà sur la liste} other {# figuraient déjà sur la liste}}.',
  importedNumbers:
    '{stored, plural, one {Un numéro a été conservé.} other {# numéros ont été conservés.}}',
  importedIgnored:
    '{ignored, plural, one {Un numéro a été ignoré : la personne a enregistré elle-même un téléphone.} other {# numéros ont été ignorés : les personnes ont enregistré elles-mêmes un téléphone.}}',
  rosterEmpty: 'Collez au moins une ligne.',
  rosterTooMany: 'Collez au plus {count, number} lignes à la fois. Rien n’a été pris en compte.',
  rosterId:
    'Pas d’identifiant utilisable, un identifiant en double ou semblable à un autre, à la ligne {lines}. Les identifiants se composent de lettres, de chiffres et de . _ ~ : - et ne sont pas des adresses. Rien n’a été pris en compte.',
  rosterNumber:
    'Pas de numéro de téléphone pouvant recevoir des SMS à la ligne {lines}. Rien n’a été pris en compte.',
  rosterShape:
    'Plus qu’un identifiant et un numéro à la ligne {lines}. Rien n’a été pris en compte.',
  back: 'Retour à la liste',
};
