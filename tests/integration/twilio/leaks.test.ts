/** R125: whatever Twilio answers and however it fails, neither number nor code nor secret comes back out. */

import { inspect } from 'node:util';

import { NoAnswerError, Transport } from '../../../src/adapters/twilio/transport.js';
import {
  API_KEY_SECRET,
  AUTH_TOKEN,
  SEEDED,
  smsMessage,
  twilioSender,
} from '../../support/twilio.js';
import {
  accept,
  answer,
  refuse,
  startTwilioStandIn,
  type Behaviour,
  type TwilioStandIn,
} from '../../support/twilio-stand-in.js';

const SECRETS = [
  SEEDED.code,
  SEEDED.number.slice(1),
  SEEDED.number.slice(3),
  encodeURIComponent(SEEDED.number),
  API_KEY_SECRET,
  AUTH_TOKEN,
  'Basic ',
];

let standIn: TwilioStandIn;
beforeEach(async () => {
  standIn = await startTwilioStandIn();
});
afterEach(() => standIn.close());

/** Everything that a log could make of a value. */
function shownAs(value: unknown): string {
  const deep = {
    depth: Infinity,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
  } as const;
  const error = value instanceof Error ? [value.message, value.stack, value.cause] : [];
  return [
    inspect(value, deep),
    inspect(value, { ...deep, customInspect: false }),
    JSON.stringify(value),
    inspect(error, deep),
    String(value),
  ].join('\n');
}

function expectNothingIn(value: unknown): void {
  const shown = shownAs(value);
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
}

const BEHAVIOURS: readonly (readonly [string, Behaviour])[] = [
  ['acceptance', accept],
  ['a refusal that repeats number and text', refuse(400, 21211)],
  ['a provider fault that repeats them', refuse(500, 20500)],
  [
    'an echo of the form as HTML',
    (response, { form }) => answer(502, `<p>${JSON.stringify(form)}</p>`)(response),
  ],
  [
    'an echo of the form as a sid',
    (response, { form }) => answer(201, { sid: { form } })(response),
  ],
  [
    'an echo of the form in a problem',
    (response, { form }) =>
      answer(400, { type: 'a', title: JSON.stringify(form), status: 400, code: 1 })(response),
  ],
  [
    'an echo where a code belongs',
    (response, { form }) => answer(400, { code: form['To'], message: 'x' })(response),
  ],
  ['a reset', (response) => void response.socket?.destroy()],
  ['silence', () => undefined],
];

test.each(BEHAVIOURS)('R125: %s', async (_what, behaviour) => {
  standIn.behave(behaviour);
  const sender = twilioSender({ deadlineMs: 500 }, standIn.url);
  await sender.warmUp();
  const outcome = await sender.send(smsMessage());
  expect(standIn.messages[0]?.form).toMatchObject({ To: SEEDED.number });
  expectNothingIn(outcome);
  expectNothingIn(sender);
  sender.close();
});

test('R125: the transport rejects with no more than whether the request may have arrived', async () => {
  standIn.behave((response) => void response.socket?.destroy());
  const transport = new Transport(1);
  const body = `To=${encodeURIComponent(SEEDED.number)}&Body=${SEEDED.code}`;
  const request = {
    url: new URL(standIn.url),
    headers: { Authorization: `Basic ${AUTH_TOKEN}` },
    body,
    signal: AbortSignal.timeout(5_000),
  };
  const error: unknown = await transport.post(request).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(NoAnswerError);
  expect(Object.entries(error as NoAnswerError)).toEqual(
    expect.arrayContaining([['mayHaveArrived', true]]),
  );
  expect(Object.keys(error as NoAnswerError)).toHaveLength(2);
  expectNothingIn(error);
  transport.close();
});

test('R125: a bug in our own code is no outage, and leaves as its class name alone', async () => {
  const to = {
    e164: () => {
      throw new TypeError(`cannot use ${SEEDED.number}`, { cause: SEEDED.code });
    },
  };
  const broken = { ...smsMessage(), to: Object.assign(Object.create(null) as object, to) as never };
  const sender = twilioSender({ breakerFaults: 1 }, standIn.url);
  const error: unknown = await sender.send(broken).catch((reason: unknown) => reason);
  expect(error).toEqual(new Error('TypeError while a message was handed to Twilio'));
  expectNothingIn(error);
  expect([sender.isBreakerOpen, standIn.messages.length]).toEqual([false, 0]);
});
