/** What the pending store answers: the outcomes of its port. */

import type {
  Action,
  Challenge,
  Channel,
  EndStatus,
  OpenChallenge,
  Purpose,
} from '../../domain/challenge.js';
import type { EmployeeRef, FactorId } from '../../domain/ids.js';

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
  /** Not an enrolment, or its destination moved meanwhile; another message is the last one by now. */
  | { readonly kind: 'conflict' }
  | SendRefusal;

/** What a charged or matched attempt was made on: everything the ledger's row needs. */
export interface AttemptSubject extends EmployeeRef {
  readonly purpose: Purpose;
  readonly action: Action | null;
  readonly factorId: FactorId;
  readonly factorVersion: number;
  readonly factorState: 'active' | 'pending';
  /** The code's send is not settled: a pending phone may not be on record yet. */
  readonly isSending: boolean;
  /** Channels the provider accepted for this challenge, for `amr` (decision 43). */
  readonly channels: readonly Channel[];
}

export type AttemptOutcome =
  | { readonly kind: 'not_found' }
  | { readonly kind: 'malformed'; readonly codeLength: number }
  | { readonly kind: 'ended'; readonly status: EndStatus }
  /** Its code is entered on a hosted page alone (decision 24); uncharged. */
  | { readonly kind: 'on_page' }
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
