/** German texts of area `proof`: a fresh code before an act. */

import type { Texts } from '../area.js';
import type { proof as english } from '../en/proof.js';

export const proof: Texts<typeof english> = {
  title: 'Bestätigen Sie, dass Sie es sind',
  change_phone:
    'Ihre Telefonnummer soll geändert werden. Ein neuer Code stellt sicher, dass niemand anderes das tut.',
  remove_phone:
    'Ihre Telefonnummer soll entfernt werden. Ein neuer Code stellt sicher, dass niemand anderes das tut.',
  view_phone:
    'Ihre Telefonnummer soll vollständig angezeigt werden. Ein neuer Code stellt sicher, dass niemand anderes sie sieht.',
  manage_factors:
    'Ihre Anmeldung soll geändert werden. Ein neuer Code stellt sicher, dass niemand anderes das tut.',
  weaken_policy:
    'Diese Änderung schützt Ihr Unternehmen weniger als bisher. Ein neuer Code stellt sicher, dass Sie selbst sie vornehmen.',
  open_console:
    'Diese Seiten bestimmen, wie andere sich anmelden. Ein Code von Ihrem Telefon öffnet sie.',
  willSend: 'Eine SMS mit einem Code wird an das Telefon mit den Endziffern {lastTwo} gesendet.',
  send: 'Code senden',
  codeOver: 'Dieser Code kann nicht mehr verwendet werden. Lassen Sie einen neuen senden.',
  submitView: 'Nummer anzeigen',
  submit: 'Weiter',
  submitOpen: 'Öffnen',
  back: 'Zurück, ohne etwas zu ändern',
  noPhoneTitle: 'Registrieren Sie zuerst Ihr Telefon',
  noPhoneText:
    'Diese Seiten werden mit einem Code von Ihrem eigenen Telefon geöffnet, und für Sie ist noch keines registriert.',
  enrol: 'Telefon registrieren',
  disabledTitle: 'Ihr Telefon kann zurzeit nicht verwendet werden',
  disabledText:
    'Es wurden zu viele falsche Codes eingegeben. Die Verwaltung Ihres Unternehmens kann es für Sie zurücksetzen.',
};
