/** German texts of area `people`: the list of a company’s people, its search, its import and its export. */

import type { Texts } from '../area.js';
import type { people as english } from '../en/people.js';

export const people: Texts<typeof english> = {
  title: 'Personen',
  total:
    '{count, plural, =0 {Noch ist niemand bekannt.} one {Eine Person ist bekannt.} other {# Personen sind bekannt.}}',
  listComplete: 'Die Liste ist vollständig.',
  listPartial:
    'Die Liste ist nicht vollständig: Es kann Personen in Ihrer Firma geben, die nicht darin stehen.',
  import: 'Personen in die Liste aufnehmen',
  export: 'Diese Liste als Datei laden (CSV)',
  person: 'Person',
  status: 'Status',
  until: 'Zeit bis',
  number: 'Nummer',
  registered: 'Registriert',
  lastUsed: 'Letzter angenommener Code',
  search: 'Person',
  searchHint: 'Womit die Kennung beginnt, unter der Ihr Anmeldesystem die Person führt.',
  searchWrong:
    'So beginnt keine Kennung: Kennungen bestehen aus Buchstaben, Ziffern und . _ ~ : - und sind keine Adressen.',
  order: 'Sortieren nach',
  orderId: 'Person',
  orderStatus: 'Status',
  orderLastUsed: 'Letzter angenommener Code, neueste zuerst',
  show: 'Anzeigen',
  all: 'Alle',
  without: 'Alle ohne Telefon',
  nobody: 'Niemand passt dazu.',
  importTitle: 'Personen in die Liste aufnehmen',
  importIntro:
    'Fügen Sie eine Liste mit einer Person je Zeile ein, bis zu {count, number} auf einmal.',
  importNumber:
    'Eine Nummer ist nur ein Vorschlag: Sie gilt, sobald die Person sie mit einem Code bestätigt, der an sie geht.',
  importAgain:
    'Wer schon in der Liste steht, bleibt unverändert. Dieselbe Liste kann zweimal gesendet werden.',
  importNobodyGoes: 'Niemand wird aus der Liste entfernt.',
  importList: 'Personen',
  importExample:
    'Die Kennung, unter der Ihr Anmeldesystem die Person führt, dann vielleicht ein Komma und die Telefonnummer: anna.b,+44 7700 900123',
  importWhole: 'Sind das alle?',
  importComplete: 'Ja, damit stehen alle in der Liste',
  importCompleteHint:
    'Nur dann lässt sich sagen, wer ausgesperrt würde. Bei mehreren Teilen beim letzten ankreuzen.',
  importDo: 'Aufnehmen',
  imported: 'Die Liste wurde aufgenommen',
  importedPeople:
    '{created, plural, =0 {Niemand ist neu} one {Eine Person ist neu} other {# Personen sind neu}}, {unchanged, plural, =0 {niemand stand schon in der Liste} one {eine stand schon in der Liste} other {# standen schon in der Liste}}.',
  importedNumbers:
    '{stored, plural, one {Eine Nummer wurde behalten.} other {# Nummern wurden behalten.}}',
  importedIgnored:
    '{ignored, plural, one {Eine Nummer wurde übergangen: Die Person hat selbst ein Telefon registriert.} other {# Nummern wurden übergangen: Die Personen haben selbst ein Telefon registriert.}}',
  rosterEmpty: 'Fügen Sie mindestens eine Zeile ein.',
  rosterTooMany:
    'Fügen Sie höchstens {count, number} Zeilen auf einmal ein. Nichts wurde aufgenommen.',
  rosterId:
    'Keine brauchbare Kennung, eine, die dort zweimal steht, oder eine, die wie eine andere aussieht, in Zeile {lines}. Kennungen bestehen aus Buchstaben, Ziffern und . _ ~ : - und sind keine Adressen. Nichts wurde aufgenommen.',
  rosterNumber:
    'Keine Telefonnummer, die SMS empfangen kann, in Zeile {lines}. Nichts wurde aufgenommen.',
  rosterShape: 'Mehr als Kennung und Nummer in Zeile {lines}. Nichts wurde aufgenommen.',
  back: 'Zurück zur Liste',
};
