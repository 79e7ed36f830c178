/** The last visit of each person, after everything was mended: does the way in still open. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { CallEvent, FarewellEvent } from '../history/events.js';
import { isUnsettled, type Caller, type Request } from './caller.js';
import type { Memory, Town } from './town.js';

export interface FarewellDeps {
  readonly caller: Caller;
  readonly town: Town;
  readonly noticeVersions: ReadonlyMap<string, string>;
  /** How long anybody may be kept out by what was broken: the life of a code. */
  readonly patienceMs: number;
}

const AGAIN_MS = 500;
const EVEN = 0.5;

/** Whoever is told that a code is on its way, and gets none, asks once more when the gap is over. */
const GAP_MS = 31_000;

export async function sayFarewell(
  deps: FarewellDeps,
  n: number,
  memory: Memory,
): Promise<FarewellEvent> {
  const untilMs = Date.now() + deps.patienceMs;
  let end = await signIn({ ...deps, n, memory, untilMs });
  while (end === 'no_code' && Date.now() < untilMs) {
    await pause(GAP_MS);
    end = await signIn({ ...deps, n, memory, untilMs });
  }
  if (end !== 'no_code') return end;
  const { index } = memory.person;
  return { type: 'farewell', person: index, atMs: Date.now(), end: 'gave_up', code: 'no_code' };
}

interface SignIn extends FarewellDeps {
  readonly n: number;
  readonly memory: Memory;
  readonly untilMs: number;
}

async function signIn(deps: SignIn): Promise<FarewellEvent | 'no_code'> {
  const { n, memory, untilMs } = deps;
  const { index, companyId, userId } = memory.person;
  const send = (request: Omit<Request, 'n' | 'person' | 'companyId' | 'dice' | 'key'>) =>
    settled(deps.caller, untilMs, {
      ...{ ...request, n, person: index, companyId, dice: EVEN, key: randomUUID() },
    });
  const end = (answer: CallEvent): FarewellEvent => {
    const { status, code, answer: told } = answer;
    const isIn = told?.status === 'approved';
    const kept = status === 503 || status === 0 ? 'gave_up' : 'refused';
    return {
      ...{ type: 'farewell', person: index, atMs: answer.toMs, end: isIn ? 'signed_in' : kept },
      ...{ code, limit: told?.limit },
    };
  };
  const sinceMs = Date.now();
  let opened = await send({ kind: 'start', path: '/v1/challenges', body: { companyId, userId } });
  const id = opened.answer?.id;
  if (opened.answer?.status === 'enrolment_required' && id !== undefined) {
    const phoneNumber = deps.town.freshNumber(memory);
    const body = { phoneNumber, noticeVersion: deps.noticeVersions.get(companyId) };
    const path = `/v1/challenges/${id}/enrolment`;
    opened = await send({ kind: 'enrol', path, body, challengeId: id });
  }
  if (opened.status !== 201 || id === undefined) return end(opened);
  const code = deps.town.codeSince(memory, sinceMs);
  if (code === undefined) return 'no_code';
  const path = `/v1/challenges/${id}/verify`;
  return end(await send({ kind: 'verify', path, body: { code }, challengeId: id }));
}

/** Asks again while it is not answered, or told to come back, until then at most. */
export async function settled(
  caller: Caller,
  untilMs: number,
  request: Request,
): Promise<CallEvent> {
  let answer = await caller.call(request);
  while (isUnsettled(answer) && Date.now() < untilMs) {
    await pause(AGAIN_MS);
    answer = await caller.call(request);
  }
  return answer;
}
