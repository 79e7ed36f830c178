/** Opens a challenge in the pending store, or finds the one an equal request has opened before. */

import { isOpen, type OpenChallenge } from '../../domain/challenge.js';
import type { StartAnswer } from '../answers.js';
import type { ChallengeId } from '../../domain/ids.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import { idempotencyOf } from '../idempotency.js';
import type { OpenCommand } from '../ports/challenge-commands.js';
import type { OpenOutcome } from '../ports/challenge-outcomes.js';
import type { Person } from '../ports/sign-in-reader.js';
import { endedError } from './refuse-ended.js';
import { isDead, retireChallenge } from './retire-challenge.js';
import { sendRefusal } from '../sending/refuse-send.js';
import { showChallenge } from './show-challenge.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { StartInput } from '../use-cases.js';

export interface Opening {
  readonly input: StartInput;
  readonly person: Person;
  readonly id: ChallengeId;
  readonly canSkip: boolean;
  readonly send: OpenCommand['send'];
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
  const command = commandOf(deps, call, opening);
  const outcome = await deps.challenges.open(command);
  if (outcome.kind !== 'existing') return resolve(deps, outcome);
  const known = stillOpen(outcome.challenge);
  if (!(await isDead(deps, known, opening.person))) return { challenge: known, isNew: false };
  const status = await retireChallenge(deps, call, known);
  // An ended nonce is an ordinary new start, an ended key answers its end (decisions 11, 16).
  if (status === 'approved' || outcome.by === 'idempotency_key') throw endedError(status);
  return resolve(deps, await deps.challenges.open(command));
}

function commandOf(deps: SignInDeps, call: Call, opening: Opening): OpenCommand {
  const { input, person, id, canSkip, send } = opening;
  const { clientId } = call.client;
  return {
    id,
    companyId: input.companyId,
    userId: input.userId,
    clientId,
    purpose: 'sign_in',
    canSkip,
    nonceDigest: input.nonce && deps.digests.nonceDigest(input.nonce, clientId),
    idempotency: idempotencyOf(deps.digests, call, { operation: 'start', body: input.body }),
    send,
    counter: person.counter,
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
