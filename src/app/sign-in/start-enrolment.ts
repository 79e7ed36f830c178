/** Starts a challenge that waits for a number: nothing is sent. */

import type { StartAnswer } from '../answers.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { enrolmentAnswer } from './challenge-answer.js';
import { openChallenge, showOpened } from './open-challenge.js';
import type { Person } from '../ports/sign-in-reader.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { ChallengeRequest } from './challenge-request.js';

interface EnrolmentStart {
  readonly request: ChallengeRequest;
  readonly person: Person;
  readonly canSkip: boolean;
}

export async function startEnrolment(
  deps: SignInDeps,
  call: Call,
  { request, person, canSkip }: EnrolmentStart,
): Promise<StartAnswer> {
  // Before the challenge, so that a start that fails here leaves nothing to find (decision 11).
  const { companyId, userId } = request;
  await deps.audit.append(
    auditOf(call, 'challenge.enrolment_required', { companyId, userId, facts: { canSkip } }),
  );
  const opened = await openChallenge(deps, call, { request, person, canSkip, send: null });
  if (!opened.isNew) return showOpened(deps, opened.challenge, person);
  return enrolmentAnswer(deps, opened.challenge, person);
}
