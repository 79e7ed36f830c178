/** What every fault of a part is held to: people in the middle of their calls, refused, then served. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { Answer } from '../support/login-service.js';
import type { Estate } from '../support/estate.js';
import { exampleNumber } from '../support/people.js';
import { runOn } from '../support/postgres.js';

/** After a fault has ended; R120. */
const RECOVERY_MS = 10_000;
/** Leaves the processor to the service. */
const PAUSE_MS = 50;

export interface Scene {
  readonly companyId: string;
  /** An open challenge whose code was sent. */
  readonly id: string;
  readonly code: string;
  /** A challenge that waits for a number, and what its enrolment says. */
  readonly waiting: string;
  readonly enrolment: object;
  /** For a policy that was read before the fault. */
  readonly etag: string;
}

let people = 0;

/** One enrolled person with a code in hand, one who is about to enrol, one administrator. */
export async function prepare({ login, codeFor }: Estate): Promise<Scene> {
  const companyId = await login.company();
  const phoneNumber = exampleNumber((people += 1));
  const userId = `alice-${randomUUID()}`;
  await login.enrol(companyId, { userId, phoneNumber }, codeFor);
  const { id } = await login.begin(companyId, userId);
  const waiting = await login.begin(companyId, `bob-${randomUUID()}`);
  const notice = await served(() => login.call(`/v1/companies/${companyId}/notice`));
  const policy = await served(() => login.call(`/v1/companies/${companyId}/policy`));
  const noticeVersion = notice.body['version'];
  return {
    ...{ companyId, id, code: codeFor(phoneNumber), waiting: waiting.id },
    enrolment: { phoneNumber: exampleNumber((people += 1)), noticeVersion },
    etag: policy.headers.get('etag') ?? '',
  };
}

/** The four calls that must not be answered while policy, factor or audit cannot be had. */
export function calls({ login }: Estate, scene: Scene): Readonly<Record<string, Call>> {
  const { companyId, id, code, waiting, enrolment, etag } = scene;
  return {
    start: () => login.start(companyId, `carol-${randomUUID()}`),
    verify: () => login.verify(id, code),
    enrol: () => login.post(waiting, 'enrolment', enrolment),
    policy: () =>
      login.call(`/v1/companies/${companyId}/policy`, {
        method: 'PUT',
        headers: { 'if-match': etag },
        body: { mode: 'required', enrolmentDays: 7 },
      }),
  };
}

type Call = () => Promise<Answer>;

/** Each of them is told to come back, at the same time as all others; nothing was sent or approved. */
export async function expectRefused(
  estate: Estate,
  scene: Scene,
  names: readonly string[] = ['start', 'verify', 'enrol', 'policy'],
): Promise<void> {
  const sent = estate.twilio.messages.length;
  const all = calls(estate, scene);
  const answers = await Promise.all(
    names.map(async (name) => [name, await all[name]?.()] as const),
  );
  for (const [name, answer] of answers) {
    const told = { name, status: answer?.status, code: answer?.body['code'] };
    expect(told).toEqual({ name, status: 503, code: 'temporarily_unavailable' });
    expect(answer?.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(answer?.body).not.toHaveProperty('token');
  }
  expect(estate.twilio.messages).toHaveLength(sent);
}

/** Without a restart: the same code is right, exactly once, and what was refused can be done. */
export async function expectRecovered(estate: Estate, scene: Scene): Promise<void> {
  const { start, verify, enrol, policy } = calls(estate, scene);
  if (!start || !verify || !enrol || !policy) throw new Error('no calls');
  const ended = AbortSignal.timeout(RECOVERY_MS);
  const soon = (call: Call): Promise<Answer> => served(call, ended);
  expect(await soon(start)).toMatchObject({ status: 201, body: { status: 'enrolment_required' } });
  expect(await soon(verify)).toMatchObject({ status: 200, body: { status: 'approved' } });
  expect(await soon(enrol)).toMatchObject({ status: 201 });
  expect((await soon(policy)).status).toBe(200);
  expect(await approvals(estate, scene.id)).toBe(1);
}

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
