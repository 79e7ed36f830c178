/** English texts of area `policy`: two-factor for a company, how it stands and how it is changed. */

export const policy = {
  title: 'Two-factor sign-in',
  mode: 'Two-factor',
  modeOff: 'Off',
  modeOptional: 'Optional',
  modeRequired: 'Required',
  modeOffHint: 'Nobody is asked for a code.',
  modeOptionalHint: 'Whoever registered a phone is asked for a code. Nobody has to register one.',
  modeRequiredHint:
    'Everybody is asked for a code. Whoever has no phone registered can put it off until the day below.',
  modeMissing: 'Choose whether two-factor is off, optional or required.',
  enforceFrom: 'Required from',
  enforceFromHint:
    'Only for “Required”. From 9 in the morning on this day ({zone}), nobody signs in without a code. Today means at once.',
  deadlineWrong: 'Enter a day that is today or later, for example 2027-01-04.',
  noDeadline: 'No day',
  enrolmentDays: 'Days to register a phone alone',
  enrolmentDaysHint:
    'Counted from switching on, or from the day above. Afterwards people need an invitation. 1 to 365.',
  enrolmentDaysWrong: 'Enter a whole number of days from 1 to 365.',
  days: '{days, plural, one {# day} other {# days}}',
  countries: 'Countries',
  countriesHint: 'Codes are sent to phone numbers of these countries alone.',
  countriesAll: 'All that the service allows',
  countriesSome: 'Only those ticked in the list',
  countriesList: 'List of countries',
  countriesMissing: 'Tick at least one country of the list, or choose all.',
  allCountries: 'All that the service allows: {countries}',
  smsPerDay: 'Text messages a day, at most',
  smsPerDayHint:
    'Protects against a flood of messages. Empty: 6 for each person, but at least 200. The first code of the day always reaches a person.',
  smsPerDayWrong: 'Enter a whole number from 1 to 1000000, or leave it empty.',
  smsDefault: '6 for each person, but at least 200',
  setting: 'Setting',
  now: 'Now',
  after: 'After',
  yours: 'Your change',
  change: 'Change',
  check: 'Check the change',
  checkHint: 'Nothing changes yet: the next page shows what it would mean.',
  same: 'That is how it is already. Nothing was changed.',
  saved: 'The change is saved',
  savedText: 'It holds everywhere within five seconds.',
  undo: 'Undo this change',
  erased:
    'Two-factor is off. Registered phone numbers will be erased on {date} unless it is switched on again.',
  peopleEnrolled: 'People with a phone',
  outOf: '{count, number} of {total, number}',
  peopleWithout: 'People without a phone',
  peopleStuck: 'People whose phone is blocked or cannot be reached',
  roster: 'List of people',
  rosterIsComplete: 'Complete',
  rosterIsPartial: 'Not complete',
  rosterIsEmpty: 'Empty',
  lastChange: 'Last changed on {date} by {who}.',
  lastChangeWhy: 'Last changed on {date} by {who}. Reason given: {reason}',
  byAdmin: 'administrator {id}',
  byOperator: 'the operator of the service ({id})',
  bySystem: 'your sign-in system ({id})',
  byOther: '{id}',
  confirmTitle: 'Check and save',
  changes: 'What changes',
  effects: 'What this means',
  effectOff: 'Nobody is asked for a code any more',
  effectErased:
    '{count, plural, =0 {Nobody has a phone registered, so nothing will be erased.} one {One registered phone number loses its purpose. It is erased after {days} days, on {date}, unless two-factor is switched on again before.} other {# registered phone numbers lose their purpose. They are erased after {days} days, on {date}, unless two-factor is switched on again before.}}',
  effectEnrolled:
    '{enrolled, number} of {people, plural, one {one known person has} other {# known people have}} a phone registered and will be asked for a code.',
  effectNotEnrolled:
    '{count, plural, =0 {Nobody is without a phone.} one {One person has no phone registered. They are asked to at the next sign-in and cannot go on without it from {date}.} other {# people have no phone registered. They are asked to at the next sign-in and cannot go on without it from {date}.}}',
  effectOptional:
    '{count, plural, =0 {Nobody is without a phone.} one {One person has no phone registered and signs in as before.} other {# people have no phone registered and sign in as before.}}',
  effectCountry:
    '{count, plural, one {One person has a phone number of {country}, which would be sent no codes any more.} other {# people have a phone number of {country}, which would be sent no codes any more.}}',
  lockedOutNobody: 'Nobody on your list would be locked out on {date}.',
  lockedOut:
    '{count, plural, one {One person would be locked out on {date}} other {# people would be locked out on {date}}}',
  lockedOutHelp:
    'They could neither enter a code nor register a phone by themselves. Invite or reset them first, or choose a later day.',
  lockedOutUnknown: 'Who would be locked out cannot be said',
  lockedOutKnown:
    '{count, plural, one {Among the people known, at least one would be locked out on {date}.} other {Among the people known, at least # would be locked out on {date}.}}',
  rosterEmpty:
    'The list of people is empty: there may be people at your company who are not counted here.',
  rosterPartial:
    'The list of people is not complete: there may be people at your company who are not counted here.',
  rosterHow:
    'Whoever runs your sign-in system completes the list by importing everybody and marking the import as complete. Then this page names everybody who would be locked out.',
  who: 'Who they are',
  whoMore: '{count, plural, one {and one more} other {and # more}}',
  limits: 'What two-factor does and does not do',
  limitSpeed: 'A change holds for every sign-in that begins five seconds later.',
  limitAccess: 'It blocks signing in. It removes nobody and changes nobody’s rights.',
  limitSessions: 'Whoever is signed in stays signed in until your system ends it.',
  limitUnderWay: 'A sign-in that is under way ends under the former setting.',
  limitDoor:
    'It protects the sign-ins that ask this service. A way in that does not ask is not protected.',
  limitSms:
    'A text message protects against stolen passwords, not against everything: phone numbers can be taken over. Nobody should tell a code to anybody.',
  weaker: 'This protects less than before: {settings}',
  weakerText:
    'It takes a fresh code from your phone and a reason. Both are recorded, with what changed.',
  prove: 'Continue with a code',
  codeOver: 'The code you entered cannot be used any more. Nothing was changed. Enter a fresh one.',
  reason: 'Reason',
  reasonOptional: 'Reason (optional)',
  reasonHint:
    'Kept in the record of changes, where other administrators read it. No personal details.',
  reasonMissing: 'Say why: this protects less than before.',
  reasonWrong: 'The reason can have 500 characters at most, in plain text.',
  confirmation: 'Type “{company}” to confirm',
  confirmationHint:
    '{count, plural, one {One person will be locked out.} other {# people will be locked out.}}',
  confirmationUnknown: 'People who are not on the list may be locked out.',
  confirmationWrong: 'Type the company’s name as it stands above the field.',
  save: 'Save the change',
  back: 'Back without changing anything',
  conflictTitle: 'The setting was changed in the meantime',
  conflictText: 'Nothing of yours was saved, so that no change is lost.',
  conflictTable: 'Where your change differs',
  conflictAgain: 'Check your change against it',
  conflictDrop: 'Begin again from the setting as it is now',
  textsTitle: 'What your people read',
  textsIntro:
    'Each person reads their own language, where the sign-in system or the browser tells it, else that of the company. The code is an example, and nothing was sent.',
  textsSms: 'Text message with the code',
  textsNotice: 'Notice before a phone is registered ({language})',
};
