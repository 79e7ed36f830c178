/** German texts of area `policy`: two-factor for a company, how it stands and how it is changed. */

import type { Texts } from '../area.js';
import type { policy as english } from '../en/policy.js';

export const policy: Texts<typeof english> = {
  title: 'Zwei-Faktor-Anmeldung',
  mode: 'Zwei-Faktor',
  modeOff: 'Aus',
  modeOptional: 'Freiwillig',
  modeRequired: 'Pflicht',
  modeOffHint: 'Niemand wird nach einem Code gefragt.',
  modeOptionalHint:
    'Wer ein Telefon registriert hat, wird nach einem Code gefragt. Niemand muss eines registrieren.',
  modeRequiredHint:
    'Alle werden nach einem Code gefragt. Wer kein Telefon registriert hat, kann das bis zum Tag unten aufschieben.',
  modeMissing: 'Wählen Sie, ob Zwei-Faktor aus, freiwillig oder Pflicht ist.',
  enforceFrom: 'Pflicht ab',
  enforceFromHint:
    'Nur bei „Pflicht“. Ab 9 Uhr an diesem Tag ({zone}) meldet sich niemand ohne Code an. Heute heißt: sofort.',
  deadlineWrong: 'Geben Sie einen Tag ab heute ein, zum Beispiel 2027-01-04.',
  noDeadline: 'Kein Tag',
  enrolmentDays: 'Tage, um selbst ein Telefon zu registrieren',
  enrolmentDaysHint:
    'Gezählt ab dem Einschalten oder ab dem Tag oben. Danach braucht man eine Einladung. 1 bis 365.',
  enrolmentDaysWrong: 'Geben Sie eine ganze Zahl von 1 bis 365 ein.',
  days: '{days, plural, one {# Tag} other {# Tage}}',
  countries: 'Länder',
  countriesHint: 'Codes gehen nur an Telefonnummern dieser Länder.',
  countriesAll: 'Alle, die der Dienst zulässt',
  countriesSome: 'Nur die in der Liste angekreuzten',
  countriesList: 'Liste der Länder',
  countriesMissing: 'Kreuzen Sie mindestens ein Land der Liste an, oder wählen Sie alle.',
  allCountries: 'Alle, die der Dienst zulässt: {countries}',
  smsPerDay: 'SMS am Tag, höchstens',
  smsPerDayHint:
    'Schützt vor einer Flut von Nachrichten. Leer: 6 je Person, mindestens aber 200. Der erste Code des Tages erreicht jede Person immer.',
  smsPerDayWrong: 'Geben Sie eine ganze Zahl von 1 bis 1000000 ein, oder lassen Sie das Feld leer.',
  smsDefault: '6 je Person, mindestens aber 200',
  setting: 'Einstellung',
  now: 'Jetzt',
  after: 'Danach',
  yours: 'Ihre Änderung',
  change: 'Ändern',
  check: 'Änderung prüfen',
  checkHint: 'Noch ändert sich nichts: Die nächste Seite zeigt, was es bedeuten würde.',
  same: 'So ist es bereits. Es wurde nichts geändert.',
  saved: 'Die Änderung ist gespeichert',
  savedText: 'Sie gilt überall innerhalb von fünf Sekunden.',
  undo: 'Diese Änderung rückgängig machen',
  erased:
    'Zwei-Faktor ist aus. Registrierte Telefonnummern werden am {date} gelöscht, wenn es nicht wieder eingeschaltet wird.',
  peopleEnrolled: 'Personen mit Telefon',
  outOf: '{count, number} von {total, number}',
  peopleWithout: 'Personen ohne Telefon',
  peopleStuck: 'Personen, deren Telefon gesperrt oder nicht erreichbar ist',
  roster: 'Personenliste',
  rosterIsComplete: 'Vollständig',
  rosterIsPartial: 'Nicht vollständig',
  rosterIsEmpty: 'Leer',
  lastChange: 'Zuletzt geändert am {date} durch {who}.',
  lastChangeWhy: 'Zuletzt geändert am {date} durch {who}. Angegebener Grund: {reason}',
  byAdmin: 'Administrator {id}',
  byOperator: 'den Betreiber des Dienstes ({id})',
  bySystem: 'Ihr Anmeldesystem ({id})',
  byOther: '{id}',
  confirmTitle: 'Prüfen und speichern',
  changes: 'Was sich ändert',
  effects: 'Was das bedeutet',
  effectOff: 'Niemand wird mehr nach einem Code gefragt',
  effectErased:
    '{count, plural, =0 {Niemand hat ein Telefon registriert; es wird nichts gelöscht.} one {Eine registrierte Telefonnummer verliert ihren Zweck. Sie wird nach {days} Tagen, am {date}, gelöscht, wenn Zwei-Faktor nicht vorher wieder eingeschaltet wird.} other {# registrierte Telefonnummern verlieren ihren Zweck. Sie werden nach {days} Tagen, am {date}, gelöscht, wenn Zwei-Faktor nicht vorher wieder eingeschaltet wird.}}',
  effectEnrolled:
    '{enrolled, number} von {people, plural, one {einer bekannten Person} other {# bekannten Personen}} mit registriertem Telefon: Sie werden nach einem Code gefragt.',
  effectNotEnrolled:
    '{count, plural, =0 {Niemand ist ohne Telefon.} one {Eine Person hat kein Telefon registriert. Sie wird bei der nächsten Anmeldung darum gebeten und kommt ab {date} nicht mehr ohne aus.} other {# Personen haben kein Telefon registriert. Sie werden bei der nächsten Anmeldung darum gebeten und kommen ab {date} nicht mehr ohne aus.}}',
  effectOptional:
    '{count, plural, =0 {Niemand ist ohne Telefon.} one {Eine Person hat kein Telefon registriert und meldet sich an wie bisher.} other {# Personen haben kein Telefon registriert und melden sich an wie bisher.}}',
  effectCountry:
    '{count, plural, one {Eine Person hat eine Telefonnummer aus diesem Land, an die keine Codes mehr gingen: {country}.} other {# Personen haben eine Telefonnummer aus diesem Land, an die keine Codes mehr gingen: {country}.}}',
  lockedOutNobody: 'Niemand auf Ihrer Liste wäre am {date} ausgesperrt.',
  lockedOut:
    '{count, plural, one {Eine Person wäre am {date} ausgesperrt} other {# Personen wären am {date} ausgesperrt}}',
  lockedOutHelp:
    'Sie könnten weder einen Code eingeben noch selbst ein Telefon registrieren. Laden Sie sie vorher ein, setzen Sie sie zurück, oder wählen Sie einen späteren Tag.',
  lockedOutUnknown: 'Wer ausgesperrt wäre, lässt sich nicht sagen',
  lockedOutKnown:
    '{count, plural, one {Unter den bekannten Personen wäre am {date} mindestens eine ausgesperrt.} other {Unter den bekannten Personen wären am {date} mindestens # ausgesperrt.}}',
  rosterEmpty:
    'Die Personenliste ist leer: In Ihrem Unternehmen kann es Personen geben, die hier nicht gezählt sind.',
  rosterPartial:
    'Die Personenliste ist nicht vollständig: In Ihrem Unternehmen kann es Personen geben, die hier nicht gezählt sind.',
  rosterHow:
    'Wer Ihr Anmeldesystem betreibt, vervollständigt die Liste, indem alle importiert und der Import als vollständig gekennzeichnet wird. Dann nennt diese Seite alle, die ausgesperrt wären.',
  who: 'Wer das ist',
  whoMore: '{count, plural, one {und eine weitere} other {und # weitere}}',
  limits: 'Was Zwei-Faktor leistet und was nicht',
  limitSpeed: 'Eine Änderung gilt für jede Anmeldung, die fünf Sekunden später beginnt.',
  limitAccess: 'Es verhindert das Anmelden. Es entfernt niemanden und ändert niemandes Rechte.',
  limitSessions: 'Wer angemeldet ist, bleibt es, bis Ihr System die Sitzung beendet.',
  limitUnderWay: 'Eine Anmeldung, die gerade läuft, endet unter der bisherigen Einstellung.',
  limitDoor:
    'Es schützt die Anmeldungen, die diesen Dienst fragen. Ein Zugang, der nicht fragt, ist nicht geschützt.',
  limitSms:
    'Eine SMS schützt vor gestohlenen Passwörtern, aber nicht vor allem: Telefonnummern können übernommen werden. Niemand sollte einen Code weitersagen.',
  weaker: 'Das schützt weniger als bisher: {settings}',
  weakerText:
    'Dafür braucht es einen frischen Code von Ihrem Telefon und einen Grund. Beides wird mit der Änderung festgehalten.',
  prove: 'Mit einem Code fortfahren',
  codeOver:
    'Der eingegebene Code ist nicht mehr verwendbar. Es wurde nichts geändert. Geben Sie einen frischen ein.',
  reason: 'Grund',
  reasonOptional: 'Grund (freiwillig)',
  reasonHint:
    'Steht im Verzeichnis der Änderungen, das andere Administratoren lesen. Keine persönlichen Angaben.',
  reasonMissing: 'Nennen Sie den Grund: Das schützt weniger als bisher.',
  reasonWrong: 'Der Grund kann höchstens 500 Zeichen einfachen Text haben.',
  confirmation: 'Tippen Sie „{company}“ zur Bestätigung',
  confirmationHint:
    '{count, plural, one {Eine Person wird ausgesperrt.} other {# Personen werden ausgesperrt.}}',
  confirmationUnknown: 'Wer nicht auf der Liste steht, wird womöglich ausgesperrt.',
  confirmationWrong: 'Tippen Sie den Namen des Unternehmens, wie er über dem Feld steht.',
  save: 'Änderung speichern',
  back: 'Zurück, ohne etwas zu ändern',
  conflictTitle: 'Die Einstellung wurde inzwischen geändert',
  conflictText: 'Von Ihnen wurde nichts gespeichert, damit keine Änderung verloren geht.',
  conflictTable: 'Wo Ihre Änderung abweicht',
  conflictAgain: 'Ihre Änderung daran prüfen',
  conflictDrop: 'Neu beginnen mit der Einstellung, wie sie jetzt ist',
  textsTitle: 'Was Ihre Leute lesen',
  textsIntro:
    'Jede Person liest ihre eigene Sprache, wenn das Anmeldesystem oder der Browser sie nennt, sonst die des Unternehmens. Der Code ist ein Beispiel, und es wurde nichts gesendet.',
  textsSms: 'SMS mit dem Code',
  textsNotice: 'Hinweis vor dem Registrieren eines Telefons ({language})',
};
