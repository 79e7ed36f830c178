/** A bench that Twilio reports to, and what is known of a message at every place that knows of it. */

import type { Answer } from '../support/login-service.js';
import type { Answer as Reported } from '../support/http.js';
import { parametersOf, reportOn, type Parameters } from '../support/twilio-reports.js';
import type { ReceivedMessage } from '../support/twilio-stand-in.js';
import { openBench, type Bench } from '../attack/sending/bench.js';
import { People, type Someone } from '../attack/sending/people.js';

export const PUBLIC_URL = 'https://mfa.example.com';
export const AUTH_TOKENS = ['a'.repeat(32), 'b'.repeat(32)] as const;
const [AUTH_TOKEN] = AUTH_TOKENS;

export interface Scene {
  readonly bench: Bench;
  readonly people: People;
  readonly port: number;
}

/** With calls to the United Kingdom, and two auth tokens at once. */
export async function openScene(more: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const bench = await openBench(undefined, {
    ...{ PUBLIC_URL, TWILIO_AUTH_TOKEN: AUTH_TOKENS.join(','), TWILIO_CALL_FROM: '+15005550006' },
    ...more,
  });
  const [url = ''] = bench.login.urls;
  const people = new People(bench, await bench.login.company());
  return { bench, people, port: Number(new URL(url).port) };
}

/** The newest to this number, text or call. */
export function lastMessage({ bench }: Scene, { phoneNumber }: Someone): ReceivedMessage {
  const last = bench.twilio.messages.findLast(({ form }) => form['To'] === phoneNumber);
  if (!last) throw new Error('nothing was sent to this number');
  return last;
}

export const posts = ({ bench }: Scene, { phoneNumber }: Someone): number =>
  bench.twilio.messages.filter(({ form }) => form['To'] === phoneNumber).length;

/** A true report of this message. Resolves when all that follows from it has been done. */
export async function report(
  { bench, port }: Scene,
  message: ReceivedMessage,
  parameters: Parameters,
): Promise<Reported> {
  const answer = await reportOn({ port, authToken: AUTH_TOKEN }, message, parameters);
  await bench.settled();
  return answer;
}

/** "undelivered" with an error code, or any other state, of the newest message to this person. */
export function reportLast(
  scene: Scene,
  someone: Someone,
  { state, code }: { readonly state: string; readonly code?: number },
): Promise<Reported> {
  const message = lastMessage(scene, someone);
  const more: Parameters = code === undefined ? [] : [['ErrorCode', String(code)]];
  return report(scene, message, parametersOf(message, state, more));
}

export function challenge({ bench }: Scene, id: unknown): Promise<Answer> {
  return bench.login.call(`/v1/challenges/${String(id)}`);
}

export async function deliveryOf(scene: Scene, id: unknown): Promise<unknown> {
  return (await challenge(scene, id)).body['delivery'];
}

/** The rows of this person's messages, oldest first. */
export function rowsOf({ bench }: Scene, { userId }: Someone) {
  return bench.sql(
    `SELECT provider_id, status, channel, delivery_status, delivery_reason, provider_code,
      repeat_of IS NOT NULL AS is_repeat
      FROM messages WHERE user_id = '${userId}' AND kind = 'code' ORDER BY created_at`,
  );
}

/** What the audit says of deliveries, oldest first. */
export async function reportedOf({ people }: Scene, someone: Someone): Promise<unknown[]> {
  const events = await people.audit(someone);
  return events
    .filter(({ kind }) => kind === 'delivery.reported')
    .map(({ facts }) => (facts as Record<string, unknown>)['status'])
    .reverse();
}
