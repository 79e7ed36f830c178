/** What the pending store is asked for: the commands of its port. */

import type { Action, Channel, Door, EndStatus, Purpose } from '../../domain/challenge.js';
import type { ReceiptStatus, UndeliveredReason } from '../../domain/delivery.js';
import type {
  AttemptId,
  ChallengeId,
  ClientId,
  EmployeeRef,
  FactorId,
  MessageId,
} from '../../domain/ids.js';

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
  readonly action: Action | null;
  readonly door: Door;
  readonly canSkip: boolean;
  /** Keyed digest of the nonce; null where none was given. Also what equal requests coalesce on. */
  readonly nonceDigest: string | null;
  readonly idempotency: Idempotency | null;
  /** Null opens a challenge that waits for a number. */
  readonly send: (SendReservation & CodeDigest) | null;
  readonly counter: FailureCounter;
}

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

/** One more message with the same code, because the last one did not arrive. */
export interface RepeatCommand {
  readonly id: ChallengeId;
  /** Must still be the challenge's last message. */
  readonly repeats: MessageId;
  /** Channel and locale stay those of the message that is repeated. */
  readonly send: Omit<SendReservation, 'channel' | 'locale'>;
  readonly counter: FailureCounter;
}

/** What the provider reported of a message. */
export interface ReceiptCommand {
  readonly id: ChallengeId;
  readonly messageId: MessageId;
  readonly status: ReceiptStatus;
  /** Null unless undelivered. */
  readonly reason: UndeliveredReason | null;
}

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
  /** Where the code was entered; another door than the challenge's own is `on_page` or `not_found`. */
  readonly door: Door;
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

export interface EndCommand {
  readonly id: ChallengeId;
  readonly status: Exclude<EndStatus, 'expired'>;
  /** The employee's new epoch after an approval. */
  readonly epoch?: number;
}
