/** What an attempt on an ended challenge is told; the retry of the very approval is approved again. */

import type { EndStatus } from '../../domain/challenge.js';
import { RefusalError } from '../errors.js';
import type { Approval } from '../ports/attempt-ledger.js';
import type { Submission } from './attempt.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';

export async function answerEnded<Answer>(
  deps: SignInDeps,
  submission: Submission<Answer>,
  status: EndStatus,
): Promise<Answer> {
  if (status !== 'approved') throw endedError(status);
  const found = await approvalBefore(deps, submission);
  if (found) return submission.finish(found);
  const { call, id: challengeId, attemptId } = submission;
  const replay = { challengeId, attemptId, clientId: call.client.clientId };
  await deps.ledger.noteReplay(replay, call.deadlineMs);
  throw endedError('approved');
}

/** Only a request with the key of the approving one is the same request (decisions 4, 16). */
async function approvalBefore<Answer>(
  deps: SignInDeps,
  submission: Submission<Answer>,
): Promise<Approval | undefined> {
  const { call, id: challengeId, attemptId, idempotency } = submission;
  if (!idempotency) return undefined;
  const { clientId } = call.client;
  const found = await deps.ledger.reissue({ challengeId, attemptId, clientId, idempotency });
  if (found === 'key_reused') throw new RefusalError('idempotency_key_reused');
  return found;
}
