/** Breaker and bulkhead: a provider that fails or hangs costs little and is tried again by itself. */

import { jest } from '@jest/globals';
import type { ServerResponse } from 'node:http';

import { smsMessage, twilioSender } from '../../support/twilio.js';
import {
  accept,
  answer,
  refuse,
  startTwilioStandIn,
  type Behaviour,
  type TwilioStandIn,
} from '../../support/twilio-stand-in.js';

const BREAKER_OPEN = { kind: 'unavailable', cause: 'breaker_open', providerCode: null };
const SATURATED = { kind: 'unavailable', cause: 'saturated', providerCode: null };
const OPEN_MS = 5_000;

let standIn: TwilioStandIn;
beforeEach(async () => {
  // The breaker reads Date alone; timers and sockets stay real.
  jest.useFakeTimers({
    now: 0,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
  standIn = await startTwilioStandIn();
});
afterEach(async () => {
  jest.useRealTimers();
  await standIn.close();
});

function setUp(behaviour: Behaviour, options: Parameters<typeof twilioSender>[0] = {}) {
  standIn.behave(behaviour);
  const sender = twilioSender(
    { breakerFaults: 3, breakerOpenMs: OPEN_MS, ...options },
    standIn.url,
  );
  const send = () => sender.send(smsMessage());
  const sendTimes = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n += 1) await send();
  };
  return { sender, send, sendTimes };
}

describe('R114: the breaker', () => {
  test.each([
    ['5xx', answer(503, '')],
    ['401', refuse(401, 20003)],
    ['a daily limit', refuse(429, 63038)],
    ['a full queue', refuse(429, 21611)],
    ['resets', (response: ServerResponse) => void response.socket?.destroy()],
  ])('opens after three times %s in a row and then makes no call', async (_what, behaviour) => {
    const { sender, send, sendTimes } = setUp(behaviour);
    await sendTimes(3);
    expect(sender.isBreakerOpen).toBe(true);
    expect(await send()).toEqual(BREAKER_OPEN);
    expect(standIn.messages).toHaveLength(3);
  });

  test('opens when nobody listens', async () => {
    const { sender, send, sendTimes } = setUp(accept);
    await standIn.close();
    await sendTimes(3);
    expect([sender.isBreakerOpen, await send()]).toEqual([true, BREAKER_OPEN]);
  });

  test.each([
    ['refused numbers', refuse(400, 21211)],
    ['refused countries', refuse(400, 21408)],
    ['a sender set up wrongly', refuse(400, 21606)],
    ['a refused text', refuse(400, 21617)],
  ])('is not moved by %s', async (_what, behaviour) => {
    const { sender, sendTimes } = setUp(behaviour);
    await sendTimes(5);
    expect([sender.isBreakerOpen, standIn.messages.length]).toEqual([false, 5]);
  });

  test('counts only faults in a row', async () => {
    const { sender, sendTimes } = setUp(answer(503, ''));
    await sendTimes(2);
    standIn.behave();
    await sendTimes(1);
    standIn.behave(answer(503, ''));
    await sendTimes(2);
    expect(sender.isBreakerOpen).toBe(false);
  });

  test('R120: tries one send after its time and closes when that is accepted', async () => {
    const { sender, send, sendTimes } = setUp(answer(503, ''));
    await sendTimes(3);
    standIn.behave();
    jest.setSystemTime(OPEN_MS - 1);
    expect(await send()).toEqual(BREAKER_OPEN);
    jest.setSystemTime(OPEN_MS);
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect([sender.isBreakerOpen, standIn.messages.length]).toEqual([false, 4]);
  });

  test('R113: says beforehand that it would refuse, until a send is due to try', async () => {
    let nowMs = 0;
    const { sender, sendTimes } = setUp(answer(503, ''), { clock: { monotonicMs: () => nowMs } });
    expect([sender.refusesNow('sms'), sender.refusesNow('call')]).toEqual([null, null]);
    await sendTimes(3);
    nowMs = OPEN_MS - 1;
    expect([sender.refusesNow('sms'), sender.refusesNow('call')]).toEqual(['breaker_open', null]);
    nowMs = OPEN_MS;
    expect(sender.refusesNow('sms')).toBeNull();
  });

  test('lets one send try at a time and refuses the others meanwhile', async () => {
    const { send, sendTimes } = setUp(answer(503, ''));
    await sendTimes(3);
    const held: ServerResponse[] = [];
    const arrived = new Promise<void>((resolve) => {
      standIn.behave((response) => {
        held.push(response);
        resolve();
      });
    });
    jest.setSystemTime(OPEN_MS);
    const probe = send();
    expect(await Promise.all([send(), send(), send()])).toEqual([
      BREAKER_OPEN,
      BREAKER_OPEN,
      BREAKER_OPEN,
    ]);
    await arrived;
    held.forEach((response) => accept(response));
    expect([await probe, standIn.messages.length]).toMatchObject([{ kind: 'accepted' }, 4]);
  });

  test('stays open when the try fails', async () => {
    const { send, sendTimes } = setUp(answer(503, ''));
    await sendTimes(3);
    jest.setSystemTime(OPEN_MS);
    expect(await send()).toMatchObject({ cause: 'server' });
    expect([await send(), standIn.messages.length]).toEqual([BREAKER_OPEN, 4]);
  });
});

describe('R113: the bulkhead', () => {
  test('a hanging provider holds a bounded number of sends; the next is refused at once', async () => {
    const held: ServerResponse[] = [];
    const full = new Promise<void>((resolve) => {
      standIn.behave((response) => {
        if (held.push(response) === 2) resolve();
      });
    });
    const sender = twilioSender({ concurrency: 2, queue: 1 }, standIn.url);
    const underWay = [1, 2, 3].map(() => sender.send(smsMessage()));
    await full;
    expect(sender.refusesNow('sms')).toBe('saturated');
    expect(await sender.send(smsMessage())).toEqual(SATURATED);
    expect(standIn.messages).toHaveLength(2);
    standIn.behave();
    held.forEach((response) => accept(response));
    expect((await Promise.all(underWay)).map(({ kind }) => kind)).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  test('a send that waited until too little time was left is not begun', async () => {
    let nowMs = 0;
    const held: ServerResponse[] = [];
    const full = new Promise<void>((resolve) => {
      standIn.behave((response) => {
        held.push(response);
        resolve();
      });
    });
    const sender = twilioSender(
      { concurrency: 1, queue: 1, clock: { monotonicMs: () => nowMs } },
      standIn.url,
    );
    const underWay = [sender.send(smsMessage()), sender.send(smsMessage())];
    await full;
    nowMs = 4_500;
    held.forEach((response) => accept(response));
    expect(await Promise.all(underWay)).toMatchObject([{ kind: 'accepted' }, SATURATED]);
    expect(standIn.messages).toHaveLength(1);
  });
});
