/** The port of the durable record that decides what an attempt led to: one committed row. */

import type { Action, Channel, Purpose } from '../../domain/challenge.js';
import type { AttemptId, ChallengeId, ClientId, EmployeeRef } from '../../domain/ids.js';
import type { FailureCounter, Idempotency } from './challenge-commands.js';
import type { AttemptSubject } from './challenge-outcomes.js';

/**
 * One row per attempt; approvals and cancellations are unique per challenge.
 *
 * A method that resolves has committed. When the connection is lost in between, the ledger itself
 * inserts again on a fresh connection and reads whose row it is (decision 4), until `deadlineMs`; then
 * it rejects with `StoreUnavailableError` and the outcome is unknown.
 *
 * tests/contract/attempt-ledger.contract.ts is the executable form of this comment.
 */
export interface AttemptLedger {
  /**
   * Records a compared attempt together with the attempts of concurrent requests (group commit).
   * The statement that approves also proves what it rests on (decision 3).
   */
  record(attempt: Attempt, deadlineMs: number): Promise<LedgerOutcome>;

  /** False while PostgreSQL is known to be down: ask before anything is charged (decision 5). */
  isAvailable(): boolean;

  /** Records an attempt that was not compared because a lock was running (R124). */
  noteLocked(attempt: Attempt, deadlineMs: number): Promise<void>;

  /** Records that somebody submitted a code again after its challenge was approved (R016, R124). */
  noteReplay(
    attempt: Pick<Attempt, 'challengeId' | 'attemptId' | 'clientId'>,
    deadlineMs: number,
  ): Promise<void>;

  /** Records that a challenge was canceled; answers what the challenge ended as. */
  cancel(cancellation: Cancellation, deadlineMs: number): Promise<'canceled' | 'approved'>;

  /**
   * Takes over the approval that the same Idempotency-Key made, by compare-and-swap; undefined if there is
   * none or its token has expired (decision 16).
   */
  reissue(
    attempt: Pick<Attempt, 'challengeId' | 'attemptId' | 'clientId' | 'idempotency'>,
  ): Promise<Approval | 'key_reused' | undefined>;

  /**
   * Exchanges an approval given on a page. One UPDATE decides: the first exchange within
   * `REDEEM_WITHIN_MS` of the approval, an equal one again within `REDEEM_AGAIN_MS` of the first, which is
   * told the same instant. An approval that was redeemed is never withdrawn.
   */
  redeem(redemption: Redemption): Promise<RedeemOutcome>;

  /** How the challenge of this client ended on record; undefined while nothing has ended it. */
  readEnding(challengeId: ChallengeId, clientId: ClientId): Promise<Ending | undefined>;

  /** Removes the approval of a request that has answered 503, unless a retry took it over. Repeatable. */
  withdraw(attempt: Pick<Attempt, 'challengeId' | 'attemptId'>): Promise<void>;
}

export interface Attempt {
  readonly challengeId: ChallengeId;
  readonly attemptId: AttemptId;
  readonly clientId: ClientId;
  readonly matched: boolean;
  readonly subject: AttemptSubject;
  readonly idempotency: Idempotency | null;
  readonly tokenTtlSeconds: number;
  /** What redeeming will take; null for a challenge that is verified through the API. */
  readonly exchange: Exchange | null;
}

/** The two digests that an approval or a skip on a page is exchanged by (decision 24). */
export interface Exchange {
  readonly nonceDigest: string;
  readonly returnCodeHash: string;
}

export interface Redemption extends Exchange {
  readonly challengeId: ChallengeId;
  readonly clientId: ClientId;
}

export type RedeemOutcome =
  /** `redeemedAt`: Unix seconds of the first exchange. */
  | { readonly kind: 'redeemed'; readonly approval: Approval; readonly redeemedAt: number }
  | { readonly kind: 'redeemed_before' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'skipped' }
  /** No ending of this client with these digests. */
  | { readonly kind: 'not_found' };

export interface Ending {
  readonly outcome: 'approved' | 'canceled' | 'skipped';
  /** Null for an ending that did not come from a page. */
  readonly returnCodeHash: string | null;
}

export interface Cancellation extends EmployeeRef {
  readonly challengeId: ChallengeId;
  readonly clientId: ClientId;
  readonly attemptId: AttemptId;
  readonly purpose: Purpose;
  readonly action: Action | null;
  readonly exchange: Exchange | null;
  /** `skipped`: enrolment was put off. */
  readonly reason: 'canceled' | 'skipped';
}

/** A committed approval: every token of the challenge is made of this, so all of them are the same. */
export interface Approval extends EmployeeRef {
  readonly challengeId: ChallengeId;
  readonly clientId: ClientId;
  readonly purpose: Purpose;
  readonly action: Action | null;
  readonly channels: readonly Channel[];
  /** Unix seconds of the database's clock. */
  readonly approvedAt: number;
  readonly tokenTtlSeconds: number;
  /** The employee's failure epoch that this approval started. */
  readonly epoch: number;
}

export type LedgerOutcome =
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'failed'; readonly counter: FailureCounter }
  /** Somebody else's approval stands, and the replay is noted. */
  | { readonly kind: 'already_approved' }
  | { readonly kind: 'canceled' }
  /** The factor was reset, removed, replaced or erased since the code was sent. */
  | { readonly kind: 'factor_gone' }
  /** PostgreSQL counts five or more failures of this challenge, or the pending factor was discarded. */
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'locked'; readonly retryAfterMs: number }
  | { readonly kind: 'disabled' };
