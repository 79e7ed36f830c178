/** French texts of area `errors`: what a page says when it cannot do what was asked. */

import type { Texts } from '../area.js';
import type { errors as english } from '../en/errors.js';

export const errors: Texts<typeof english> = {
  badRequestTitle: 'Cette demande n’a pas pu être lue',
  badRequestText:
    'Revenez en arrière et réessayez. Si cela se reproduit, recommencez depuis la page d’où vous venez.',
  formExpiredTitle: 'Cette page est restée ouverte trop longtemps',
  formExpiredText:
    'Rien n’a été modifié. Revenez en arrière, rechargez la page et réessayez. Les cookies doivent être autorisés pour ce site.',
  forbiddenTitle: 'Vous n’avez pas accès à cette page',
  forbiddenText:
    'Si vous pensez que vous devriez y avoir accès, adressez-vous à votre administrateur.',
  notFoundTitle: 'Cette page n’existe pas',
  notFoundText:
    'Elle a peut-être expiré, ou l’adresse est incomplète. Recommencez depuis la page de connexion.',
  wrongMethodTitle: 'Cette page ne peut pas être ouverte ainsi',
  wrongMethodText: 'Revenez en arrière et utilisez les boutons de la page.',
  notNowTitle: 'Cela n’est pas possible maintenant',
  notNowText: 'Quelque chose a changé entre-temps. Revenez en arrière et rechargez la page.',
  tooLargeTitle: 'Le texte est trop long',
  tooLargeText: 'Rien n’a été modifié. Revenez en arrière et envoyez-en moins à la fois.',
  tooManyTitle: 'Trop de tentatives',
  tooManyText: 'Réessayez dans {minutes, plural, one {# minute} other {# minutes}}.',
  brokenTitle: 'Un problème est survenu',
  brokenText:
    'L’erreur vient de notre côté. Revenez en arrière et réessayez ; si cela se reproduit, indiquez à votre administrateur la référence ci-dessous.',
  busyTitle: 'Le service est saturé',
  busyText: 'Attendez un instant et réessayez. Rien n’a été perdu.',
  reference: 'Référence : {id}',
};
