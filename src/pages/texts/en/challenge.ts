/** English texts of area `challenge`: entering a code, what to do when it does not come, and how it ends. */

export const challenge = {
  continueTitle: 'Continue in this browser?',
  continueText:
    'A security code is about to be asked for. Continue if you have just signed in yourself and want to finish here.',
  continueWarning:
    'If somebody sent you this address, close this page. A code is never asked for by a link in a message.',
  elsewhereTitle: 'This was opened in another browser',
  elsewhereText:
    'It can only be finished there. To use this browser, begin again on the page where you sign in. Cookies have to be allowed for this site.',
  codeTitle: 'Enter your security code',
  forSignIn: 'It finishes your sign-in to {company}.',
  forNumber: 'It shows that the number is yours.',
  forChangePhone: 'It lets you change your phone number.',
  forRemovePhone: 'It lets you remove your phone number.',
  forViewPhone: 'It lets you see your phone number in full.',
  forManageFactors: 'It lets you change how you prove who you are.',
  forWeakenPolicy: 'It lets you make two-factor protect less at {company}.',
  forOpenConsole: 'It opens the console of {company}.',
  problemsLink: 'Not received a text message?',
  problemsCallLink: 'Not received a call?',
  numberLink: 'Change the number',
  isOver: 'This code can no longer be entered.',
  goOn: 'Go on',
  problemsTitle: 'Problems with the code',
  problemsText:
    'A text message usually arrives within a minute. Check that the phone is switched on and has mobile coverage.',
  againTitle: 'Send the code again',
  againText:
    'The same code is sent to the phone ending in {lastTwo}. Whichever message arrives first can be used.',
  helpTitle: 'Help from {company}',
  phoneLostTitle: 'I no longer have this phone',
  phoneLostText:
    'The number cannot be changed while you sign in. Ask your administrator to reset it. You can then add another number the next time you sign in.',
  disownTitle: 'This was not me',
  disownText:
    'If you did not begin this yourself, somebody may know your password. Stop it here; the code is then worth nothing.',
  disown: 'Stop this',
  backToCode: 'Back to the code',
  back: 'Back to where you came from',
  stoppedTitle: 'This was stopped',
  stoppedText: 'The code can no longer be used. Go back and begin again.',
  disownedText: 'The code can no longer be used, and what happened was recorded.',
  disownedNext:
    'Change your password now and tell your administrator. Give a code to nobody, whoever asks for it.',
  expiredTitle: 'This code has expired',
  expiredText:
    'A code is valid for a few minutes only. Have a new one sent and go on where you were.',
  expiredNumberTitle: 'This page has expired',
  expiredNumberText: 'Nothing was lost: go on and enter your number again.',
  triedTitle: 'Too many wrong codes',
  triedText: 'This code can no longer be used. Have a new one sent and enter that.',
  newCode: 'Send a new code',
  overText: 'Go back and begin again.',
  doneTitle: 'The code was accepted',
  skippedTitle: 'You can add a number later',
  doneText: 'You are taken on in a moment.',
  doneLink: 'Continue',
};
