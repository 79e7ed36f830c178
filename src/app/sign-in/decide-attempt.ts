/** The second half of verify: the committed row decides what a compared attempt led to. */

import { noteVerified } from '../fraud/conversion.js';
import { attemptOn, type Submission } from './attempt.js';
import { RefusalError, retryAfter, StoreUnavailableError } from '../errors.js';
import type { Approval, Attempt, LedgerOutcome } from '../ports/attempt-ledger.js';
import type { EndCommand } from '../ports/challenge-commands.js';
import type { AttemptSubject } from '../ports/challenge-outcomes.js';
import {
  findReplaced,
  leaveIfReplaced,
  leaveReplaced,
  type ReplacedPhone,
} from '../phone/replaced-phone.js';
import { endedError } from './refuse-ended.js';
import type { SignInDeps } from './sign-in-deps.js';
import { isWithdrawing, withdrawApproval } from './withdraw-approval.js';

interface ComparedAttempt {
  readonly subject: AttemptSubject;
  /** Null for a match. */
  readonly attemptsRemaining: number | null;
}

/** Wrong answers wait for their row too: an answer without a trace would be a free guess (decision 3). */
export async function decideAttempt<Answer>(
  deps: SignInDeps,
  submission: Submission<Answer>,
  compared: ComparedAttempt,
): Promise<Answer> {
  const { subject, attemptsRemaining } = compared;
  const matched = attemptsRemaining === null;
  const attempt = attemptOn(deps, submission, { subject, matched });
  const replaced = matched ? await findReplaced(deps, subject) : null;
  const outcome = await record(deps, submission, { attempt, replaced });
  if (outcome.kind === 'approved')
    return approve(deps, submission, { attempt, replaced, ...outcome });
  if (outcome.kind === 'already_approved' && isWithdrawing(deps.ledger, attempt.challengeId)) {
    throw new StoreUnavailableError('postgres', 'withdrawing');
  }
  markEnd(deps, attempt, outcome);
  throw refusalOf(outcome, attemptsRemaining ?? 0);
}

/** A request that is told 503 takes back what may have been committed for it, whenever that can be done. */
async function record(
  deps: SignInDeps,
  { call }: Submission<unknown>,
  { attempt, replaced }: Pick<Approved, 'attempt' | 'replaced'>,
): Promise<LedgerOutcome> {
  try {
    return await deps.ledger.record(attempt, call.deadlineMs);
  } catch (error) {
    if (attempt.matched) {
      // What was committed behind a lost answer stays: the number is replaced, and the old one is told.
      const leave = async () => {
        if (replaced) await leaveIfReplaced(deps, call, { replaced, by: attempt.subject });
      };
      withdrawApproval(deps, attempt, leave);
    }
    throw error;
  }
}

function approve<Answer>(
  deps: SignInDeps,
  { call, finish }: Submission<Answer>,
  { attempt, approval, replaced }: Approved,
): Answer {
  let marked: Promise<void> | null = null;
  try {
    const answer = finish(approval);
    const { challengeId: id, epoch } = approval;
    const isActive = attempt.subject.factorState === 'active';
    const ended = end(deps, { id, status: 'approved', ...(isActive && { epoch }) });
    // A repeat under the same key is approved again; the code came back once.
    marked = ended.then((isFirst) => {
      if (isFirst) noteVerified(deps, attempt.subject);
    });
    return answer;
  } catch (error) {
    withdrawApproval(deps, attempt);
    throw error;
  } finally {
    // A withdrawn approval leaves the new number in its place: the old one is told all the same.
    if (replaced) void leaveReplaced(deps, call, { replaced, marked });
  }
}

interface Approved {
  readonly attempt: Attempt;
  readonly approval: Approval;
  readonly replaced: ReplacedPhone | null;
}

const ENDS = {
  already_approved: 'approved',
  canceled: 'canceled',
  factor_gone: 'canceled',
  exhausted: 'max_attempts_reached',
} as const;

/**
 * Whoever approved marks that itself: until it has answered it may still withdraw, and what is marked as
 * approved in the store stays so.
 */
function markEnd(deps: SignInDeps, attempt: Attempt, { kind }: LedgerOutcome): void {
  const { challengeId, subject } = attempt;
  // A phone that is not on record yet is not gone.
  if (kind === 'factor_gone' && subject.isSending) return;
  if (kind !== 'already_approved' && kind in ENDS)
    void end(deps, { id: challengeId, status: ENDS[kind as keyof typeof ENDS] });
}

/** Whether this call ended it. Not waited for: the row has decided, the store only answers repeats sooner. */
function end(deps: SignInDeps, command: EndCommand): Promise<boolean> {
  return deps.challenges.end(command).catch(() => {
    deps.events.deferred('end_challenge');
    return false;
  });
}

function refusalOf(
  outcome: Exclude<LedgerOutcome, { kind: 'approved' }>,
  attemptsRemaining: number,
): RefusalError {
  switch (outcome.kind) {
    case 'failed':
      return new RefusalError('code_incorrect', { attemptsRemaining });
    case 'locked':
      return new RefusalError('factor_locked', {
        retryAfterSeconds: retryAfter(outcome.retryAfterMs),
      });
    case 'disabled':
      return new RefusalError('factor_disabled');
    default:
      return endedError(ENDS[outcome.kind]);
  }
}
