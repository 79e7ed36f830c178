/** A call as Twilio's Calls take it: what it says travels with it, nothing is fetched from here (ADR 12). */

import type { CallSpeech, SpeechPart } from '../../domain/call-speech.js';
import type { Locale } from '../../domain/texts/texts.js';
import type { CallMessage } from '../../app/ports/sms-sender.js';
import type { CallForm } from './sdk-client.js';

/**
 * How long it rings; Twilio may add five. Voicemail mostly answers later than that, and a code that was
 * left there waits for whoever listens first. Twilio's own default is 60.
 */
const RING_SECONDS = 20;

/** Eight digits twice take less than a minute; a line left open costs. */
const LIMIT_SECONDS = 90;

/** The voice's language (BCP 47, as Twilio's `<Say>` lists them). */
const VOICES: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  it: 'it-IT',
};

/** Without `StatusCallbackEvent` Twilio reports the end of the call, whatever it was. It is not recorded. */
export function callForm({ to, speech, statusUrl }: CallMessage, from: string): CallForm {
  return {
    ...{
      to: to.e164(),
      from,
      twiml: toTwiml(speech),
      timeout: RING_SECONDS,
      timeLimit: LIMIT_SECONDS,
    },
    ...(statusUrl !== null && { statusCallback: statusUrl }),
  };
}

/**
 * Only verbs that every voice knows: each digit is a `<Say>` of its own with a second of silence after it, so
 * that it is never read as a number. Under 2,000 characters; Twilio takes 4,000.
 */
export function toTwiml({ locale, parts }: CallSpeech): string {
  const say = (text: string) => `<Say language="${VOICES[locale]}">${escaped(text)}</Say>${PAUSE}`;
  return `<Response>${PAUSE}${parts.flatMap(spoken).map(say).join('')}</Response>`;
}

const PAUSE = '<Pause length="1"/>';

function spoken(part: SpeechPart): readonly string[] {
  return 'words' in part ? [part.words] : Array.from(part.digits);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** XML 1.0, 2.4: all that could end the text it stands in. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
