/** Opens a challenge in the pending store, or finds the one an equal request has opened before. */

import { isOpen, type OpenChallenge } from '../../domain/challenge.js';
import type { StartAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import type { FailureCounter, OpenCommand } from '../ports/challenge-commands.js';
import type { OpenOutcome } from '../ports/challenge-outcomes.js';
import type { Person } from '../ports/sign-in-reader.js';
import { endedError } from './refuse-ended.js';
import { isDead, retireChallenge } from './retire-challenge.js';
import { sendRefusal } from '../sending/refuse-send.js';
import { showChallenge } from './show-challenge.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { ChallengeRequest } from './challenge-request.js';
import { dropPage, meetAtDoor, writePage } from './start-page.js';

export interface Opening {
  readonly request: ChallengeRequest;
  readonly person: Person;
  readonly canSkip: boolean;
  readonly send: OpenCommand['send'];
  /** Of the number that is to be proven; the person's own where none is given (decision 7). */
  readonly counter?: FailureCounter;
}

export interface Opened {
  readonly challenge: OpenChallenge;
  /** False: it was there already and nothing is sent. */
  readonly isNew: boolean;
}

export async function openChallenge(
  deps: SignInDeps,
  call: Call,
  opening: Opening,
): Promise<Opened> {
  await writePage(deps, call, opening.request);
  try {
    const opened = await openOnce(deps, call, opening);
    if (opened.isNew) return opened;
    await meetAtDoor(deps, opening.request, opened.challenge.door);
    await dropPage(deps, opening.request);
    return opened;
  } catch (error) {
    // Otherwise the challenge may be there: an equal start finds it, and its page.
    if (error instanceof RefusalError) await dropPage(deps, opening.request);
    throw error;
  }
}

async function openOnce(deps: SignInDeps, call: Call, opening: Opening): Promise<Opened> {
  const command = commandOf(call, opening);
  const outcome = await deps.challenges.open(command);
  if (outcome.kind !== 'existing') return resolve(deps, outcome);
  const known = stillOpen(outcome.challenge);
  if (!(await isDead(deps, known, opening.person))) return { challenge: known, isNew: false };
  const status = await retireChallenge(deps, call, known);
  // An ended nonce is an ordinary new start, an ended key answers its end (decisions 11, 16).
  if (status === 'approved' || outcome.by === 'idempotency_key') throw endedError(status);
  return resolve(deps, await deps.challenges.open(command));
}

function commandOf({ client }: Call, opening: Opening): OpenCommand {
  const { request, person, canSkip, send, counter = person.counter } = opening;
  const { id, companyId, userId, purpose, action, nonceDigest, idempotency, door } = request;
  return {
    ...{ id, companyId, userId, clientId: client.clientId, purpose, action, door },
    ...{ canSkip, nonceDigest, idempotency, send, counter },
  };
}

function resolve(deps: SignInDeps, outcome: OpenOutcome): Opened {
  switch (outcome.kind) {
    case 'opened':
      return { challenge: outcome.challenge, isNew: true };
    case 'existing':
      return { challenge: stillOpen(outcome.challenge), isNew: false };
    default:
      if (outcome.kind === 'limit') deps.events.sendLimited(outcome.limit);
      throw sendRefusal(outcome);
  }
}

/** Answered from the present state: ended as verify says, forgotten as expired (decision 16). */
function stillOpen(
  challenge: Extract<OpenOutcome, { kind: 'existing' }>['challenge'],
): OpenChallenge {
  if (!challenge) throw new RefusalError('challenge_expired');
  if (!isOpen(challenge)) throw endedError(challenge.status);
  return challenge;
}

/** What an equal request was answered, as it stands now. */
export async function showOpened(
  deps: SignInDeps,
  challenge: OpenChallenge,
  person: Person,
): Promise<StartAnswer> {
  const answer = await showChallenge(deps, challenge, person);
  if (answer.status === 'pending' || answer.status === 'enrolment_required') return answer;
  throw endedError(answer.status);
}
