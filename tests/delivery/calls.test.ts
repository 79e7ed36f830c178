/** Codes by telephone call: asked for, by the company's own choice, inside the same limits, and reported on. */

import jwt from 'jsonwebtoken';

import type { ReceivedMessage } from '../support/twilio-stand-in.js';
import { parametersOf } from '../support/twilio-reports.js';
import { MINUTE, People, told } from '../attack/sending/people.js';
import {
  challenge,
  deliveryOf,
  lastMessage,
  openScene,
  posts,
  report,
  reportLast,
  rowsOf,
  type Scene,
} from './scene.js';

let scene: Scene;
/** Of a company that texts first and calls too. */
let people: People;
beforeAll(async () => {
  scene = await openScene({ CALL_COUNTRIES: 'GB' });
  const both = await scene.bench.login.company();
  people = new People(scene.bench, both);
  await scene.bench.policySet(both, '--methods', 'sms,call', '--reason', 'landlines');
});
afterAll(() => scene.bench.close());
afterEach(() => scene.bench.twilio.behave());

/** The digits that the call says, each alone and all of them twice. */
function spokenIn({ form }: ReceivedMessage): string {
  const said = [...(form['Twiml'] ?? '').matchAll(/<Say [^>]*>(\d)<\/Say>/g)];
  const digits = said.map(([, digit]) => digit).join('');
  const code = digits.slice(0, digits.length / 2);
  expect(digits).toBe(code + code);
  return code;
}

function amrOf({ body }: { body: Readonly<Record<string, unknown>> }): readonly string[] {
  const claims = jwt.decode(String(body['token'])) as { amr?: string[] } | null;
  return [...(claims?.amr ?? [])].sort();
}

it('is asked for at the start: one call, and amr says so', async () => {
  const { bench } = scene;
  const someone = await people.enrolled();
  const started = await people.start(someone, { channel: 'call', locale: 'de' });
  expect(started.body).toMatchObject({
    ...{ status: 'pending', channel: 'call', availableChannels: ['sms', 'call'] },
  });
  const call = lastMessage(scene, someone);
  expect(call.path).toMatch(/\/Calls\.json$/);
  expect(call.form['Twiml']).toContain('language="de-DE"');
  const verified = await bench.login.verify(started.body['id'], spokenIn(call));
  expect([told(verified), amrOf(verified)]).toEqual(['200 approved', ['otp', 'tel']]);
});

it.each([
  ['sms', 'call'],
  ['call', 'sms'],
] as const)(
  'decision 43: a resend goes from %s to %s with the same code, and amr lists both',
  async (first, second) => {
    const { bench } = scene;
    const someone = await people.enrolled();
    const started = await people.start(someone, { channel: first });
    const { id } = started.body;
    await bench.age(2 * MINUTE);
    const again = await bench.login.post(id, 'resend', { channel: second });
    expect(again.body).toMatchObject({ status: 'pending', channel: second });
    const [text, call] = first === 'sms' ? [-2, -1] : [-1, -2];
    const received = bench.twilio.messages.filter(({ form }) => form['To'] === someone.phoneNumber);
    const spoken = received.at(call);
    const code = spoken && spokenIn(spoken);
    expect(received.at(text)?.form['Body']).toContain(code);
    const verified = await bench.login.verify(id, code);
    expect([told(verified), amrOf(verified)]).toEqual(['200 approved', ['otp', 'sms', 'tel']]);
  },
);

it('a refused call leaves no trace in amr', async () => {
  const { bench } = scene;
  const someone = await people.enrolled();
  const { id } = await people.begin(someone);
  await bench.age(2 * MINUTE);
  bench.twilio.behave((response) => response.writeHead(500).end());
  expect(told(await bench.login.post(id, 'resend', { channel: 'call' }))).toBe(
    '503 sms_unavailable',
  );
  const code = bench.codeFor(someone.phoneNumber);
  const text = bench.textsTo(someone.phoneNumber).findLast((body) => /^\d{6}/.test(body));
  const verified = await bench.login.verify(id, text?.slice(0, 6) ?? code);
  expect(amrOf(verified)).toEqual(['otp', 'sms']);
});

it('proves a landline, which cannot be texted', async () => {
  const { bench } = scene;
  const someone = { ...people.stranger(), phoneNumber: '+442079460018' };
  const { id } = await people.begin(someone);
  const noticeVersion = await people.noticeVersion();
  const given = { phoneNumber: someone.phoneNumber, noticeVersion };
  const refused = await bench.login.post(id, 'enrolment', { ...given, channel: 'sms' });
  expect([told(refused), refused.body['availableChannels']]).toEqual([
    ...['422 phone_not_reachable', ['call']],
  ]);
  expect(posts(scene, someone)).toBe(0);
  const called = await bench.login.post(id, 'enrolment', given);
  expect(called.body).toMatchObject({ channel: 'call', availableChannels: ['call'] });
  const verified = await bench.login.verify(id, spokenIn(lastMessage(scene, someone)));
  expect([told(verified), amrOf(verified)]).toEqual(['200 approved', ['otp', 'tel']]);
  expect((await people.start(someone)).body).toMatchObject({ channel: 'call' });
});

it('a company may call first, or not at all', async () => {
  const { bench } = scene;
  const first = await bench.login.company();
  await bench.policySet(first, '--methods', 'call,sms', '--reason', 'calls first');
  const texted = await scene.people.enrolled();
  const refused = await people.start(texted, { channel: 'call' });
  expect([told(refused), refused.body['availableChannels']]).toEqual([
    ...['422 phone_not_reachable', ['sms']],
  ]);
  const called = new People(bench, first);
  const other = called.stranger();
  const { id } = await called.begin(other);
  expect((await called.give(id, other.phoneNumber)).body).toMatchObject({ channel: 'call' });
});

it('goes to its own countries, inside those of the company', async () => {
  const { bench } = scene;
  const someone = { ...people.stranger(), phoneNumber: '+33639980123' };
  const { id } = await people.begin(someone);
  const given = { phoneNumber: someone.phoneNumber, noticeVersion: await people.noticeVersion() };
  const refused = await bench.login.post(id, 'enrolment', { ...given, channel: 'call' });
  expect([told(refused), refused.body['availableChannels']]).toEqual([
    ...['422 destination_not_allowed', ['sms']],
  ]);
  const texted = await bench.login.post(id, 'enrolment', { ...given, channel: 'sms' });
  expect(texted.body).toMatchObject({ channel: 'sms', availableChannels: ['sms'] });
});

it('R030: draws on the same budget and the same gap as a text', async () => {
  const { bench } = scene;
  const someone = await people.enrolled();
  const channels = ['sms', 'call', 'sms', 'call'];
  for (const channel of channels) {
    const started = await people.start(someone, { channel });
    expect(told(started)).toBe('201 pending');
    expect(told(await people.start(someone, { channel: 'call' }))).toBe('429 resend_cooldown');
    const last = lastMessage(scene, someone);
    const code = channel === 'call' ? spokenIn(last) : (last.form['Body'] ?? '').slice(0, 6);
    await bench.login.verify(started.body['id'], code);
  }
  const refused = await people.start(someone, { channel: 'call' });
  expect([told(refused), refused.body['limit']]).toEqual(['429 send_limit_reached', 'number']);
});

it.each([
  ['completed', undefined, { status: 'delivered', reason: null }],
  ['no-answer', undefined, { status: 'undelivered', reason: 'no_answer' }],
  ['busy', undefined, { status: 'undelivered', reason: 'no_answer' }],
  ['failed', '404', { status: 'undelivered', reason: 'unreachable' }],
  ['failed', '503', { status: 'undelivered', reason: 'carrier' }],
  ['canceled', undefined, { status: 'undelivered', reason: 'provider' }],
] as const)(
  'R043: a call that is %s (%s) shows, and is never repeated',
  async (state, sip, shown) => {
    const someone = await people.enrolled();
    const { body } = await people.start(someone, { channel: 'call' });
    const before = posts(scene, someone);
    const call = lastMessage(scene, someone);
    const more = sip === undefined ? [] : ([['SipResponseCode', sip]] as const);
    for (let n = 0; n < 3; n += 1) await report(scene, call, parametersOf(call, state, more));
    expect(await deliveryOf(scene, body['id'])).toMatchObject(shown);
    expect(posts(scene, someone)).toBe(before);
    const isGone = shown.reason === 'unreachable';
    const { availableChannels } = (await challenge(scene, body['id'])).body;
    expect(availableChannels).toEqual(isGone ? ['sms'] : ['sms', 'call']);
  },
);

it('T12: not even for a reason that may pass', async () => {
  const someone = await people.enrolled();
  await people.start(someone, { channel: 'call' });
  const before = posts(scene, someone);
  await reportLast(scene, someone, { state: 'failed', code: 30003 });
  expect(posts(scene, someone)).toBe(before);
  expect((await rowsOf(scene, someone)).at(-1)).toMatchObject({
    ...{ channel: 'call', delivery_reason: 'temporary', is_repeat: false },
  });
});
