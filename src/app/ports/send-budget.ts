/** The port of the budget that one phone number has, all companies together. */

import type { MessageId } from '../../domain/ids.js';

/**
 * Counts the SMS to one number over time (R030, decision 14). Each method is one atomic step.
 * Rejects with `StoreUnavailableError` when the store cannot answer or refuses to write.
 */
export interface SendBudget {
  /** Takes one send out of the number's budget, or says when there is one again. */
  reserve(request: BudgetRequest): Promise<BudgetOutcome>;

  /** Gives it back: no byte was sent, or the provider answered an error (decision 13). Repeatable. */
  giveBack(request: Pick<BudgetRequest, 'numberKey' | 'messageId'>): Promise<void>;
}

export interface BudgetRequest {
  /** Blind index of the canonical number. */
  readonly numberKey: string;
  readonly messageId: MessageId;
  /** False for numbers nobody has proven yet: they draw on a small share. */
  readonly proven: boolean;
}

export type BudgetOutcome =
  | { readonly kind: 'reserved' }
  | {
      readonly kind: 'limit';
      readonly limit: 'number' | 'unproven_number' | 'unproven_number_day';
      readonly retryAfterMs: number;
    };
