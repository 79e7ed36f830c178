/** What every fault of Redis is held to: refused in time, nothing sent or let through, and over by itself. */

import { randomUUID } from 'node:crypto';

import { answered, type Answer } from '../support/login-service.js';
import type { Estate } from '../support/estate.js';
import { exampleNumber, otherCode } from '../support/people.js';
import { runOn } from '../support/postgres.js';

/** What a caller waits for at most: the two seconds of R108 and what a busy machine takes besides. */
const PATIENCE_MS = 3_000;
/** From the end of a fault until everything is answered again, without a restart. */
const RECOVERY_MS = 10_000;

type Call = () => Promise<Answer>;

export interface Scene {
  readonly companyId: string;
  /** Somebody's open challenge and its code. */
  readonly id: string;
  readonly code: string;
  /** The calls of a careful caller: each under a key, so that a repeat is the same call. */
  readonly calls: Readonly<Record<'start' | 'verify' | 'resend' | 'enrol', Call>>;
  /** A wrong code for the same challenge. */
  readonly guess: Call;
  readonly textsBefore: number;
}

let numbers = 0;

/** Four people: about to start, about to verify, about to ask for the code again, about to enrol. */
export async function prepare(estate: Estate): Promise<Scene> {
  const { login } = estate;
  const companyId = await login.company();
  const [starter, owner, waiter] = [
    await enrolled(estate, companyId),
    await enrolled(estate, companyId),
    await enrolled(estate, companyId),
  ];
  const { id } = await login.begin(companyId, owner.userId);
  const code = estate.codeFor(owner.phoneNumber);
  const again = await login.begin(companyId, waiter.userId);
  const newcomer = await login.begin(companyId, randomUUID());
  const notice = await answered(() => login.call(`/v1/companies/${companyId}/notice`));
  const enrolment = {
    phoneNumber: exampleNumber(numbers++),
    noticeVersion: notice.body['version'],
  };
  const key = randomUUID();
  return {
    ...{ companyId, id, code },
    calls: {
      start: () => login.start(companyId, starter.userId, {}, key),
      verify: () => login.verify(id, code, {}, key),
      resend: () => login.post(again.id, 'resend', {}, key),
      enrol: () => login.post(newcomer.id, 'enrolment', enrolment, key),
    },
    guess: () => login.verify(id, otherCode(code)),
    textsBefore: estate.twilio.messages.length,
  };
}

export async function enrolled(
  { login, codeFor }: Estate,
  companyId: string,
): Promise<{ userId: string; phoneNumber: string }> {
  const person = { userId: randomUUID(), phoneNumber: exampleNumber(numbers++) };
  const { status, body } = await login.enrol(companyId, person, codeFor);
  if (status !== 200) throw new Error(`enrolment: ${JSON.stringify(body)}`);
  return person;
}

/** Every call is 503 with `Retry-After` in time; no text was sent and nothing approved. */
export async function expectRefused(
  estate: Estate,
  scene: Scene,
  calls: readonly Call[] = [...Object.values(scene.calls), scene.guess],
): Promise<void> {
  for (const answer of await Promise.all(calls.map((call) => inTime(call())))) {
    expect(answer).toMatchObject({ status: 503, body: { code: 'temporarily_unavailable' } });
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
  }
  expect(estate.twilio.messages).toHaveLength(scene.textsBefore);
  expect(await approvals(estate, scene.id)).toBe(0);
}

/** Each call is answered within ten seconds; one text for each that sends, and one approval. */
export async function expectRecovered(estate: Estate, scene: Scene): Promise<void> {
  const { start, resend, enrol } = scene.calls;
  await expectVerified(estate, scene);
  const ended = AbortSignal.timeout(RECOVERY_MS);
  const soon = (call: Call): Promise<Answer> => repeated(call, ended);
  expect(await soon(start)).toMatchObject({ status: 201, body: { status: 'pending' } });
  expect(await soon(resend)).toMatchObject({ body: { status: 'pending' } });
  expect(await soon(enrol)).toMatchObject({ status: 201, body: { status: 'pending' } });
  expect(estate.twilio.messages).toHaveLength(scene.textsBefore + 3);
}

/** The code in hand is right within ten seconds, and once only. */
export async function expectVerified(estate: Estate, { id, code, calls }: Scene): Promise<void> {
  const verified = await repeated(calls.verify, AbortSignal.timeout(RECOVERY_MS));
  expect(verified).toMatchObject({ status: 200, body: { status: 'approved' } });
  expect((await answered(() => estate.login.verify(id, code))).status).toBe(409);
  expect(await approvals(estate, id)).toBe(1);
}

/** How many rows approve a challenge. */
export async function approvals({ database }: Estate, id: string): Promise<number> {
  const sql = `SELECT 1 FROM attempts WHERE challenge_id = '${id}' AND outcome = 'approved'`;
  return (await runOn(database.url, sql)).length;
}

/** Fails the test when the answer does not come in time. */
async function inTime(call: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Again and again while it is refused for now, but not longer than `until`. */
export async function repeated(call: Call, until: AbortSignal): Promise<Answer> {
  let answer = await call();
  while (answer.status === 503 && !until.aborted) answer = await call();
  return answer;
}
