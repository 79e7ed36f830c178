/** French texts of area `proof`: a fresh code before an act. */

import type { Texts } from '../area.js';
import type { proof as english } from '../en/proof.js';

export const proof: Texts<typeof english> = {
  title: 'Confirmez qu’il s’agit bien de vous',
  change_phone:
    'Votre numéro de téléphone va être changé. Un nouveau code garantit que personne d’autre ne le fait.',
  remove_phone:
    'Votre numéro de téléphone va être supprimé. Un nouveau code garantit que personne d’autre ne le fait.',
  view_phone:
    'Votre numéro de téléphone va être affiché en entier. Un nouveau code garantit que personne d’autre ne le voit.',
  manage_factors:
    'Votre connexion va être modifiée. Un nouveau code garantit que personne d’autre ne le fait.',
  weaken_policy:
    'Ce changement protège moins votre entreprise qu’auparavant. Un nouveau code garantit que c’est bien vous qui le faites.',
  open_console:
    'Ces pages décident de la manière dont d’autres se connectent. Un code reçu sur votre téléphone les ouvre.',
  willSend: 'Un SMS contenant un code sera envoyé au téléphone se terminant par {lastTwo}.',
  send: 'Envoyer le code',
  codeOver: 'Ce code ne peut plus être utilisé. Demandez-en un nouveau.',
  submitView: 'Afficher mon numéro',
  submit: 'Continuer',
  submitOpen: 'Ouvrir',
  back: 'Revenir sans rien changer',
  noPhoneTitle: 'Enregistrez d’abord votre téléphone',
  noPhoneText:
    'Ces pages s’ouvrent avec un code reçu sur votre propre téléphone, et aucun n’est encore enregistré pour vous.',
  enrol: 'Enregistrer un téléphone',
  disabledTitle: 'Votre téléphone ne peut pas être utilisé pour le moment',
  disabledText:
    'Trop de codes erronés ont été saisis. L’administration de votre entreprise peut le réinitialiser pour vous.',
};
