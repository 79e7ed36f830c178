/** German texts of area `code-entry`: the code, sending it again, and what can go wrong with either. */

import type { Texts } from '../area.js';
import type { codeEntry as english } from '../en/code-entry.js';

export const codeEntry: Texts<typeof english> = {
  code: 'Sicherheitscode',
  codeHint: 'Die {length} Ziffern aus der SMS',
  codeHintCall: 'Die {length} Ziffern aus dem Anruf',
  submit: 'Weiter',
  sentTo: 'Eine SMS mit dem Code ist unterwegs an das Telefon mit den Endziffern {lastTwo}.',
  sentUnsure:
    'Es ist nicht sicher, ob die SMS an das Telefon mit den Endziffern {lastTwo} gesendet wurde. Wenn sie nicht ankommt, lassen Sie sie erneut senden.',
  sentArrived: 'Die SMS mit dem Code ist auf dem Telefon mit den Endziffern {lastTwo} angekommen.',
  sentFailed:
    'Die SMS an das Telefon mit den Endziffern {lastTwo} ist nicht angekommen. Prüfen Sie, ob es eingeschaltet ist und Empfang hat, und lassen Sie den Code erneut senden.',
  callTo:
    'Das Telefon mit den Endziffern {lastTwo} wird angerufen. Der Code wird zweimal angesagt.',
  callUnsure:
    'Es ist nicht sicher, ob das Telefon mit den Endziffern {lastTwo} angerufen wird. Wenn es nicht klingelt, lassen Sie den Code erneut senden.',
  callEnded:
    'Das Telefon mit den Endziffern {lastTwo} wurde angerufen, und der Code wurde angesagt.',
  callFailed:
    'Der Anruf an das Telefon mit den Endziffern {lastTwo} kam nicht zustande. Lassen Sie den Code erneut senden.',
  callUnanswered:
    'Der Anruf an das Telefon mit den Endziffern {lastTwo} wurde nicht angenommen. Lassen Sie sich erneut anrufen, wenn Sie abheben können.',
  sentAgain: 'Der Code wurde erneut an das Telefon mit den Endziffern {lastTwo} gesendet.',
  sendAgain: 'Code erneut senden',
  sendText: 'Code als SMS senden',
  callMe: 'Mich mit dem Code anrufen',
  sendAgainFrom: 'Er kann in {wait} erneut gesendet werden.',
  sendAgainReady: 'Der Code kann jetzt erneut gesendet werden.',
  seconds: '{count, plural, one {# Sekunde} other {# Sekunden}}',
  minutes: '{count, plural, one {# Minute} other {# Minuten}}',
  hours: '{count, plural, one {# Stunde} other {# Stunden}}',
  codeEmpty: 'Geben Sie den Code aus der SMS ein.',
  codeTooShort: 'Dieser Code ist zu kurz. Er hat {length} Ziffern.',
  codeTooLong: 'Dieser Code ist zu lang. Er hat {length} Ziffern.',
  codeNotDigits: 'Der Code besteht nur aus Ziffern. Geben Sie die Zahlen 0 bis 9 ein.',
  codeOtherDigits:
    'Diese Ziffern können nicht gelesen werden. Stellen Sie die Tastatur auf einfache Ziffern (0 bis 9) um und geben Sie den Code erneut ein.',
  codeIncorrect:
    'Dieser Code stimmt nicht. {tries, plural, =0 {Es bleibt kein Versuch.} one {Es bleibt ein Versuch.} other {Es bleiben # Versuche.}}',
  codeLocked:
    'Es wurden zu viele falsche Codes eingegeben. Zu Ihrem Schutz werden Codes erst in {wait} wieder angenommen.',
  codeNotSent:
    'Der Code wurde noch nicht gesendet. Warten Sie einen Moment und versuchen Sie es erneut.',
  factorDisabled:
    'Es wurden zu viele falsche Codes eingegeben. Dieses Telefon kann nicht mehr zur Anmeldung dienen. Bitten Sie Ihre Administration, es zurückzusetzen.',
  sendTooSoon: 'Gerade wurde eine SMS gesendet. Sie kann in {wait} erneut gesendet werden.',
  sendLimit:
    'Es wurden zu viele SMS gesendet, deshalb ist im Moment keine weitere möglich. Versuchen Sie es in {wait} erneut.',
  canEnterCode: 'Ein Code, der schon angekommen ist, kann weiterhin eingegeben werden.',
  canAskAdministrator: 'Die Administration Ihres Unternehmens kann diese Grenze anheben.',
  canAskSupport: 'Wenn Sie nicht warten können, wenden Sie sich an den Support Ihres Unternehmens.',
  sendExpiring:
    'Dieser Code läuft in weniger als einer Minute ab und wird nicht erneut gesendet. Danach wird hier ein neuer Code angeboten.',
  phoneUnreachable:
    'Das Mobilfunknetz meldet, dass dieses Telefon keine SMS empfangen kann. Prüfen Sie, ob es eingeschaltet ist und SMS empfängt, oder fragen Sie Ihre Administration.',
  canCall: 'Der Code kann auch in einem Anruf angesagt werden.',
  phoneNotCallable:
    'Das Telefonnetz meldet, dass dieses Telefon nicht angerufen werden kann. Der Code kann als SMS gesendet werden.',
  countryNotAllowed:
    'An Telefonnummern dieses Landes können keine Codes gesendet werden. Verwenden Sie eine andere Nummer oder fragen Sie Ihre Administration.',
  smsUnavailable:
    'Im Moment können keine SMS gesendet werden. Warten Sie einen Moment und versuchen Sie es erneut.',
  busy: 'Der Dienst ist ausgelastet, und nichts ist verloren gegangen. Warten Sie einen Moment und versuchen Sie es erneut.',
};
