/** One submission of a code on its way through verify. */

import { parseCode } from '../../domain/code.js';
import type { AttemptId } from '../../domain/ids.js';
import type { Call } from '../call.js';
import { idempotencyOf } from '../idempotency.js';
import { newAttemptId } from '../new-id.js';
import type { Attempt } from '../ports/attempt-ledger.js';
import type { Idempotency } from '../ports/challenge-commands.js';
import type { AttemptSubject } from '../ports/challenge-outcomes.js';
import type { SignInDeps } from './sign-in-deps.js';
import type { VerifyInput } from '../use-cases.js';

export interface Submission {
  readonly call: Call;
  readonly input: VerifyInput;
  readonly attemptId: AttemptId;
  /** Undefined when what was submitted cannot be a code. */
  readonly digits: string | undefined;
  readonly idempotency: Idempotency | null;
}

/** Normalises once; what is compared and what is remembered are the same digits (R010). */
export function readSubmission(deps: SignInDeps, call: Call, input: VerifyInput): Submission {
  const digits = parseCode(input.code);
  const body = { id: input.id, code: digits ?? null };
  const idempotency = idempotencyOf(deps.digests, call, { operation: 'verify', body });
  return { call, input, attemptId: newAttemptId(), digits, idempotency };
}

export function attemptOn(
  deps: SignInDeps,
  { call, input, attemptId, idempotency }: Submission,
  { subject, matched }: { subject: AttemptSubject; matched: boolean },
): Attempt {
  return {
    challengeId: input.id,
    attemptId,
    clientId: call.client.clientId,
    matched,
    subject,
    idempotency,
    tokenTtlSeconds: deps.rules.tokenTtlSeconds,
  };
}
