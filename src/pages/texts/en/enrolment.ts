/** English texts of area `enrolment`: giving the number that codes go to. */

export const enrolment = {
  title: 'Add your mobile number',
  why: '{company} protects sign-ins with a second step: after your password, a code comes to your phone as a text message. Your number is used for this and for nothing else.',
  number: 'Mobile number',
  numberHint: 'Such as {example}; from another country with its code, such as {foreign}.',
  send: 'Send a code',
  noticeTitle: 'What happens with your number',
  noticeVersion: 'Version {version}',
  confirmTitle: 'Confirm your mobile number',
  confirmText:
    '{company} has entered a number for you that ends in {lastTwo}. A code that is sent there shows that it is yours.',
  confirmSend: 'Send a code to the number ending in {lastTwo}',
  otherNumber: 'Use another number',
  otherNumberNotOpen:
    'If this is not your number, ask your administrator to remove it and to invite you.',
  correctTitle: 'Change the number',
  correctText:
    'The code was sent to the number ending in {lastTwo}. If that is wrong, enter the right one. A new code is then sent there.',
  deadline: 'From {date}, a number is needed to sign in.',
  skip: 'Not now',
  skipDays: 'Not now ({days, plural, one {# day left} other {# days left}})',
  numberEmpty: 'Enter a mobile number, such as {example}.',
  numberWrong:
    'This is not a number that can receive text messages. Enter a mobile number, such as {example}.',
  noticeChanged:
    'What is said about your number below has changed. Read it again, then have the code sent.',
  numbersUsedUp:
    'The number was changed too often. Enter the code that was sent last, or go back and begin again.',
  notOpenTitle: 'A number cannot be added now',
  notOpenText:
    'A code is needed to sign in to {company}, but nobody has opened this step for you. Ask your administrator for an invitation, then sign in again.',
};
