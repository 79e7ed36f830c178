/** Calls fail as texts do, and neither takes the other along. */

import type { ServerResponse } from 'node:http';
import { inspect } from 'node:util';

import nock from 'nock';

import { callMessage, CALLS_PATH, SEEDED, smsMessage, twilioSender } from '../../support/twilio.js';
import {
  accept,
  answer,
  refuse,
  startTwilioStandIn,
  type Behaviour,
  type TwilioStandIn,
} from '../../support/twilio-stand-in.js';

let standIn: TwilioStandIn;
// Real sockets on loopback alone; nock would give every request a connection of its own.
beforeAll(() => nock.restore());
beforeEach(async () => {
  standIn = await startTwilioStandIn();
});
afterEach(() => standIn.close());

const unavailable = (cause: string, providerCode: number | null = null) => ({
  kind: 'unavailable',
  cause,
  providerCode,
});
const rejected = (reason: string, providerCode: number) => ({
  kind: 'rejected',
  reason,
  providerCode,
});

test.each<[string, Behaviour, object]>([
  ['the answer never comes', () => undefined, { kind: 'unknown' }],
  ['the connection is reset', (r) => void r.socket?.resetAndDestroy(), { kind: 'unknown' }],
  ['a 201 without a SID', answer(201, {}), { kind: 'unknown' }],
  ['a 503 of HTML', answer(503, '<html>'), unavailable('server')],
  ['a wrong credential', refuse(401, 20003), unavailable('account', 20003)],
  ['a number that cannot be reached', refuse(400, 21214), rejected('unreachable', 21214)],
  ['what is no number', refuse(400, 21217), rejected('unreachable', 21217)],
  ['an invalid To', refuse(400, 21211), rejected('unreachable', 21211)],
  ['no carrier for the number', refuse(400, 13224), rejected('unreachable', 13224)],
  ['a country not enabled', refuse(400, 21215), rejected('destination_not_allowed', 21215)],
  ['the same, for high risk', refuse(400, 13227), rejected('destination_not_allowed', 13227)],
  ['a number barred', refuse(400, 21216), rejected('destination_not_allowed', 21216)],
  ['a caller not ours', refuse(400, 21210), unavailable('sender', 21210)],
  ['a trial account', refuse(400, 21219), unavailable('sender', 21219)],
  ['too many calls at once', refuse(429, 10004), unavailable('rate', 10004)],
])('R045 R114: %s, and the call was tried once', async (_what, behaviour, expected) => {
  standIn.behave(behaviour);
  const sender = twilioSender({ deadlineMs: 500 }, standIn.url);
  expect(await sender.send(callMessage())).toEqual(expected);
  expect(standIn.messages.map(({ path }) => path)).toEqual([CALLS_PATH]);
  sender.close();
});

test('R115: a call that was refused for the rate alone is tried again', async () => {
  standIn.behave((response, message) => {
    standIn.behave();
    refuse(429, 20429)(response, message);
  });
  const sender = twilioSender({}, standIn.url);
  expect(await sender.send(callMessage())).toMatchObject({ kind: 'accepted' });
  expect(standIn.messages).toHaveLength(2);
  sender.close();
});

/** Calls hang until `answerAll`; texts are accepted. */
function hangCalls(many: number) {
  const held: ServerResponse[] = [];
  const areHeld = new Promise<void>((resolve) => {
    standIn.behave((response, { path }) => {
      if (path !== CALLS_PATH) accept(response);
      else if (held.push(response) === many) resolve();
    });
  });
  return { areHeld, answerAll: () => held.forEach((response) => accept(response)) };
}

test('R113: calls that hang at full number leave texts untouched', async () => {
  const { areHeld, answerAll } = hangCalls(2);
  const sender = twilioSender({ calls: { concurrency: 2, queue: 0 } }, standIn.url);
  const hanging = [sender.send(callMessage()), sender.send(callMessage())];
  await areHeld;
  expect(await sender.send(callMessage())).toEqual(unavailable('saturated'));
  expect(await sender.send(smsMessage())).toMatchObject({ kind: 'accepted' });
  answerAll();
  expect(await Promise.all(hanging)).toMatchObject([{ kind: 'accepted' }, { kind: 'accepted' }]);
  sender.close();
});

test('R113: texts that hang at full number leave calls untouched', async () => {
  let hanging: ServerResponse | undefined;
  const isHeld = new Promise<void>((resolve) => {
    standIn.behave((response, { path }) => {
      if (path === CALLS_PATH) {
        accept(response);
        return;
      }
      hanging = response;
      resolve();
    });
  });
  const sender = twilioSender({ concurrency: 1, queue: 0 }, standIn.url);
  const text = sender.send(smsMessage());
  await isHeld;
  expect(await sender.send(callMessage())).toMatchObject({ kind: 'accepted' });
  if (hanging) accept(hanging);
  expect(await text).toMatchObject({ kind: 'accepted' });
  sender.close();
});

test('R114: the breaker of calls does not stop texts, nor theirs calls', async () => {
  const failing = (failingPath: (path: string) => boolean): Behaviour => {
    return (response, message) => (failingPath(message.path) ? answer(503, '') : accept)(response);
  };
  for (const isOfCalls of [true, false]) {
    standIn.behave(failing((path) => (path === CALLS_PATH) === isOfCalls));
    const sender = twilioSender({ breakerFaults: 1, calls: { breakerFaults: 1 } }, standIn.url);
    const [failed, other] = isOfCalls
      ? [callMessage(), smsMessage()]
      : [smsMessage(), callMessage()];
    await sender.send(failed);
    expect(await sender.send(failed)).toEqual(unavailable('breaker_open'));
    expect(await sender.send(other)).toMatchObject({ kind: 'accepted' });
    expect(sender.isBreakerOpen).toBe(true);
    sender.close();
  }
});

test.each<[string, Behaviour]>([
  ['acceptance', accept],
  ['a refusal that repeats number and script', refuse(400, 21211)],
  ['an echo of the form', (r, { form }) => answer(502, `<p>${JSON.stringify(form)}</p>`)(r)],
  ['an echo as a SID', (r, { form }) => answer(201, { sid: { form } })(r)],
  ['a reset', (r) => void r.socket?.destroy()],
])('R125: after %s neither number nor code comes back out of a call', async (_what, behaviour) => {
  standIn.behave(behaviour);
  const sender = twilioSender({ deadlineMs: 500 }, standIn.url);
  const outcome = await sender.send(callMessage());
  const digits = Array.from(SEEDED.code).join('</Say><Pause length="1"/><Say language="en-GB">');
  expect(standIn.messages[0]?.form['Twiml']).toContain(digits);
  const shown = inspect([outcome, sender], {
    ...{ depth: Infinity, showHidden: true, maxStringLength: null, customInspect: false },
  });
  expect(shown).not.toMatch(/7700900123|83920174|<Say|8 - 3 - 9/);
  sender.close();
});

test('R125: a bug in our own code is no outage, and leaves as its class name alone', async () => {
  const parts = [{ words: null as unknown as string }];
  const broken = { ...callMessage(), speech: { locale: 'en', parts } } as const;
  const error: unknown = await twilioSender({}, standIn.url)
    .send(broken)
    .catch((reason: unknown) => reason);
  expect(error).toEqual(new Error('TypeError while a message was handed to Twilio'));
});
