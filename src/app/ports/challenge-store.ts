/** The port of the pending store: where challenges, cool-downs and running locks live for minutes. */

import type {
  Challenge,
  Channel,
  EndStatus,
  OpenChallenge,
  Purpose,
} from '../../domain/challenge.js';
import type {
  AttemptId,
  ChallengeId,
  ClientId,
  EmployeeRef,
  FactorId,
  MessageId,
} from '../../domain/ids.js';

/**
 * Pending challenges and everything that is decided together with them.
 *
 * Every method is one atomic step on one slot; parallel calls of any instances behave as if they came
 * one after the other. Each write gives its key an expiry in the same step (R004). The store's own
 * clock decides every expiry and wait (decision 9); callers pass durations, never instants.
 * Rejects with `StoreUnavailableError` when the store cannot answer in time or refuses to write; such
 * a call may still have taken effect.
 *
 * tests/contract/challenge-store.contract.ts is the executable form of this comment.
 */
export interface ChallengeStore {
  /** Draws an id in the slot of the employee; at least 128 random bits (R011). */
  newId(employee: EmployeeRef): ChallengeId;

  /** Opens a challenge, or finds the one that the same request has opened before (decisions 11, 16). */
  open(command: OpenCommand): Promise<OpenOutcome>;

  /** Reserves a repeat of the same code for a pending challenge. */
  reserveResend(command: ResendCommand): Promise<ReserveOutcome>;

  /**
   * Points an unfinished enrolment at a number: a new code, a new life, tries carried over. Whoever
   * settles it as `refused` finds the challenge as it was before.
   */
  reserveDestination(command: DestinationCommand): Promise<ReserveOutcome>;

  /** Tells how a reserved send ended. Repeatable; a send that is not in flight is left alone. */
  settleSend(command: SettleCommand): Promise<void>;

  /** Reads a challenge of this client; undefined when there is none, foreign or forgotten. */
  read(id: ChallengeId, clientId: ClientId): Promise<Challenge | undefined>;

  /**
   * Charges one try, compares, gives the charge back on a match; refused before the charge when the
   * store cannot write (decision 1). A match consumes nothing: the ledger decides.
   */
  attempt(command: AttemptCommand): Promise<AttemptOutcome>;

  /** Remembers the end of a challenge. An approval also ends the running gap and starts `epoch`. */
  end(command: EndCommand): Promise<void>;

  /** Ends every open challenge of a person as `canceled`: their factor was reset or removed. */
  cancelAll(employee: EmployeeRef): Promise<void>;
}

/** What PostgreSQL knows of a counter, handed over: newer epoch replaces, same epoch takes the larger. */
export interface FailureCounter {
  readonly epoch: number;
  readonly failures: number;
  /** Milliseconds left of a running lock; 0 when none runs. */
  readonly lockedForMs: number;
}

/** Recognises a repeated request: the key's digest, and a keyed fingerprint of the body. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

/** One send to one number, from reservation to settlement. */
export interface SendReservation {
  readonly messageId: MessageId;
  readonly factorId: FactorId;
  readonly factorVersion: number;
  readonly factorState: 'active' | 'pending';
  /** Blind index of the number: the gap is kept per (employee, number). */
  readonly numberKey: string;
  readonly channel: Channel;
  /** BCP 47; a resend speaks the same language. */
  readonly locale: string;
}

/** The code of a reservation, as the store may know it: a keyed digest. */
export interface CodeDigest {
  readonly keyId: string;
  readonly digest: string;
  readonly codeLength: number;
  readonly ttlMs: number;
}

export interface OpenCommand extends EmployeeRef {
  readonly id: ChallengeId;
  readonly clientId: ClientId;
  readonly purpose: Purpose;
  readonly canSkip: boolean;
  /** Keyed digest of the nonce; null where none was given. Also what equal requests coalesce on. */
  readonly nonceDigest: string | null;
  readonly idempotency: Idempotency | null;
  /** Null opens a challenge that waits for a number. */
  readonly send: (SendReservation & CodeDigest) | null;
  readonly counter: FailureCounter;
}

/** Refusals that every reservation of a send shares. */
export type SendRefusal =
  | { readonly kind: 'cooldown'; readonly retryAfterMs: number }
  | {
      readonly kind: 'limit';
      readonly limit: 'open_challenges' | 'send_tries';
      readonly retryAfterMs: number;
    }
  | { readonly kind: 'locked'; readonly retryAfterMs: number }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'in_flight'; readonly retryAfterMs: number }
  | { readonly kind: 'idempotency_key_reused' };

export type OpenOutcome =
  | { readonly kind: 'opened'; readonly challenge: OpenChallenge }
  /** `challenge` is undefined when the key is remembered and the challenge is gone. */
  | {
      readonly kind: 'existing';
      readonly by: 'nonce' | 'idempotency_key';
      readonly challenge: Challenge | undefined;
    }
  | SendRefusal;

export interface ResendCommand {
  readonly id: ChallengeId;
  readonly clientId: ClientId;
  readonly idempotency: Idempotency | null;
  readonly send: SendReservation;
  readonly counter: FailureCounter;
}

export interface DestinationCommand {
  readonly id: ChallengeId;
  readonly clientId: ClientId;
  readonly idempotency: Idempotency | null;
  readonly send: SendReservation & CodeDigest;
  /** The destination that `send.digest` was derived for; another one in the store is `conflict`. */
  readonly destination: number;
  /** Of the pending factor. */
  readonly counter: FailureCounter;
}

export type ReserveOutcome =
  | { readonly kind: 'reserved'; readonly challenge: OpenChallenge }
  /** The same Idempotency-Key reserved it before; nothing is sent again. */
  | { readonly kind: 'repeated'; readonly challenge: Challenge }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'ended'; readonly status: EndStatus }
  | { readonly kind: 'code_not_sent' }
  | { readonly kind: 'expiring' }
  /** Three numbers were tried. */
  | { readonly kind: 'destinations_used_up' }
  /** Not an enrolment, or its destination moved meanwhile. */
  | { readonly kind: 'conflict' }
  | SendRefusal;

export interface SettleCommand {
  readonly id: ChallengeId;
  readonly messageId: MessageId;
  /** `refused` gives gap and destination back and forgets a challenge that it was the first send of. */
  readonly outcome: 'accepted' | 'unknown' | 'refused';
}

export interface AttemptCommand {
  readonly id: ChallengeId;
  readonly clientId: ClientId;
  readonly attemptId: AttemptId;
  readonly nonceDigest: string | null;
  /**
   * Digests of the submitted digits, one per held key (at most three); empty when the input was malformed, which is answered after the 404s and charges nothing (decision 2).
   */
  readonly digests: readonly CandidateDigest[];
  /** How many digits were submitted; another length than the challenge's is malformed too. */
  readonly digits: number;
  /** A repeat under the same key is uncharged and answered alike; other digits under it are refused (decision 16). */
  readonly idempotency: Idempotency | null;
  /** Given on the second call, after `counter_missing`. */
  readonly counter: FailureCounter | null;
}

export interface CandidateDigest {
  readonly keyId: string;
  readonly digest: string;
}

/** What a charged or matched attempt was made on: everything the ledger's row needs. */
export interface AttemptSubject extends EmployeeRef {
  readonly purpose: Purpose;
  readonly factorId: FactorId;
  readonly factorVersion: number;
  readonly factorState: 'active' | 'pending';
  /** Channels the provider accepted for this challenge, for `amr` (decision 43). */
  readonly channels: readonly Channel[];
}

export type AttemptOutcome =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'malformed'; readonly codeLength: number }
  | { readonly kind: 'ended'; readonly status: EndStatus }
  | { readonly kind: 'code_not_sent' }
  | {
      readonly kind: 'locked';
      readonly retryAfterMs: number;
      readonly subject: AttemptSubject;
      readonly lifeLeftMs: number;
    }
  | { readonly kind: 'disabled' }
  | { readonly kind: 'unknown_key' }
  | { readonly kind: 'idempotency_key_reused' }
  /** The counter is not in the store: hand it over and call once more. */
  | { readonly kind: 'counter_missing'; readonly subject: AttemptSubject }
  | {
      readonly kind: 'mismatch';
      readonly attemptsRemaining: number;
      readonly subject: AttemptSubject;
      readonly repeated: boolean;
    }
  | { readonly kind: 'match'; readonly subject: AttemptSubject };

export interface EndCommand {
  readonly id: ChallengeId;
  readonly status: Exclude<EndStatus, 'expired'>;
  /** The employee's new epoch after an approval. */
  readonly epoch?: number;
}
