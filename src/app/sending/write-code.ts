/** Puts a code into words: of a text, or of a call. */

import { codeSpeech } from '../../domain/call-speech.js';
import { RESEND_MIN_LIFE_MS } from '../../domain/limits.js';
import { codeSms } from '../../domain/sms-text.js';
import { pickLocale } from '../../domain/texts/texts.js';
import type { OutgoingMessage } from '../ports/sms-sender.js';
import type { ReservedSend, SendCodeDeps } from './reserved-send.js';

export function writeCode(deps: Pick<SendCodeDeps, 'rules'>, send: ReservedSend): OutgoingMessage {
  const { challenge, person, destination } = send;
  // To the nearest: the store's own few milliseconds would tell five minutes as four.
  const lifeSeconds = Math.round((challenge.expiresAtMs - challenge.nowMs) / 1_000);
  const code = send.code.digits();
  const { displayName: companyName } = person.company;
  const locale = pickLocale(challenge.delivery.locale);
  const message = {
    ...{ id: send.messageId, to: destination.phone, validitySeconds: lifeSeconds },
    statusUrl: send.callback?.statusUrl ?? null,
  };
  if (challenge.delivery.channel === 'call') {
    return { ...message, channel: 'call', speech: codeSpeech({ code, companyName, locale }) };
  }
  const codeHost = codeHostOf(deps, send);
  const body = codeSms({ code, companyName, locale, lifeSeconds, codeHost });
  return { ...message, channel: 'sms', body };
}

/**
 * A call rings, is picked up and speaks for half a minute, and no provider drops it when the code is over:
 * none is begun that could not be heard in time.
 */
export function canBeHeardInTime({ channel, validitySeconds }: OutgoingMessage): boolean {
  return channel !== 'call' || validitySeconds * 1_000 >= RESEND_MIN_LIFE_MS;
}

/** Only the page that asks for the code may fill it in (decision 35). */
function codeHostOf(
  { rules }: Pick<SendCodeDeps, 'rules'>,
  { challenge, call }: ReservedSend,
): string | null {
  return challenge.door === null ? call.client.codeHost : new URL(rules.publicUrl).hostname;
}
