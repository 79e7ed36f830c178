/** What goes into `record_attempts_v1` and what comes out of it. */

import { z } from 'zod';
import { StoreUnavailableError } from '../../app/errors.js';
import type {
  Approval,
  Attempt,
  Cancellation,
  Ending,
  Exchange,
  LedgerOutcome,
  RedeemOutcome,
} from '../../app/ports/attempt-ledger.js';
import { ACTIONS, CHANNELS, PURPOSES } from '../../domain/challenge.js';
import type { ChallengeId, ClientId, CompanyId, UserId } from '../../domain/ids.js';
import {
  ATTEMPTS_PER_CHALLENGE,
  DISABLE_AT_FAILURES,
  DISCARD_PENDING_AT_FAILURES,
  LOCK_BASE_MS,
  LOCK_FROM_FAILURES,
  LOCK_MAX_MS,
} from '../../domain/limits.js';

/** One item of a batch; the function knows the names. */
export type AttemptItem = Readonly<
  Record<string, string | number | boolean | readonly string[] | null>
>;

export const ATTEMPT_LIMITS = JSON.stringify({
  lockFrom: LOCK_FROM_FAILURES,
  lockBaseMs: LOCK_BASE_MS,
  lockMaxMs: LOCK_MAX_MS,
  disableAt: DISABLE_AT_FAILURES,
  discardPendingAt: DISCARD_PENDING_AT_FAILURES,
  attemptsPerChallenge: ATTEMPTS_PER_CHALLENGE,
});

export function attemptItem(op: 'attempt' | 'locked', attempt: Attempt): AttemptItem {
  const { subject } = attempt;
  return {
    op,
    challengeId: attempt.challengeId,
    attemptId: attempt.attemptId,
    clientId: attempt.clientId,
    companyId: subject.companyId,
    userId: subject.userId,
    purpose: subject.purpose,
    action: subject.action,
    factorId: subject.factorId,
    factorVersion: subject.factorVersion,
    factorState: subject.factorState,
    isSending: subject.isSending,
    channels: subject.channels,
    idempotencyKey: attempt.idempotency?.key ?? null,
    fingerprint: attempt.idempotency?.fingerprint ?? null,
    tokenTtlSeconds: attempt.tokenTtlSeconds,
    ...exchangeOf(attempt.exchange),
    matched: attempt.matched,
  };
}

export function cancelItem({ exchange, ...cancellation }: Cancellation): AttemptItem {
  return { op: 'cancel', channels: [], ...cancellation, ...exchangeOf(exchange) };
}

function exchangeOf(exchange: Exchange | null) {
  return {
    nonceDigest: exchange?.nonceDigest ?? null,
    returnCodeHash: exchange?.returnCodeHash ?? null,
  };
}

const approval: z.ZodType<Approval> = z.object({
  challengeId: z.custom<ChallengeId>(isText),
  clientId: z.custom<ClientId>(isText),
  companyId: z.custom<CompanyId>(isText),
  userId: z.custom<UserId>(isText),
  purpose: z.enum(PURPOSES),
  action: z.enum(ACTIONS).nullable(),
  channels: z.array(z.enum(CHANNELS)),
  approvedAt: z.int(),
  tokenTtlSeconds: z.int(),
  epoch: z.int(),
});
const counter = z.object({ epoch: z.int(), failures: z.int(), lockedForMs: z.int() });

const recorded = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approved'), approval }),
  z.object({ kind: z.literal('failed'), counter }),
  z.object({ kind: z.literal('already_approved') }),
  z.object({ kind: z.literal('canceled') }),
  z.object({ kind: z.literal('factor_gone') }),
  z.object({ kind: z.literal('exhausted') }),
  z.object({ kind: z.literal('locked'), retryAfterMs: z.int() }),
  z.object({ kind: z.literal('disabled') }),
  z.object({ kind: z.literal('withdrawn') }),
]);

const batch = z.array(z.object({ ord: z.int(), result: z.unknown() }));

/** Results in the order of the items, whatever order they were taken in. */
export function toResults(rows: readonly unknown[]): unknown[] {
  return batch
    .parse(rows)
    .sort((a, b) => a.ord - b.ord)
    .map(({ result }) => result);
}

export function toOutcome(result: unknown): LedgerOutcome {
  const outcome = recorded.parse(result);
  if (outcome.kind === 'withdrawn') throw new StoreUnavailableError('postgres', 'withdrawn');
  return outcome;
}

export function toEnd(result: unknown): 'canceled' | 'approved' {
  return z.object({ kind: z.enum(['canceled', 'approved']) }).parse(result).kind;
}

export function toApproval(result: unknown): Approval {
  return z.object({ approval }).parse(result).approval;
}

const redeemed = z.object({ result: z.object({ approval }), redeemed_at: z.int() });
const ending = z.object({
  outcome: z.enum(['approved', 'canceled', 'skipped']),
  return_code_hash: z.string().nullable(),
});

export function toRedeemed(row: unknown): RedeemOutcome {
  const { result, redeemed_at: redeemedAt } = redeemed.parse(row);
  return { kind: 'redeemed', approval: result.approval, redeemedAt };
}

const unredeemable = z.object({ kind: z.enum(['redeemed_before', 'expired', 'skipped']) });

/** Of the rows that share the digits but could not be exchanged: none, or one. */
export function toUnredeemable([row]: readonly unknown[]): RedeemOutcome {
  return row === undefined ? { kind: 'not_found' } : unredeemable.parse(row);
}

export function toEnding([row]: readonly unknown[]): Ending | undefined {
  if (row === undefined) return undefined;
  const { outcome, return_code_hash: returnCodeHash } = ending.parse(row);
  return { outcome, returnCodeHash };
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}
