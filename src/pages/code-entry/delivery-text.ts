/** What became of the message with a code, in words. */

import type { PendingAnswer } from '../../app/answers.js';
import type { Channel } from '../../domain/challenge.js';
import { isLasting, type DeliveryStatus, type UndeliveredReason } from '../../domain/delivery.js';
import type { Locale } from '../../domain/texts/texts.js';
import { codeEntryTexts } from '../texts/code-entry.js';

type Sent = Pick<PendingAnswer, 'channel' | 'maskedDestination' | 'delivery' | 'availableChannels'>;
type Key = Parameters<ReturnType<typeof codeEntryTexts>>[0];

/** Of a text and of a call, by what the provider last said of it. */
const SAID: Readonly<Record<Channel, Readonly<Record<DeliveryStatus, Key>>>> = {
  sms: {
    ...{ accepted: 'sentTo', unknown: 'sentUnsure', sent: 'sentTo' },
    ...{ delivered: 'sentArrived', undelivered: 'sentFailed' },
  },
  call: {
    ...{ accepted: 'callTo', unknown: 'callUnsure', sent: 'callTo' },
    ...{ delivered: 'callEnded', undelivered: 'callFailed' },
  },
};

/** Where the code went, as far as it is known, and what is left where it did not arrive. */
export function sentText(locale: Locale, sent: Sent): string {
  const { channel, maskedDestination, delivery, availableChannels } = sent;
  const t = codeEntryTexts(locale);
  const said = t(keyOf(channel, delivery), { lastTwo: maskedDestination.slice(-2) });
  const isLost = channel === 'sms' && delivery.status === 'undelivered';
  return isLost && availableChannels.includes('call') ? `${said} ${t('canCall')}` : said;
}

function keyOf(channel: Channel, { status, reason }: PendingAnswer['delivery']): Key {
  if (status !== 'undelivered') return SAID[channel][status];
  if (reason === 'no_answer') return 'callUnanswered';
  return channel === 'sms' && isLasting(reason) ? 'phoneUnreachable' : SAID[channel][status];
}

/** Changes whenever there is something new to say. */
export function deliveryState({ channel, delivery }: Sent): string {
  const reason: UndeliveredReason | 'none' = delivery.reason ?? 'none';
  return `${channel} ${delivery.status} ${reason}`;
}
