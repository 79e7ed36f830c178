/** What every fault of a part is held to: people in the middle of their calls, refused in time, then served. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Answer } from '../support/login-service.js';
import type { Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';

/** R108 and R112 say two seconds; the rest is for a busy machine. */
const PATIENCE_MS = 5_000;
/** From the end of a fault until all is served again, without a restart; R120. */
const RECOVERY_MS = 10_000;
/** Leaves the processor to the service. */
const PAUSE_MS = 50;

type Call = () => Promise<Answer>;

/** The calls of careful callers, each under a key, so that a repeat is the same call. */
export type CallName = 'start' | 'verify' | 'resend' | 'enrol' | 'policy' | 'guess';

export interface Scene {
  readonly companyId: string;
  /** An open challenge whose code was sent; `verify` is right about it and `guess` wrong. */
  readonly id: string;
  readonly code: string;
  readonly calls: Readonly<Record<CallName, Call>>;
}

/** The calls that must not be answered while policy, factor or audit cannot be had. */
const OF_POSTGRES: readonly CallName[] = ['start', 'verify', 'enrol', 'policy'];
/** The calls that must not be answered while no challenge can be had. */
export const OF_REDIS: readonly CallName[] = ['start', 'verify', 'resend', 'enrol', 'guess'];

let people = 0;

/** About to start, to verify, to ask for the code again and to enrol: four people; and one administrator. */
export async function prepare(estate: Estate): Promise<Scene> {
  const { login } = estate;
  const companyId = await login.company();
  const starter = await enrolled(estate, companyId);
  const [owner, waiter] = [await opened(estate, companyId), await opened(estate, companyId)];
  const newcomer = await login.begin(companyId, `newcomer-${randomUUID()}`);
  const notice = await served(() => login.call(`/v1/companies/${companyId}/notice`));
  const path = `/v1/companies/${companyId}/policy`;
  const policy = await served(() => login.call(path));
  const headers = { 'if-match': policy.headers.get('etag') ?? '' };
  const body = { mode: 'required', enrolmentDays: 7 };
  const phoneNumber = exampleNumber((people += 1));
  const enrolment = { phoneNumber, noticeVersion: notice.body['version'] };
  const [{ id, code }, key] = [owner, randomUUID()];
  return {
    ...{ companyId, id, code },
    calls: {
      start: () => login.start(companyId, starter.userId, {}, key),
      verify: () => login.verify(id, code, {}, key),
      guess: () => login.verify(id, otherCode(code)),
      resend: () => login.post(waiter.id, 'resend', {}, key),
      enrol: () => login.post(newcomer.id, 'enrolment', enrolment, key),
      policy: () => login.call(path, { method: 'PUT', headers, body }),
    },
  };
}

/** Somebody with a proven number. */
export async function enrolled(
  { login, codeFor }: Estate,
  companyId: string,
): Promise<{ userId: string; phoneNumber: string }> {
  const person = { userId: randomUUID(), phoneNumber: exampleNumber((people += 1)) };
  const { status, body } = await login.enrol(companyId, person, codeFor);
  if (status !== 200) throw new Error(`enrolment: ${JSON.stringify(body)}`);
  return person;
}

/** Somebody with a proven number and a code in hand. */
export async function opened(
  estate: Estate,
  companyId: string,
): Promise<{ id: string; code: string }> {
  const { userId, phoneNumber } = await enrolled(estate, companyId);
  const { id } = await estate.login.begin(companyId, userId);
  return { id, code: estate.codeFor(phoneNumber) };
}

/** Each of them is told in time to come back, at the same time as all others; nothing was sent. */
export async function expectRefused(
  estate: Estate,
  { calls }: Scene,
  names: readonly CallName[] = OF_POSTGRES,
): Promise<void> {
  const sent = estate.twilio.messages.length;
  const answers = await Promise.all(
    names.map(async (name) => [name, await inTime(calls[name]())] as const),
  );
  for (const [name, { status, headers, body }] of answers) {
    const told = { name, status, code: body['code'] };
    expect(told).toEqual({ name, status: 503, code: 'temporarily_unavailable' });
    expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(body).not.toHaveProperty('token');
  }
  expect(estate.twilio.messages).toHaveLength(sent);
}

/** Without a restart: the code in hand is right, exactly once, and what was refused can be done, with one text each. */
export async function expectRecovered(
  estate: Estate,
  { id, calls }: Scene,
  names: readonly CallName[] = OF_POSTGRES,
): Promise<void> {
  const sent = estate.twilio.messages.length;
  const ended = AbortSignal.timeout(RECOVERY_MS);
  for (const name of names) {
    expect(await served(calls[name], ended)).toMatchObject(SERVED[name]);
  }
  expect(await approvals(estate, id)).toBe(1);
  const texts = names.filter((name) => TEXTED.includes(name)).length;
  expect(estate.twilio.messages).toHaveLength(sent + texts);
}

/** What each call is answered once all is well; a guess comes after the right code. */
const SERVED: Readonly<Record<CallName, object>> = {
  start: { status: 201, body: { status: 'pending' } },
  verify: { status: 200, body: { status: 'approved' } },
  resend: { status: 200, body: { status: 'pending' } },
  enrol: { status: 201, body: { status: 'pending' } },
  policy: { status: 200 },
  guess: { status: 409, body: { code: 'challenge_approved' } },
};
const TEXTED: readonly CallName[] = ['start', 'resend', 'enrol'];

/** How many rows approve a challenge. */
export async function approvals({ database }: Estate, id: string): Promise<number> {
  const text = `SELECT 1 FROM attempts WHERE challenge_id = '${id}' AND outcome = 'approved'`;
  return (await runOn(database.url, text)).length;
}

/** Repeats a call that is refused for now; no longer than `until` where one is given. */
export async function served(call: Call, until?: AbortSignal): Promise<Answer> {
  let answer = await call();
  while (answer.status === 503 && !until?.aborted) {
    await pause(PAUSE_MS);
    answer = await call();
  }
  return answer;
}

/** As `served`, within the ten seconds that a recovery may take. */
export const servedSoon = (call: Call): Promise<Answer> =>
  served(call, AbortSignal.timeout(RECOVERY_MS));

/** Fails where the answer takes longer than it may. */
export async function inTime(call: Promise<Answer>): Promise<Answer> {
  const ended = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error('no answer in time');
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([call, late]);
  } finally {
    ended.abort();
  }
}
