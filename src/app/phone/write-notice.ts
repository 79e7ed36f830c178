/** Puts into words what a number is told when it is no factor any more: as a text, to a landline as a call. */

import { noticeSpeech } from '../../domain/call-speech.js';
import type { PhoneNumber } from '../../domain/phone-number.js';
import { noticeSms, type NoticeSms } from '../../domain/sms-text.js';
import { pickLocale } from '../../domain/texts/texts.js';
import type { Company } from '../ports/company-store.js';
import type { CallMessage, SmsMessage } from '../ports/sms-sender.js';

interface Notice {
  readonly to: PhoneNumber;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly event: NoticeSms['event'];
  readonly company: Pick<Company, 'displayName' | 'locale'>;
}

type Words = Pick<SmsMessage, 'channel' | 'body'> | Pick<CallMessage, 'channel' | 'speech'>;

/** Null for a landline that may not be called any more: nothing can tell it. */
export function writeNotice(
  { to, country, event, company }: Notice,
  callCountries: readonly string[],
): Words | null {
  const words = { event, companyName: company.displayName, locale: pickLocale(company.locale) };
  if (to.canBeTexted) return { channel: 'sms', body: noticeSms(words) };
  if (!callCountries.includes(country)) return null;
  return { channel: 'call', speech: noticeSpeech(words) };
}
