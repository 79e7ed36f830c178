/** One submission of a code on its way through verify. */

import type { Door } from '../../domain/challenge.js';
import { parseCode } from '../../domain/code.js';
import type { AttemptId, ChallengeId } from '../../domain/ids.js';
import { TOKEN_MAX_LIFE_SECONDS } from '../../domain/token.js';
import type { Call } from '../call.js';
import { idempotencyOf } from '../idempotency.js';
import { newAttemptId } from '../new-id.js';
import type { Approval, Attempt, Exchange } from '../ports/attempt-ledger.js';
import type { Idempotency } from '../ports/challenge-commands.js';
import type { AttemptSubject } from '../ports/challenge-outcomes.js';
import type { SignInDeps } from './sign-in-deps.js';

/** What a door hands in. */
export interface Entry<Answer> {
  readonly call: Call;
  readonly id: ChallengeId;
  readonly door: Door;
  /** As submitted; anything at all. */
  readonly code: unknown;
  readonly nonceDigest: string | null;
  /** On a page: what its approval may be redeemed by. */
  readonly exchange: Exchange | null;
  /** Makes the answer of the committed approval; what it throws withdraws the approval. */
  readonly finish: (approval: Approval) => Answer;
}

export interface Submission<Answer> extends Entry<Answer> {
  readonly attemptId: AttemptId;
  /** Undefined when what was submitted cannot be a code. */
  readonly digits: string | undefined;
  readonly idempotency: Idempotency | null;
}

/**
 * Normalises once; what is compared and what is remembered are the same digits (R010). A key given on a
 * page means nothing at the API, or it would fetch the token without the return code.
 */
export function readSubmission<Answer>(deps: SignInDeps, entry: Entry<Answer>): Submission<Answer> {
  const { call, id, door } = entry;
  const digits = parseCode(entry.code);
  const operation = door === null ? 'verify' : 'verify_on_page';
  const body = { id, code: digits ?? null };
  const idempotency = idempotencyOf(deps.digests, call, { operation, body });
  return { ...entry, attemptId: newAttemptId(), digits, idempotency };
}

export function attemptOn(
  deps: SignInDeps,
  { call, id, attemptId, idempotency, exchange }: Submission<unknown>,
  { subject, matched }: { subject: AttemptSubject; matched: boolean },
): Attempt {
  const { tokenTtlSeconds } = deps.rules;
  return {
    challengeId: id,
    attemptId,
    clientId: call.client.clientId,
    matched,
    subject,
    idempotency,
    exchange,
    tokenTtlSeconds: subject.purpose === 'step_up' ? TOKEN_MAX_LIFE_SECONDS : tokenTtlSeconds,
  };
}
