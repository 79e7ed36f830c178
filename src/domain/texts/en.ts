/** English texts. */

import type { Catalogue } from './catalogue.js';

export const en: Catalogue = {
  codeSms:
    '{code} is your {company} security code to sign in. It expires in {minutes, plural, one {# minute} other {# minutes}}. Do not share it.',
  codeSmsUnnamed:
    '{code} is your security code to sign in. It expires in {minutes, plural, one {# minute} other {# minutes}}. Do not share it.',
  resetSms:
    '{company}: this phone was removed from your sign-in. If you did not expect this, tell your administrator now.',
  resetSmsUnnamed:
    'This phone was removed from your sign-in at work. If you did not expect this, tell your administrator now.',
  changedSms:
    '{company}: your security codes now go to another phone number. If this was not you, tell your administrator now.',
  changedSmsUnnamed:
    'Your security codes for work now go to another phone number. If this was not you, tell your administrator now.',
  callCode: 'Hello. This is a security code to sign in at {company}. Your code is:',
  callCodeUnnamed: 'Hello. This is a security code to sign in at work. Your code is:',
  callAgain: 'Once more. Your code is:',
  callEnd:
    'Share it with nobody. If you did not ask for this call, hang up and tell your administrator. Goodbye.',
  notice: [
    '{company} asks for your mobile number for one purpose: to text you security codes that prove it is you who signs in. It is used for nothing else: no advertising, no contact lists.',
    'Your number is stored encrypted; colleagues and administrators see at most its last two digits. The text messages are delivered by Twilio, a service provider (processor) in the United States and other countries, under contractual data protection safeguards, and by mobile networks. Twilio keeps a record of each message until it is deleted there.',
    'The number is kept until you or {company} have it removed; records of sign-ins are kept for a limited time for security.',
    'You may ask to see, correct, remove or receive what is held about you, object to its use, and complain to a data protection authority. Contact: {contact}.',
    'Text messages need mobile coverage and are a weaker protection than an authenticator app: they can be delayed, missed or intercepted. If you cannot or do not want to use your phone, ask {company} for another way.',
  ],
  noticeCalls:
    'The code can also be spoken to you in a telephone call, to a mobile or a landline, if you ask for it or {company} has set it so. Your number is then called for the same purpose alone, through Twilio as well; the calls are not recorded.',
};
