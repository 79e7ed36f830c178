/** What an attempt on an ended challenge is told; the retry of the very approval gets its token again. */

import type { EndStatus } from '../../domain/challenge.js';
import type { ApprovedAnswer } from '../answers.js';
import type { Submission } from './attempt.js';
import { RefusalError } from '../errors.js';
import { issueToken } from './issue-token.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';

export async function answerEnded(
  deps: SignInDeps,
  submission: Submission,
  status: EndStatus,
): Promise<ApprovedAnswer> {
  if (status !== 'approved') throw endedError(status);
  const reissued = await reissue(deps, submission);
  if (reissued) return reissued;
  const { call, input, attemptId } = submission;
  const replay = { challengeId: input.id, attemptId, clientId: call.client.clientId };
  await deps.ledger.noteReplay(replay, call.deadlineMs);
  throw endedError('approved');
}

/** Only a request with the key of the approving one is the same request (decisions 4, 16). */
async function reissue(
  deps: SignInDeps,
  submission: Submission,
): Promise<ApprovedAnswer | undefined> {
  const { call, input, attemptId, idempotency } = submission;
  if (!idempotency) return undefined;
  const { clientId } = call.client;
  const found = await deps.ledger.reissue({
    challengeId: input.id,
    attemptId,
    clientId,
    idempotency,
  });
  if (found === 'key_reused') throw new RefusalError('idempotency_key_reused');
  return found && issueToken(deps, submission, found);
}
