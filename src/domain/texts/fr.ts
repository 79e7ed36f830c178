/** French texts. */

import type { Catalogue } from './catalogue.js';

export const fr: Catalogue = {
  codeSms:
    '{code} est votre code de connexion {company}. Il expire dans {minutes, plural, one {# minute} other {# minutes}}. Ne le communiquez à personne.',
  codeSmsUnnamed:
    '{code} est votre code de connexion. Il expire dans {minutes, plural, one {# minute} other {# minutes}}. Ne le communiquez à personne.',
  resetSms:
    '{company} : ce téléphone a été retiré de votre connexion. Si ce n’est pas attendu, prévenez tout de suite votre administrateur.',
  resetSmsUnnamed:
    'Ce téléphone a été retiré de votre connexion. Si ce n’est pas attendu, prévenez tout de suite votre administrateur.',
  changedSms:
    '{company} : vos codes sont désormais envoyés à un autre numéro. Si ce n’est pas vous, prévenez tout de suite votre administrateur.',
  changedSmsUnnamed:
    'Vos codes de connexion sont désormais envoyés à un autre numéro. Si ce n’est pas vous, prévenez tout de suite votre administrateur.',
  callCode:
    'Bonjour. Voici un code de sécurité pour vous connecter chez {company}. Votre code est :',
  callCodeUnnamed:
    'Bonjour. Voici un code de sécurité pour vous connecter au travail. Votre code est :',
  callAgain: 'Je répète. Votre code est :',
  callEnd:
    'Ne le communiquez à personne. Si vous n’avez pas demandé cet appel, raccrochez et prévenez votre administrateur. Au revoir.',
  notice: [
    '{company} demande votre numéro de mobile dans un seul but : vous envoyer par SMS des codes de sécurité qui prouvent que c’est bien vous qui vous connectez. Il ne sert à rien d’autre : ni publicité, ni listes de contacts.',
    'Votre numéro est conservé chiffré ; collègues et administrateurs en voient au plus les deux derniers chiffres. Les SMS sont acheminés par Twilio, un prestataire (sous-traitant) situé aux États-Unis et dans d’autres pays, sous garanties contractuelles de protection des données, et par les réseaux mobiles. Twilio garde une trace de chaque message jusqu’à ce qu’elle y soit supprimée.',
    'Le numéro est conservé jusqu’à ce que vous ou {company} le fassiez supprimer ; les traces de connexion sont conservées un temps limité pour la sécurité.',
    'Vous pouvez demander à voir, corriger, supprimer ou recevoir vos données, vous opposer à leur utilisation et saisir une autorité de protection des données. Contact : {contact}.',
    'Les SMS dépendent du réseau mobile et protègent moins bien qu’une application d’authentification : ils peuvent être retardés, perdus ou interceptés. Si vous ne pouvez ou ne voulez pas utiliser votre téléphone, demandez une autre solution à {company}.',
  ],
  noticeCalls:
    'Le code peut aussi vous être dicté lors d’un appel téléphonique, sur un mobile ou une ligne fixe, si vous le demandez ou si {company} l’a prévu. Votre numéro est alors appelé dans ce seul but, également par Twilio ; les appels ne sont pas enregistrés.',
};
