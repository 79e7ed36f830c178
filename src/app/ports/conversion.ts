/** The port of what becomes of codes to numbers that nobody has proven: how many come back, for each prefix. */

import type { FactorId, MessageId } from '../../domain/ids.js';

/**
 * Counts, over a sliding day and for each prefix of numbers, the messages to unproven numbers and how many
 * of those numbers were proven; stops a prefix from which nothing comes back (R035, T29). The store's clock
 * decides. Every write gives its key an expiry in the same step. Rejects with `StoreUnavailableError` when
 * the store cannot answer or refuses to write; a take that rejects may have been counted, so whoever is
 * unsure gives back.
 *
 * tests/contract/conversion.contract.ts is the executable form of this comment.
 */
export interface Conversion {
  /** Counts the message, or refuses it. Safe to repeat with the same message. */
  take(send: UnprovenSend): Promise<ConversionOutcome>;

  /** Uncounts the message where it was counted; within a minute, and safe to repeat. */
  giveBack(send: Pick<UnprovenSend, 'range' | 'messageId'>): Promise<void>;

  /** The number was proven: counts it, once, and answers whose it was. Null where nothing is remembered. */
  proven(factorId: FactorId): Promise<NumberRange | null>;

  /** Forgets what was counted of a prefix, so that it begins anew; whether there was anything. Repeatable. */
  reopen(prefix: NumberRange['prefix']): Promise<boolean>;
}

/** Enough of a number to know its country and its block: never a person's. */
export interface NumberRange {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** With the plus: "+447700". */
  readonly prefix: string;
}

export interface UnprovenSend {
  readonly messageId: MessageId;
  readonly factorId: FactorId;
  readonly range: NumberRange;
  /** How long the code can come back. Milliseconds. */
  readonly lifeMs: number;
}

export type ConversionOutcome =
  | { readonly kind: 'taken' }
  /**
   * Waiting that long works, even if nothing comes back until then. Shorter while so many codes of the last
   * minute are out that they alone would lift the stop: when a company is switched on, all enrol at once.
   */
  | { readonly kind: 'limit'; readonly retryAfterMs: number };
