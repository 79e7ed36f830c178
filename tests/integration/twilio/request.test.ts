/** What reaches Twilio: the exact form, the API key, and nothing that was not asked for. */

import {
  ACCOUNT_SID,
  API_KEY_SECRET,
  API_KEY_SID,
  AUTH_TOKEN,
  MESSAGES_PATH,
  SEEDED,
  smsMessage,
  twilioApi,
  twilioSender,
} from '../../support/twilio.js';

const ACCEPTED = { sid: 'SM123', status: 'queued' };
const FORM = {
  To: SEEDED.number,
  Body: `${SEEDED.code} is your Acme security code to sign in.`,
  MessagingServiceSid: `MG${'2'.repeat(32)}`,
  ValidityPeriod: '300',
  MessageIntent: 'otp',
  StatusCallback: `https://mfa.example.com/v1/twilio/status/${'t'.repeat(32)}`,
};

test('T01 T02 T03 T05: the form holds exactly these fields, sent with the API key', async () => {
  let form: unknown;
  const scope = twilioApi()
    .post(MESSAGES_PATH, (body) => (form = body) !== undefined)
    .basicAuth({ user: API_KEY_SID, pass: API_KEY_SECRET })
    .matchHeader('content-type', 'application/x-www-form-urlencoded')
    .reply(201, ACCEPTED);
  const sender = twilioSender();
  expect(await sender.send(smsMessage())).toEqual({ kind: 'accepted', providerId: 'SM123' });
  expect(form).toEqual(FORM);
  expect(scope.isDone()).toBe(true);
  sender.close();
});

test('without a messaging service it goes out from the number, without an API key with the auth token', async () => {
  let form: unknown;
  twilioApi()
    .post(MESSAGES_PATH, (body) => (form = body) !== undefined)
    .basicAuth({ user: ACCOUNT_SID, pass: AUTH_TOKEN })
    .reply(201, ACCEPTED);
  const account = { accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN, apiKey: null, apiUrl: null };
  const outcome = await twilioSender({ account, sender: { from: '+15005550006' } }).send(
    smsMessage(),
  );
  expect(outcome.kind).toBe('accepted');
  const { MessagingServiceSid: _none, ...rest } = FORM;
  expect(form).toEqual({ ...rest, From: '+15005550006' });
});

test.each([
  [300, '300'],
  [299.9, '299'],
  [6, '6'],
  [5, '6'],
  [0, '6'],
  [-1, '6'],
  [36_000, '36000'],
  [90_000, '36000'],
])('R039 T05: a life of %d seconds is a ValidityPeriod of %s', async (seconds, expected) => {
  let period: unknown;
  twilioApi()
    .post(
      MESSAGES_PATH,
      (body: Record<string, string>) => (period = body['ValidityPeriod']) !== undefined,
    )
    .reply(201, ACCEPTED);
  await twilioSender().send(smsMessage(seconds));
  expect(period).toBe(expected);
});

test('a text of umlauts and a bound line arrives letter by letter', async () => {
  let body: unknown;
  twilioApi()
    .post(MESSAGES_PATH, (form: Record<string, string>) => (body = form['Body']) !== undefined)
    .reply(201, ACCEPTED);
  const text = '123456 ist Ihr Code für A&B = 100 % + 1\n\n@login.example #123456';
  await twilioSender().send({ ...smsMessage(), body: text });
  expect(body).toBe(text);
});
