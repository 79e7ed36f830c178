/** German texts of area `person`: one person, as administrators and support see them. */

import type { Texts } from '../area.js';
import type { person as english } from '../en/person.js';

export const person: Texts<typeof english> = {
  title: 'Person {userId}',
  status: 'Status',
  statusDisabled: 'Gesperrt',
  statusLocked: 'Angehalten',
  statusUnreachable: 'Nicht erreichbar',
  statusEnrolled: 'Registriert',
  statusReset: 'Zurückgesetzt',
  statusInvited: 'Eingeladen',
  statusInGrace: 'Hat noch Zeit',
  statusNotEnrolled: 'Nicht registriert',
  whyDisabled:
    'Immer wieder wurden zu viele falsche Codes eingegeben. Es wird kein Code mehr angenommen.',
  whyLocked:
    'Zu viele falsche Codes wurden eingegeben. Codes werden wieder angenommen in {minutes, plural, one {# Minute} other {# Minuten}}.',
  whyUnreachable:
    'Ein Telefon ist registriert, aber kein Code erreicht es: Das Mobilfunknetz nimmt keine Nachrichten dafür an, oder sein Land ist nicht unter den zugelassenen.',
  whyEnrolled: 'Ein Telefon ist registriert und bestätigt.',
  whyReset: 'Das Telefon wurde zurückgesetzt, und seither wurde kein anderes registriert.',
  whyInvited: 'Kein Telefon ist registriert. Eine Einladung ist offen.',
  whyInGrace: 'Kein Telefon ist registriert. Das kann bis {date} aufgeschoben werden.',
  whyNotEnrolled: 'Kein Telefon ist registriert.',
  nextOff: 'Zwei-Faktor ist aus, deshalb wird niemand nach einem Code gefragt.',
  nextDisabled:
    'Diese Person kann sich nicht anmelden. Nach dem Zurücksetzen kann sie wieder ein Telefon registrieren.',
  nextLocked: 'Warten genügt. Ist das Telefon verloren, setzen Sie es zurück.',
  nextUnreachable:
    'Diese Person kann sich vorerst nicht anmelden. Sie kann warten, oder nach dem Zurücksetzen ein anderes Telefon registrieren.',
  nextEnrolled: 'Diese Person wird bei jeder Anmeldung nach einem Code gefragt.',
  nextOpen: 'Diese Person kann bei der nächsten Anmeldung ein Telefon registrieren, bis {date}.',
  nextReset:
    'Die Zeit, ein anderes Telefon zu registrieren, ist vorbei. Diese Person braucht eine Einladung.',
  nextOptional:
    'Diese Person meldet sich ohne Code an. Eine Einladung bittet sie, ein Telefon zu registrieren.',
  nextRequired:
    'Bei der nächsten Anmeldung wird diese Person gebeten, ein Telefon zu registrieren. Sind die Tage vorbei, in denen sie das selbst kann, braucht sie eine Einladung.',
  number: 'Nummer',
  numberImported: 'Vorgeschlagene Nummer, nicht bestätigt',
  registered: 'Registriert',
  lastUsed: 'Letzter angenommener Code',
  notYet: 'Noch nicht',
  listed: 'In der Liste seit',
  notListed: 'Nicht in der Liste',
  failures: 'Falsche Codes in Folge',
  records: 'Protokoll zu dieser Person',
  another: 'Eine andere Person suchen',
  oneself:
    'Das sind Sie selbst. Das eigene Telefon wird mit einem frischen Code geändert, nicht zurückgesetzt.',
  ownAccount: 'Ihr Konto',
  reason: 'Grund',
  reasonHint: 'Wird im Protokoll behalten, wo die Person und die Verwaltung ihn lesen.',
  reasonMissing: 'Geben Sie einen Grund an.',
  reasonWrong: 'Der Grund kann höchstens 500 Zeichen einfachen Text haben.',
  inviteTitle: 'Einladen',
  inviteWhat:
    'Mit einer Einladung kann diese Person bei der nächsten Anmeldung ein Telefon registrieren. Es wird keine Nachricht gesendet: Sagen Sie es ihr selbst.',
  inviteUntil: 'Bis zum Ende des Tages',
  inviteUntilHint: 'Höchstens {days} Tage im Voraus.',
  inviteUntilWrong:
    'Geben Sie einen Tag ab heute ein, höchstens {days} Tage im Voraus, zum Beispiel 2027-01-04.',
  inviteDo: 'Einladen',
  doneInvited: 'Die Einladung ist offen',
  doneInvitedText: 'Bis {date} kann diese Person beim Anmelden ein Telefon registrieren.',
  resetTitle: 'Telefon verloren oder gewechselt',
  resetWhen: 'Das Zurücksetzen entfernt das Telefon und lässt die Person ein anderes registrieren.',
  resetGo: 'Telefon zurücksetzen …',
  resetAsk: 'Das Telefon von {userId} zurücksetzen?',
  resetGone: 'Die Nummer wird sofort entfernt. Sie lässt sich nicht zurückholen.',
  resetEnds: 'Anmeldungen, die auf einen Code warten, enden.',
  resetTold: 'Die entfernte Nummer erfährt es per SMS, wenn eine bestätigt war.',
  resetAgain:
    'Sieben Tage lang kann ein anderes Telefon registrieren, wer sich mit dem Passwort dieser Person anmeldet.',
  resetSure: 'Vergewissern Sie sich deshalb zuerst, dass wirklich diese Person darum bittet.',
  resetDo: 'Telefon zurücksetzen',
  resetKeep: 'Zurück, ohne etwas zu ändern',
  doneReset: 'Das Telefon wurde zurückgesetzt',
  doneResetText: 'Bis {date} kann diese Person beim Anmelden ein anderes Telefon registrieren.',
};
