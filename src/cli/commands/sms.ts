/** Commands about sending. */

import { randomUUID } from 'node:crypto';

import { z } from 'zod';

import type { SmsOutcome } from '../../app/ports/sms-sender.js';
import type { CallSpeech } from '../../domain/call-speech.js';
import { CHANNELS } from '../../domain/challenge.js';
import type { MessageId } from '../../domain/ids.js';
import { PhoneNumber } from '../../domain/phone-number.js';
import { command } from '../command.js';
import { required } from '../input.js';

/** Long enough to look at a phone; nothing depends on it. */
const VALIDITY_SECONDS = 600;

const WORDS = 'Assay test message. No action is needed.';
const SPEECH: CallSpeech = { locale: 'en', parts: [{ words: WORDS }, { digits: '0123456789' }] };

const number = required('a number such as +44 7700 900123').transform((text, context) => {
  const phone = PhoneNumber.parse(text, '');
  if (phone) return phone;
  context.addIssue({ code: 'custom', message: 'must be a number with its country code' });
  return z.NEVER;
});

export const smsTest = command({
  name: 'sms test',
  usage: '--to NUMBER [--channel sms|call]   (sends one message that is paid for)',
  options: { to: { type: 'string' }, channel: { type: 'string' } },
  input: z.strictObject({
    to: number,
    channel: z.enum(CHANNELS, { error: 'must be sms or call' }).default('sms'),
  }),
  async run({ sender }, { to, channel }) {
    const outcome = await sender.send({
      ...{ id: randomUUID() as MessageId, to, validitySeconds: VALIDITY_SECONDS, statusUrl: null },
      ...(channel === 'sms' ? { channel, body: WORDS } : { channel, speech: SPEECH }),
    });
    return { to: to.toString(), ...outcome };
  },
  print: (outcome) => `${outcome.to}: ${inWords(outcome)}`,
  exitCode: (outcome) => (outcome.kind === 'accepted' ? 0 : 1),
});

function inWords(outcome: SmsOutcome): string {
  switch (outcome.kind) {
    case 'accepted':
      return `accepted as ${outcome.providerId}`;
    case 'rejected':
      return `refused (${outcome.reason}, ${outcome.providerCode ?? 'no code'})`;
    case 'unavailable':
      return `not sent (${outcome.cause}, ${outcome.providerCode ?? 'no code'})`;
    case 'unknown':
      return 'no answer in time; it may have been sent';
  }
}
