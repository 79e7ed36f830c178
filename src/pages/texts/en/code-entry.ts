/** English texts of area `code-entry`: the code, sending it again, and what can go wrong with either. */

export const codeEntry = {
  code: 'Security code',
  codeHint: 'The {length} digits from the text message',
  codeHintCall: 'The {length} digits from the call',
  submit: 'Continue',
  sentTo: 'A text message with the code is on its way to the phone ending in {lastTwo}.',
  sentUnsure:
    'It is not certain that the text message to the phone ending in {lastTwo} was sent. If it does not arrive, have it sent again.',
  sentArrived: 'The text message with the code has arrived on the phone ending in {lastTwo}.',
  sentFailed:
    'The text message to the phone ending in {lastTwo} did not arrive. Check that the phone is switched on and has mobile coverage, then have the code sent again.',
  callTo: 'The phone ending in {lastTwo} is being called. The code is said twice.',
  callUnsure:
    'It is not certain that the phone ending in {lastTwo} is being called. If it does not ring, have the code sent again.',
  callEnded: 'The phone ending in {lastTwo} was called, and the code was said.',
  callFailed:
    'The call to the phone ending in {lastTwo} did not get through. Have the code sent again.',
  callUnanswered:
    'The call to the phone ending in {lastTwo} was not answered. Ask for another call when you can pick up.',
  sentAgain: 'The code was sent again to the phone ending in {lastTwo}.',
  sendAgain: 'Send the code again',
  sendText: 'Send the code as a text message',
  callMe: 'Call me with the code',
  sendAgainFrom: 'It can be sent again in {wait}.',
  sendAgainReady: 'The code can be sent again now.',
  seconds: '{count, plural, one {# second} other {# seconds}}',
  minutes: '{count, plural, one {# minute} other {# minutes}}',
  hours: '{count, plural, one {# hour} other {# hours}}',
  codeEmpty: 'Enter the code from the text message.',
  codeTooShort: 'This code is too short. It has {length} digits.',
  codeTooLong: 'This code is too long. It has {length} digits.',
  codeNotDigits: 'The code has digits only. Enter the numbers 0 to 9.',
  codeOtherDigits:
    'These digits cannot be read. Switch the keyboard to plain digits (0 to 9) and enter the code again.',
  codeIncorrect:
    'This code is not correct. {tries, plural, =0 {No tries are left.} one {One try is left.} other {# tries are left.}}',
  codeLocked:
    'Too many wrong codes were entered. For your protection, codes are accepted again in {wait}.',
  codeNotSent: 'The code has not been sent yet. Wait a moment and try again.',
  factorDisabled:
    'Too many wrong codes were entered, so this phone can no longer be used to sign in. Ask your administrator to reset it.',
  sendTooSoon: 'A text message was sent a moment ago. It can be sent again in {wait}.',
  sendLimit:
    'Too many text messages were sent, so none can be sent at the moment. Try again in {wait}.',
  canEnterCode: 'A code that has already arrived can still be entered.',
  canAskAdministrator: 'An administrator of your company can raise this limit.',
  canAskSupport: 'If you cannot wait, tell your company’s support.',
  sendExpiring:
    'This code expires in less than a minute and is not sent again. After that, a new code is offered here.',
  phoneUnreachable:
    'The mobile network reports that this phone cannot receive text messages. Check that it is switched on and can receive texts, or ask your administrator.',
  canCall: 'The code can also be said in a phone call.',
  phoneNotCallable:
    'The phone network reports that this phone cannot be called. The code can be sent as a text message.',
  countryNotAllowed:
    'Codes cannot be sent to phone numbers of this country. Use another number, or ask your administrator.',
  smsUnavailable: 'Text messages cannot be sent at the moment. Wait a moment and try again.',
  busy: 'The service is busy, and nothing was lost. Wait a moment and try again.',
};
