/** What a call looks like to Twilio: its whole script travels with it, and a company's name cannot add to it. */

import { toTwiml } from '../../../src/adapters/twilio/call-form.js';
import { codeSpeech } from '../../../src/domain/call-speech.js';
import { LOCALES } from '../../../src/domain/texts/texts.js';
import {
  API_KEY_SECRET,
  API_KEY_SID,
  CALLS_PATH,
  callMessage,
  SEEDED,
  twilioApi,
  twilioSender,
} from '../../support/twilio.js';

const PAUSE = '<Pause length="1"/>';

/** One element after the other; undefined when there is anything else. */
function verbsOf(twiml: string): { language: string | null; text: string | null }[] | undefined {
  const inside = /^<Response>(.*)<\/Response>$/s.exec(twiml)?.[1] ?? '';
  const verb = /<Pause length="1"\/>|<Say language="([a-z]{2}-[A-Z]{2})">([^<>]*)<\/Say>/gy;
  const verbs = Array.from(inside.matchAll(verb), ([, language = null, text = null]) => ({
    language,
    text,
  }));
  const length = Array.from(inside.matchAll(verb), ([all]) => all).join('').length;
  return inside.length > 0 && length === inside.length ? verbs : undefined;
}

const saidBy = (twiml: string) =>
  verbsOf(twiml)?.flatMap(({ text }) => (text === null ? [] : [text]));

test('the form holds exactly these fields, sent with the API key: inline TwiML, no address to fetch', async () => {
  let form: Record<string, string> = {};
  const scope = twilioApi()
    .post(CALLS_PATH, (body: Record<string, string>) => (form = body) === body)
    .basicAuth({ user: API_KEY_SID, pass: API_KEY_SECRET })
    .matchHeader('content-type', 'application/x-www-form-urlencoded')
    .reply(201, { sid: 'CA123', status: 'queued' });
  const sender = twilioSender({ callFrom: '+441632960000' });
  const message = callMessage();
  expect(await sender.send(message)).toEqual({ kind: 'accepted', providerId: 'CA123' });
  expect(form).toEqual({
    To: SEEDED.number,
    From: '+441632960000',
    Twiml: toTwiml(message.speech),
    Timeout: '20',
    TimeLimit: '90',
    StatusCallback: message.statusUrl,
  });
  expect(scope.isDone()).toBe(true);
  sender.close();
});

test('without a public address no receipts are asked for', async () => {
  let form: object = {};
  twilioApi()
    .post(CALLS_PATH, (body: object) => (form = body) === body)
    .reply(201, { sid: 'CA1' });
  await twilioSender().send({ ...callMessage(), statusUrl: null });
  expect(form).not.toHaveProperty('StatusCallback');
});

test.each(LOCALES)(
  '%s: the code is heard exactly twice, every digit by itself and after a pause',
  (locale) => {
    const code = '0070012';
    const twiml = toTwiml(codeSpeech({ code, companyName: 'Acme & Söhne', locale }));
    const digits = saidBy(twiml)?.filter((text) => /\d/.test(text));
    expect(digits).toEqual(Array.from(code + code));
    const verbs = verbsOf(twiml) ?? [];
    expect(verbs.map(({ text }) => text === null)).toEqual(verbs.map((_, at) => at % 2 === 0));
    expect(new Set(verbs.flatMap(({ language }) => language ?? []))).toEqual(
      new Set([{ en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', it: 'it-IT' }[locale]]),
    );
  },
);

test.each([
  '</Say><Dial>+44900123456</Dial><Say>',
  '</Say><Redirect>https://evil.example/</Redirect>',
  ']]><Record/>',
  '<!-- -->',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>&b;',
  '&#60;Dial&#62;',
  '" loop="0',
  'Müller & Söhne',
])('a company called %j adds no verb to the script', (companyName) => {
  const plain = verbsOf(toTwiml(codeSpeech({ code: '123456', companyName: 'A', locale: 'en' })));
  const named = verbsOf(toTwiml(codeSpeech({ code: '123456', companyName, locale: 'en' })));
  expect(named?.length).toBe(plain?.length);
});

test('marks of XML are escaped wherever they come from', () => {
  const twiml = toTwiml({ locale: 'en', parts: [{ words: `<a b="c">&amp;'` }] });
  expect(twiml).toBe(
    `<Response>${PAUSE}<Say language="en-GB">&lt;a b=&quot;c&quot;&gt;&amp;amp;'</Say>${PAUSE}</Response>`,
  );
});

test('the longest script is well below the 4,000 characters that Twilio takes', () => {
  for (const locale of LOCALES) {
    const speech = codeSpeech({
      code: '12345678',
      companyName: '&'.repeat(300) + 'W'.repeat(300),
      locale,
    });
    expect(toTwiml(speech).length).toBeLessThan(2_500);
  }
});

test('a sender without a number to call from makes no call', async () => {
  expect(await twilioSender({ callFrom: null }).send(callMessage())).toEqual({
    kind: 'unavailable',
    cause: 'sender',
    providerCode: null,
  });
});
