/** A steady load of sign-ins: one start, two wrong codes, the right one; every call persists until it is answered. */

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { settled } from '../../chaos/clients/farewell.js';
import type { CallEvent, CallKind } from '../../chaos/history/events.js';
import type { Person } from '../../chaos/plan/people.js';
import { otherCode } from '../../tests/support/people.js';
import type { FailoverStage } from './stage.js';

/** Of four calls each. */
export const SIGN_INS_PER_SECOND = 4;
const WRONG_CODES = 2;

/** New ones come at their rate however slow the answers are; resolves when the last one is over. */
export async function signInSteadily(stage: FailoverStage, ended: AbortSignal): Promise<void> {
  const visits: Promise<void>[] = [];
  while (!ended.aborted) {
    const n = visits.length;
    const person = stage.people[n % stage.people.length];
    if (person) visits.push(visit(stage, n, person));
    await pause(1_000 / SIGN_INS_PER_SECOND, undefined, { signal: ended }).catch(() => undefined);
  }
  await Promise.all(visits);
}

async function visit(stage: FailoverStage, n: number, person: Person): Promise<void> {
  const { caller, town, patienceMs } = stage;
  const { companyId, userId, index } = person;
  const ask = (kind: CallKind, path: string, body: Record<string, unknown>): Promise<CallEvent> => {
    const challengeId = /challenges\/([^/]+)/.exec(path)?.[1];
    const request = { n, kind, path, body, companyId, challengeId, person: index };
    const dice = Math.random();
    return settled(caller, Date.now() + patienceMs, { ...request, key: randomUUID(), dice });
  };
  const sinceMs = Date.now();
  const started = await ask('start', '/v1/challenges', { companyId, userId });
  const id = started.answer?.id;
  const code = town.codeSince(town.memoryOf(index), sinceMs);
  if (started.status !== 201 || id === undefined || code === undefined) return;
  const path = `/v1/challenges/${id}/verify`;
  for (let wrong = 1; wrong <= WRONG_CODES; wrong += 1)
    await ask('verify', path, { code: otherCode(code, wrong) });
  await ask('verify', path, { code });
}
