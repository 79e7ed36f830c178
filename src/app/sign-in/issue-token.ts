/** Signs the token of a committed approval, unless the caller has been answered 503 meanwhile. */

import type { ApprovedAnswer } from '../answers.js';
import type { Submission } from './attempt.js';
import { StoreUnavailableError } from '../errors.js';
import type { Approval } from '../ports/attempt-ledger.js';
import type { SignInDeps } from './sign-in-deps.js';

export function issueToken(
  deps: SignInDeps,
  { call, input }: Submission,
  approval: Approval,
): ApprovedAnswer {
  if (deps.clock.monotonicMs() >= call.deadlineMs) {
    throw new StoreUnavailableError('postgres', 'deadline');
  }
  const { token, expiresAt } = deps.tokens.sign(approval, input.nonce);
  return {
    status: 'approved',
    challengeId: approval.challengeId,
    companyId: approval.companyId,
    userId: approval.userId,
    nonce: input.nonce,
    token,
    tokenExpiresAt: expiresAt,
  };
}
