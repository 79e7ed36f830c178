/** The port of the budgets that a message is counted in before it goes out. */

import type { MessageId } from '../../domain/ids.js';
import type { SendLimit } from '../../domain/send-limit.js';

/**
 * Counts messages over time for whoever has a budget: a number, a person, a company (R030, R031, decision
 * 17). The store's clock decides. Each method is one atomic step on the owner's slot, and safe to repeat
 * with the same message: it is counted once and given back once. Every write gives its key an expiry in
 * the same step. Rejects with `StoreUnavailableError` when the store cannot answer or refuses to write;
 * such a call may still have taken effect, so whoever is unsure gives back.
 *
 * tests/contract/send-budget.contract.ts is the executable form of this comment.
 */
export interface SendBudget {
  /** Counts the message on every meter, or on none where a cap is reached. */
  take(request: TakeRequest): Promise<TakeOutcome>;

  /**
   * Uncounts it everywhere: no byte was sent, or the provider answered an error (decision 13). Frees what
   * this message took and nothing else; a meter that counts in steps remembers messages for a minute.
   */
  giveBack(request: Pick<TakeRequest, 'owner' | 'meters' | 'messageId'>): Promise<void>;
}

export interface TakeRequest {
  /** What kind of thing it is, and what tells it apart; kept as a keyed hash only (R102). */
  readonly owner: readonly [kind: string, ...parts: string[]];
  readonly messageId: MessageId;
  /** At least one; the first is the one that knows whether the message was counted already. */
  readonly meters: readonly Meter[];
  /** Counts even where a cap is reached, and says so: the caller decides, and gives back what it refuses. */
  readonly isSoft?: boolean;
  /** Asks to be told, once in `everyMs`, when the first meter reaches `at`. */
  readonly warn?: Warning;
}

export interface Warning {
  readonly at: number;
  readonly everyMs: number;
}

/**
 * One count of an owner. `each` keeps every message, exact to the millisecond, for counts that are small;
 * `steps` counts in steps of time, so that its size does not grow with the count, and never lets more
 * through in any window than its cap.
 */
export interface Meter {
  /** Tells it from the owner's others; one letter, it stands in a key's name. */
  readonly name: string;
  readonly counts: 'each' | 'steps';
  /** The longest window; of a meter in steps the only one. */
  readonly keepMs: number;
  readonly caps: readonly Cap[];
}

export interface Cap {
  readonly limit: SendLimit;
  readonly most: number;
  readonly windowMs: number;
}

/** A cap that is reached. Waiting that long works, unless others are faster. */
export interface Reached {
  readonly limit: SendLimit;
  readonly retryAfterMs: number;
}

export interface Taken {
  readonly kind: 'taken';
  /** Of a soft take: the cap that would have refused it. */
  readonly over: Reached | null;
  /** What each meter holds now, this message included. */
  readonly used: readonly number[];
  /** Since the last message before this one on the first meter, if that counts each and has one. */
  readonly sincePreviousMs: number | null;
  /** The first to be told, as asked for. */
  readonly isWarning: boolean;
}

/** Of several caps the one with the longest wait, of equal waits the first. */
export type TakeOutcome = Taken | ({ readonly kind: 'limit' } & Reached);
