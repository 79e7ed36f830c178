/** English texts of area `proof`: a fresh code before an act. */

export const proof = {
  title: 'Confirm that it is you',
  change_phone:
    'Your phone number is about to be changed. A fresh code makes sure that nobody else does it.',
  remove_phone:
    'Your phone number is about to be removed. A fresh code makes sure that nobody else does it.',
  view_phone:
    'Your phone number is about to be shown in full. A fresh code makes sure that nobody else sees it.',
  manage_factors:
    'Your sign-in is about to be changed. A fresh code makes sure that nobody else does it.',
  weaken_policy:
    'This change protects your company less than before. A fresh code makes sure that it is you who makes it.',
  open_console: 'These pages decide how other people sign in. A code from your phone opens them.',
  willSend: 'A text message with a code will be sent to the phone ending in {lastTwo}.',
  send: 'Send the code',
  codeOver: 'That code cannot be used any more. Have a new one sent.',
  submitView: 'Show my number',
  submit: 'Continue',
  submitOpen: 'Open',
  back: 'Back without changing anything',
  noPhoneTitle: 'Register your phone first',
  noPhoneText:
    'These pages are opened with a code from your own phone, and none is registered for you yet.',
  enrol: 'Register a phone',
  disabledTitle: 'Your phone cannot be used at the moment',
  disabledText:
    'Too many wrong codes were entered. An administrator of your company can reset it for you.',
};
