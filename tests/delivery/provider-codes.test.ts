/** R044: what each of Twilio's codes leads to, in the answer and in a report, and how often Twilio is asked. */

import { refuse } from '../support/twilio-stand-in.js';
import { MINUTE, told, type Someone } from '../attack/sending/people.js';
import { challenge, deliveryOf, openScene, posts, reportLast, type Scene } from './scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.bench.close());
afterEach(() => scene.bench.twilio.behave());

/** What a start is told, how often Twilio was asked, and whether the next start asks it at all. */
const ANSWERS: readonly (readonly [string, number, number, string, number, boolean])[] = [
  ['T08', 400, 21211, '422 phone_not_reachable', 1, false],
  ['T08', 400, 21614, '422 phone_not_reachable', 1, false],
  ['T08', 400, 60205, '422 phone_not_reachable', 1, false],
  ['T09', 400, 21408, '422 destination_not_allowed', 1, true],
  ['T09', 400, 30450, '422 destination_not_allowed', 1, true],
  ['T09', 403, 60410, '422 destination_not_allowed', 1, true],
  ['T09', 403, 60605, '422 destination_not_allowed', 1, true],
  ['T10', 400, 21610, '422 phone_not_reachable', 1, false],
  ['T11', 400, 21612, '422 phone_not_reachable', 1, false],
  ['T11', 400, 21606, '503 sms_unavailable', 1, true],
  ['T11', 400, 21212, '503 sms_unavailable', 1, true],
  ['T11', 400, 21608, '503 sms_unavailable', 1, true],
  ['T13', 429, 20429, '503 sms_unavailable', 4, true],
  ['T13', 429, 21611, '503 sms_unavailable', 1, true],
  ['T13', 429, 63017, '503 sms_unavailable', 1, true],
  ['T13', 400, 30022, '503 sms_unavailable', 1, true],
  ['T14', 429, 63038, '503 sms_unavailable', 1, true],
  ['T14', 429, 60728, '503 sms_unavailable', 1, true],
  ['T14', 401, 20003, '503 sms_unavailable', 1, true],
  ['T14', 404, 20404, '503 sms_unavailable', 1, true],
  ['T14', 400, 30002, '503 sms_unavailable', 1, true],
  ['T15', 400, 30029, '503 sms_unavailable', 1, true],
  ['T15', 400, 30030, '503 sms_unavailable', 1, true],
  ['T15', 400, 21617, '503 sms_unavailable', 1, true],
];

it.each(ANSWERS)('%s: %s with %s is answered %s after %s request(s)', async (...row) => {
  const [, status, code, is, requests, isAskedAgain] = row;
  const { bench, people } = scene;
  const someone = await people.enrolled();
  await bench.age(10 * MINUTE);
  const before = posts(scene, someone);
  bench.twilio.behave(refuse(status, code));
  const refused = await people.start(someone);
  expect(told(refused)).toBe(is);
  expect(posts(scene, someone) - before).toBe(requests);
  if (is.startsWith('503')) expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  else expect(refused.body).toMatchObject({ availableChannels: [] });
  bench.twilio.behave();
  const next = told(await people.start(someone));
  expect(next).toBe(isAskedAgain ? '201 pending' : '422 phone_not_reachable');
  expect(posts(scene, someone) - before).toBe(requests + Number(isAskedAgain));
});

type After = 'repeated' | 'marked' | 'as it was';

/** What a report of a text leads to: its reason in our words, and what happens next. */
const REPORTS: readonly (readonly [string, string, number | undefined, string, After])[] = [
  ['T08', 'undelivered', 30005, 'unreachable', 'marked'],
  ['T08', 'undelivered', 30006, 'unreachable', 'marked'],
  ['T08', 'failed', 21614, 'unreachable', 'marked'],
  ['T09', 'failed', 21408, 'destination_not_allowed', 'as it was'],
  ['T09', 'undelivered', 30450, 'destination_not_allowed', 'as it was'],
  ['T09', 'failed', 60410, 'destination_not_allowed', 'as it was'],
  ['T10', 'undelivered', 30004, 'blocked', 'marked'],
  ['T10', 'failed', 21610, 'opted_out', 'marked'],
  ['T11', 'failed', 21612, 'unreachable', 'marked'],
  ['T11', 'failed', 21606, 'provider', 'as it was'],
  ['T12', 'undelivered', 30003, 'temporary', 'repeated'],
  ['T12', 'undelivered', 30008, 'temporary', 'repeated'],
  ['T12', 'failed', 30001, 'temporary', 'repeated'],
  ['T12', 'undelivered', 30410, 'temporary', 'repeated'],
  ['T13', 'failed', 30022, 'provider', 'as it was'],
  ['T14', 'failed', 30002, 'provider', 'as it was'],
  ['T14', 'failed', 63038, 'provider', 'as it was'],
  ['T15', 'undelivered', 30007, 'provider', 'as it was'],
  ['T15', 'undelivered', 30034, 'provider', 'as it was'],
  ['T15', 'failed', 30029, 'provider', 'as it was'],
  ['T15', 'failed', 30030, 'provider', 'as it was'],
  ['a code that nobody knows', 'undelivered', 39_999, 'carrier', 'as it was'],
  ['no code', 'failed', undefined, 'carrier', 'as it was'],
  ['a canceled message', 'canceled', undefined, 'provider', 'as it was'],
];

it.each(REPORTS)('%s: reported %s with %s is %s: %s', async (...row) => {
  const [, state, code, reason, after] = row;
  const { people } = scene;
  const someone = await people.enrolled();
  const { id } = await people.begin(someone);
  const before = posts(scene, someone);
  await reportLast(scene, someone, { state, ...(code !== undefined && { code }) });
  expect(posts(scene, someone) - before).toBe(Number(after === 'repeated'));
  const expected =
    after === 'repeated' ? { status: 'accepted', reason: null } : { status: 'undelivered', reason };
  expect(await deliveryOf(scene, id)).toMatchObject(expected);
  await goesOn(someone, { id, isMarked: after === 'marked' });
});

/** To a number that can be reached: again when the gap is over. To another: not, and no request. */
async function goesOn(
  someone: Someone,
  { id, isMarked }: { readonly id: string; readonly isMarked: boolean },
): Promise<void> {
  const { bench, people } = scene;
  await bench.age(2 * MINUTE);
  const before = posts(scene, someone);
  const again = await bench.login.post(id, 'resend');
  expect(told(again)).toBe(isMarked ? '422 phone_not_reachable' : '200 pending');
  expect(posts(scene, someone) - before).toBe(Number(!isMarked));
  const channels = isMarked ? [] : ['sms'];
  expect((await challenge(scene, id)).body['availableChannels']).toEqual(channels);
  if (!isMarked) return;
  expect(again.body['availableChannels']).toEqual([]);
  expect(told(await people.start(someone))).toBe('422 phone_not_reachable');
  expect(posts(scene, someone)).toBe(before);
}
