/** French texts of area `enrolment`: giving the number that codes go to. */

import type { Texts } from '../area.js';
import type { enrolment as english } from '../en/enrolment.js';

export const enrolment: Texts<typeof english> = {
  title: 'Ajoutez votre numéro de mobile',
  why: '{company} protège les connexions par une seconde étape : après votre mot de passe, un code arrive par SMS sur votre téléphone. Votre numéro sert à cela et à rien d’autre.',
  number: 'Numéro de mobile',
  numberHint: 'Par exemple {example} ; d’un autre pays avec son indicatif, par exemple {foreign}.',
  send: 'Envoyer un code',
  noticeTitle: 'Ce que devient votre numéro',
  noticeVersion: 'Version {version}',
  confirmTitle: 'Confirmez votre numéro de mobile',
  confirmText:
    '{company} a saisi pour vous un numéro qui finit par {lastTwo}. Un code envoyé à ce numéro montre qu’il est le vôtre.',
  confirmSend: 'Envoyer un code au numéro qui finit par {lastTwo}',
  otherNumber: 'Utiliser un autre numéro',
  otherNumberNotOpen:
    'Si ce n’est pas votre numéro, demandez à votre administrateur de le supprimer et de vous inviter.',
  correctTitle: 'Changer le numéro',
  correctText:
    'Le code a été envoyé au numéro qui finit par {lastTwo}. S’il est faux, saisissez le bon. Un nouveau code y sera envoyé.',
  deadline: 'À partir du {date}, un numéro est nécessaire pour se connecter.',
  skip: 'Pas maintenant',
  skipDays: 'Pas maintenant ({days, plural, one {# jour restant} other {# jours restants}})',
  numberEmpty: 'Saisissez un numéro de mobile, par exemple {example}.',
  numberWrong:
    'Ce numéro ne peut pas recevoir de SMS. Saisissez un numéro de mobile, par exemple {example}.',
  noticeChanged:
    'Le texte ci-dessous sur votre numéro a changé. Relisez-le, puis faites envoyer le code.',
  numbersUsedUp:
    'Le numéro a été changé trop souvent. Saisissez le dernier code envoyé, ou revenez en arrière et recommencez.',
  notOpenTitle: 'Aucun numéro ne peut être ajouté pour le moment',
  notOpenText:
    'Un code est nécessaire pour se connecter à {company}, mais cette étape ne vous est pas ouverte. Demandez une invitation à votre administrateur, puis reconnectez-vous.',
};
