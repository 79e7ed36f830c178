/** English texts of area `people`: the list of a company's people, its search, its import and its export. */

export const people = {
  title: 'People',
  total:
    '{count, plural, =0 {Nobody is known yet.} one {One person is known.} other {# people are known.}}',
  listComplete: 'The list is complete.',
  listPartial: 'The list is not complete: there may be people at your company who are not in it.',
  import: 'Add people to the list',
  export: 'Download this list as a file (CSV)',
  person: 'Person',
  status: 'Status',
  until: 'Time until',
  number: 'Number',
  registered: 'Registered',
  lastUsed: 'Last code accepted',
  search: 'Person',
  searchHint: 'How the id begins that your sign-in system has for the person.',
  searchWrong:
    'No id begins like that: ids consist of letters, digits and . _ ~ : - and are no addresses.',
  order: 'Sort by',
  orderId: 'Person',
  orderStatus: 'Status',
  orderLastUsed: 'Last code accepted, latest first',
  show: 'Show',
  all: 'Everybody',
  without: 'Everybody without a phone',
  nobody: 'Nobody fits.',
  importTitle: 'Add people to the list',
  importIntro: 'Paste a list with one person on each line, up to {count, number} at a time.',
  importNumber:
    'A number is a proposal alone: it counts once the person confirms it with a code sent to it.',
  importAgain: 'Whoever is on the list already stays as they are. The same list can be sent twice.',
  importNobodyGoes: 'Nobody is removed from the list.',
  importList: 'People',
  importExample:
    'The id that your sign-in system has for the person, then perhaps a comma and the phone number: anna.b,+44 7700 900123',
  importWhole: 'Is that everybody?',
  importComplete: 'Yes, with this everybody is on the list',
  importCompleteHint:
    'Only then can be said who would be locked out. After several parts, tick it with the last one.',
  importDo: 'Add',
  imported: 'The list was taken in',
  importedPeople:
    '{created, plural, =0 {Nobody is new} one {One person is new} other {# people are new}}, {unchanged, plural, =0 {nobody was on the list before} one {one was on the list before} other {# were on the list before}}.',
  importedNumbers: '{stored, plural, one {One number was kept.} other {# numbers were kept.}}',
  importedIgnored:
    '{ignored, plural, one {One number was ignored: the person has registered a phone themselves.} other {# numbers were ignored: the people have registered a phone themselves.}}',
  rosterEmpty: 'Paste at least one line.',
  rosterTooMany: 'Paste up to {count, number} lines at a time. Nothing was taken in.',
  rosterId:
    'No usable id, an id that stands there twice, or one that looks like another’s, on line {lines}. Ids consist of letters, digits and . _ ~ : - and are no addresses. Nothing was taken in.',
  rosterNumber:
    'No phone number that can receive text messages on line {lines}. Nothing was taken in.',
  rosterShape: 'More than an id and a number on line {lines}. Nothing was taken in.',
  back: 'Back to the list',
};
