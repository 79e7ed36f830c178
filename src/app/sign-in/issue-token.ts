/** Signs the token of a committed approval, unless the caller has been answered 503 meanwhile. */

import type { ApprovedAnswer } from '../answers.js';
import type { Call } from '../call.js';
import { StoreUnavailableError } from '../errors.js';
import type { Approval } from '../ports/attempt-ledger.js';
import type { TokenIssue } from '../ports/token-signer.js';
import type { SignInDeps } from './sign-in-deps.js';

export function issueToken(
  deps: Pick<SignInDeps, 'clock' | 'tokens'>,
  call: Call,
  { approval, ...issue }: TokenIssue & { readonly approval: Approval },
): ApprovedAnswer {
  requireTime(deps, call);
  const { challengeId, companyId, userId } = approval;
  const { nonce } = issue;
  const signed = deps.tokens.sign(approval, issue);
  return { status: 'approved', challengeId, companyId, userId, nonce, signed };
}

/** Whoever was told 503 is never approved behind it (decision 4). */
export function requireTime({ clock }: Pick<SignInDeps, 'clock'>, { deadlineMs }: Call): void {
  if (clock.monotonicMs() >= deadlineMs) throw new StoreUnavailableError('postgres', 'deadline');
}
