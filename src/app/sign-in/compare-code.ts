/** The first half of verify: the pending store charges and compares, with the counter it may lack. */

import type { Submission } from './attempt.js';
import { StoreUnavailableError } from '../errors.js';
import type { AttemptCommand, FailureCounter } from '../ports/challenge-commands.js';
import type { AttemptOutcome, AttemptSubject } from '../ports/challenge-outcomes.js';
import { readPerson } from '../read-person.js';
import type { SignInDeps } from './sign-in-deps.js';

export type Compared = Exclude<AttemptOutcome, { kind: 'counter_missing' }>;

/** A counter that the store has lost is handed over from PostgreSQL; it is never taken for zero (decision 7). */
export async function compareCode(
  deps: SignInDeps,
  submission: Submission<unknown>,
): Promise<Compared> {
  const first = await deps.challenges.attempt(commandOf(deps, submission, null));
  if (first.kind !== 'counter_missing') return first;
  const counter = await readCounter(deps, first.subject);
  const second = await deps.challenges.attempt(commandOf(deps, submission, counter));
  if (second.kind !== 'counter_missing') return second;
  throw new StoreUnavailableError('redis', 'counter_missing');
}

function commandOf(
  deps: SignInDeps,
  { call, id, door, nonceDigest, attemptId, digits, idempotency }: Submission<unknown>,
  counter: FailureCounter | null,
): AttemptCommand {
  return {
    ...{ id, clientId: call.client.clientId, attemptId, door, nonceDigest },
    digests: digits === undefined ? [] : deps.codes.candidates(id, digits),
    digits: digits?.length ?? 0,
    idempotency,
    counter,
  };
}

async function readCounter(deps: SignInDeps, subject: AttemptSubject): Promise<FailureCounter> {
  if (subject.factorState === 'active') return (await readPerson(deps.people, subject)).counter;
  const phone = await deps.people.findPhone(subject, subject.factorId);
  return { epoch: 0, failures: phone?.failures ?? 0, lockedForMs: 0 };
}
