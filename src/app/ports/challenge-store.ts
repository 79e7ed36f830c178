/** The port of the pending store: where challenges, cool-downs and running locks live for minutes. */

import type { Challenge } from '../../domain/challenge.js';
import type { ChallengeId, ClientId, EmployeeRef } from '../../domain/ids.js';
import type {
  AttemptCommand,
  DestinationCommand,
  EndCommand,
  OpenCommand,
  ReceiptCommand,
  RepeatCommand,
  ResendCommand,
  SettleCommand,
} from './challenge-commands.js';
import type { AttemptOutcome, OpenOutcome, ReserveOutcome } from './challenge-outcomes.js';

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

  /**
   * Opens a challenge, or finds the one that the same request has opened before (decisions 11, 16). An
   * Idempotency-Key is claimed first, in a step of its own: with another request, also about another
   * person, it is reused. A start that is refused, here or at its settlement, frees it again.
   */
  open(command: OpenCommand): Promise<OpenOutcome>;

  /** Reserves a repeat of the same code for a pending challenge. */
  reserveResend(command: ResendCommand): Promise<ReserveOutcome>;

  /**
   * Points an unfinished enrolment at a number: a new code, a new life, tries carried over. Whoever
   * settles it as `refused` finds the challenge as it was before.
   */
  reserveDestination(command: DestinationCommand): Promise<ReserveOutcome>;

  /**
   * Reserves an automatic repeat. Nobody waits for it, so the running gap does not stop it; it counts, and
   * moves the gap, like any other send.
   */
  reserveRepeat(command: RepeatCommand): Promise<ReserveOutcome>;

  /**
   * Notes what became of the challenge's last message, also while it is in flight; of any other message it
   * is left alone. Moves forward only, and changes neither state nor tries nor life (R043).
   */
  recordReceipt(command: ReceiptCommand): Promise<void>;

  /** Tells how a reserved send ended. Repeatable; a send that is not in flight is left alone. */
  settleSend(command: SettleCommand): Promise<void>;

  /** Reads a challenge of this client; undefined when there is none, foreign or forgotten. */
  read(id: ChallengeId, clientId: ClientId): Promise<Challenge | undefined>;

  /**
   * Charges one try, compares, gives the charge back on a match; refused before the charge when the
   * store cannot write (decision 1). A match consumes nothing: the ledger decides.
   */
  attempt(command: AttemptCommand): Promise<AttemptOutcome>;

  /**
   * Remembers the end of a challenge. An approval also ends the running gap and starts `epoch`. Answers
   * whether this call ended it: of repeats only one does, on whichever instance.
   */
  end(command: EndCommand): Promise<boolean>;

  /** Ends every open challenge of a person as `canceled`: their factor was reset or removed. */
  cancelAll(employee: EmployeeRef): Promise<void>;
}
