/** English texts of area `account`: one's own phone and what can be done with it. */

export const account = {
  title: 'Your sign-in security',
  navPhone: 'Phone',
  navHistory: 'History',
  navNotice: 'Privacy notice',
  navConsole: 'Administrator console',
  mode_off: '{company} does not ask for codes at the moment.',
  mode_optional: '{company} asks you for a code when you sign in if a phone is registered for you.',
  mode_required: '{company} asks everybody for a code when they sign in.',
  phone: 'Your phone',
  number: 'Number',
  registered: 'Registered',
  lastUsed: 'Last used',
  unknown: 'Not known',
  never: 'Not yet',
  showFull: 'Show the whole number',
  change: 'Change the number',
  remove: 'Remove the number',
  noPhone: 'No phone is registered for you.',
  importedPhone:
    'Your company has given the number {number} for you. It counts once you confirm it with a code.',
  noLeave: 'A phone can be registered only after an invitation. Ask your administrator for one.',
  enrol: 'Register a phone',
  phoneDisabled:
    'Too many wrong codes were entered, so this phone is not accepted any more. Ask your administrator to reset it.',
  phoneUndeliverable:
    'The mobile network reports that this phone cannot receive text messages. You can change the number, or ask your administrator to reset it.',
  phoneLocked:
    'Too many wrong codes were entered. Codes are accepted again in {minutes, plural, one {# minute} other {# minutes}}.',
  questions: 'Questions and complaints',
  questionsText:
    'For questions, corrections, a copy of what is held about you, or a complaint, contact: {contact}. You can also complain to a data protection authority.',
  done_changed:
    'Your new phone number is registered. The old number was told of it by text message.',
  done_enrolled: 'Your phone is registered. From now on codes are sent to it.',
  done_removed: 'Your phone number was removed.',
  historyTitle: 'History',
  noticeTitle: 'Privacy notice',
  noticeVersion: 'Version {version}',
  back: 'Back to your account',
  keep: 'Back without changing anything',
  sendCode: 'Send a code to confirm',
  fullTitle: 'Your phone number',
  fullText:
    'Your number is about to be shown in full on this screen. That is recorded in your history.',
  fullShow: 'Show my number',
  fullRecorded: 'This was recorded in your history. Nobody else can see the whole number here.',
  removeTitle: 'Remove the number ending in {lastTwo}?',
  removeThen:
    'You will sign in to {company} without a code, so your password alone protects your sign-in.',
  removeThenOff:
    '{company} does not ask for codes at the moment, so signing in does not change for you.',
  removeErased: 'The number is erased. Records of past sign-ins are kept for a limited time.',
  removeTold: 'A text message tells the phone ending in {lastTwo} that it was removed.',
  removeAgain:
    'To use codes again, you need an invitation from your administrator unless your company lets you register freely.',
  removeDo: 'Remove the number',
  removeRequired:
    '{company} asks everybody for a code, and this is your only phone. It cannot be removed, but it can be changed.',
  changeTitle: 'Change your phone number',
  changeStepOld:
    'First a code is sent to the phone ending in {lastTwo}, to make sure that it is you.',
  changeStepNew: 'Then you enter the new number and the code that is sent to it.',
  changeStepDone: 'Only then the new number counts. The old one is told by text message.',
  changeLost: 'If you no longer have the old phone, ask your administrator to reset it.',
  changeNew:
    'Enter the new number. The old one stays until you have entered the code that is sent to the new one.',
  newTitle: 'Register your phone',
  newWhy:
    '{company} asks for a code from your phone when you sign in. Your number is used for these codes and for nothing else.',
  newImported:
    'Your company has given a number ending in {lastTwo} for you. Enter it in full to confirm it.',
  newOff: 'Your company does not ask for codes at the moment, so no number is needed.',
  newNumber: 'Mobile phone number',
  newHint:
    'As you would dial it, such as {example}, or with the country code, such as {foreign}. It has to receive text messages.',
  sendCodeTo: 'Send a code to this number',
  numberWrong: 'Enter a mobile phone number such as {example}.',
  numberSame: 'This number is registered for you already. Enter another one.',
  noticeChanged:
    'The privacy notice has changed. Read it again below and send the number once more.',
  numberTooOften:
    'The number was corrected too often. Enter the code that was sent, or begin again later.',
  codeTitle: 'Enter the code from the new number',
  codeSubmit: 'Confirm the number',
  correctLink: 'The number is wrong? Correct it',
  correctTitle: 'Correct the number',
  correctText: 'Enter the number again. The code that was sent before is of no more use.',
  correctBack: 'Back to the code',
  codeOverTitle: 'This code cannot be used any more',
  codeOverText:
    'It has expired, or too many wrong codes were entered. Your registered number has not changed.',
  beginAgain: 'Begin again',
};
