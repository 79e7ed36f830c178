/** Every answer of Twilio's and what it means here, through the real SDK. */

import type { SmsOutcome } from '../../../src/app/ports/sms-sender.js';
import {
  MESSAGES_PATH,
  SEEDED,
  smsMessage,
  twilioApi,
  twilioSender,
} from '../../support/twilio.js';

type Told =
  | Extract<SmsOutcome, { kind: 'rejected' }>['reason']
  | Extract<SmsOutcome, { kind: 'unavailable' }>['cause'];

const TABLE: readonly (readonly [string, number, number, 'rejected' | 'unavailable', Told])[] = [
  ['T08', 400, 21211, 'rejected', 'unreachable'],
  ['T08', 400, 21614, 'rejected', 'unreachable'],
  ['T08', 400, 60205, 'rejected', 'unreachable'],
  ['T09', 400, 21408, 'rejected', 'destination_not_allowed'],
  ['T09', 400, 30450, 'rejected', 'destination_not_allowed'],
  ['T09', 403, 60410, 'rejected', 'destination_not_allowed'],
  ['T09', 403, 60605, 'rejected', 'destination_not_allowed'],
  ['T10', 400, 21610, 'rejected', 'opted_out'],
  ['T11', 400, 21612, 'rejected', 'unreachable'],
  ['T11', 400, 21212, 'unavailable', 'sender'],
  ['T11', 400, 21606, 'unavailable', 'sender'],
  ['T11', 400, 21608, 'unavailable', 'sender'],
  ['T13', 429, 21611, 'unavailable', 'rate'],
  ['T13', 400, 30022, 'unavailable', 'rate'],
  ['T13', 429, 63017, 'unavailable', 'rate'],
  ['T14', 401, 20003, 'unavailable', 'account'],
  ['T14', 404, 20404, 'unavailable', 'account'],
  ['T14', 400, 30002, 'unavailable', 'account'],
  ['T14', 429, 60728, 'unavailable', 'account'],
  ['T14', 429, 63038, 'unavailable', 'account'],
  ['T15', 400, 21617, 'unavailable', 'content'],
  ['T15', 400, 30029, 'unavailable', 'content'],
  ['T15', 400, 30030, 'unavailable', 'content'],
  ['unknown 4xx', 400, 29999, 'unavailable', 'content'],
  ['unknown 401', 401, 29999, 'unavailable', 'account'],
  ['unknown 403', 403, 29999, 'unavailable', 'account'],
  ['unknown 5xx', 500, 29999, 'unavailable', 'server'],
];

test.each(TABLE)(
  '%s: %i with %i is %s %s, after one POST',
  async (...[, status, code, kind, told]) => {
    const message = `The 'To' number ${SEEDED.number} is not valid`;
    const scope = twilioApi().post(MESSAGES_PATH).reply(status, { code, message, status });
    const outcome = await twilioSender().send(smsMessage());
    const fact = kind === 'rejected' ? { reason: told } : { cause: told };
    expect(outcome).toEqual({ kind, ...fact, providerCode: code });
    expect(scope.isDone()).toBe(true);
  },
);

test('R115: an error in the shape of RFC 9457 is read by its code too', async () => {
  const problem = { type: 'about:blank', title: 'Not a mobile number', status: 400, code: 21614 };
  twilioApi().post(MESSAGES_PATH).reply(400, problem);
  expect(await twilioSender().send(smsMessage())).toEqual({
    kind: 'rejected',
    reason: 'unreachable',
    providerCode: 21614,
  });
});

const HTML = '<html><body>Bad Gateway</body></html>';
test.each([
  ['an HTML 502', 502, HTML],
  ['an HTML 500', 500, HTML],
  ['an empty 503', 503, ''],
  ['a 503 of null', 503, 'null'],
  ['a 504 with broken JSON', 504, '{"code":'],
  ['a 500 with a list', 500, '[]'],
  ['a 302', 302, ''],
  ['a 304', 304, ''],
])('R114: %s is unavailable by its server', async (_what, status, body) => {
  twilioApi().post(MESSAGES_PATH).reply(status, body);
  expect(await twilioSender().send(smsMessage())).toEqual({
    kind: 'unavailable',
    cause: 'server',
    providerCode: null,
  });
});

test.each([
  ['HTML', HTML],
  ['nothing', ''],
  ['null', 'null'],
  ['broken JSON', '{"sid":"SM1'],
  ['no sid', '{}'],
  ['a sid that is none', '{"sid":7}'],
])('R045: a 201 with %s may have gone out, so it is unknown', async (_what, body) => {
  twilioApi().post(MESSAGES_PATH).reply(201, body);
  expect(await twilioSender().send(smsMessage())).toEqual({ kind: 'unknown' });
});

describe('R115: 429', () => {
  test('is repeated with full jitter until it is accepted', async () => {
    const draws: number[] = [];
    const random = (): number => draws.push(0) - draws.length;
    twilioApi()
      .post(MESSAGES_PATH)
      .times(2)
      .reply(429, { code: 20429 })
      .post(MESSAGES_PATH)
      .reply(201, { sid: 'SM9' });
    expect(await twilioSender({ random }).send(smsMessage())).toEqual({
      kind: 'accepted',
      providerId: 'SM9',
    });
    expect(draws).toHaveLength(2);
  });

  test('without end is given up after three repeats', async () => {
    const scope = twilioApi().post(MESSAGES_PATH).times(4).reply(429, '');
    expect(await twilioSender().send(smsMessage())).toEqual({
      kind: 'unavailable',
      cause: 'rate',
      providerCode: null,
    });
    expect(scope.isDone()).toBe(true);
  });

  test('is not repeated once too little of the deadline is left', async () => {
    let nowMs = 0;
    const clock = { monotonicMs: () => nowMs };
    const scope = twilioApi()
      .post(MESSAGES_PATH)
      .times(2)
      .reply(429, () => ((nowMs += 3_000), ''));
    const outcome = await twilioSender({ clock, deadlineMs: 5_000 }).send(smsMessage());
    expect(outcome).toEqual({ kind: 'unavailable', cause: 'rate', providerCode: null });
    expect([scope.isDone(), nowMs]).toEqual([true, 6_000]);
  });
});

test.each(['ENOTFOUND', 'EAI_AGAIN'])(
  'R114: a name that is not found (%s) is no connection',
  async (code) => {
    twilioApi()
      .post(MESSAGES_PATH)
      .replyWithError(Object.assign(new Error('lookup'), { code }));
    expect(await twilioSender().send(smsMessage())).toEqual({
      kind: 'unavailable',
      cause: 'connection',
      providerCode: null,
    });
  },
);
