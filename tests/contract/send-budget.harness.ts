/** What the cases of the SendBudget contract stand on. */

import type { Meter, SendBudget, TakeRequest } from '../../src/app/ports/send-budget.js';
import type { SendLimit } from '../../src/domain/send-limit.js';
import type { MessageId } from '../../src/domain/ids.js';

export interface SendBudgetHarness {
  readonly budget: SendBudget;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

export type OpenBudget = () => Promise<SendBudgetHarness>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

type Caps = readonly (readonly [SendLimit, most: number, windowMs: number])[];

/** Counts each message. */
export function each(name: string, ...caps: Caps): Meter {
  const named = caps.map(([limit, most, windowMs]) => ({ limit, most, windowMs }));
  const keepMs = Math.max(MINUTE, ...caps.map(([, , windowMs]) => windowMs));
  return { name, counts: 'each', keepMs, caps: named };
}

/** Counts in steps. */
export function steps(name: string, limit: SendLimit, most: number, windowMs: number): Meter {
  return { name, counts: 'steps', keepMs: windowMs, caps: [{ limit, most, windowMs }] };
}

export const reached = (limit: SendLimit, retryAfterMs: number) => ({
  kind: 'limit',
  limit,
  retryAfterMs,
});

export type Over = Partial<Omit<TakeRequest, 'messageId'>> & { readonly id?: string };

/** Every case has a budget of its own; all are closed after it. */
export function budgetSetUp(open: OpenBudget) {
  const opened: SendBudgetHarness[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((harness) => harness.close()));
  });
  return async (...meters: readonly Meter[]) => {
    const harness = await open();
    opened.push(harness);
    let count = 0;
    const requestOf = ({
      id = `msg-${String((count += 1))}`,
      ...over
    }: Over = {}): TakeRequest => ({
      owner: ['number', 'one'],
      meters,
      ...over,
      messageId: id as MessageId,
    });
    const take = (over: Over = {}) => harness.budget.take(requestOf(over));
    const giveBack = (id: string, over: Over = {}) =>
      harness.budget.giveBack(requestOf({ ...over, id }));
    const times = async (n: number, over: Over = {}) => {
      const kinds: string[] = [];
      for (let i = 0; i < n; i += 1) kinds.push((await take(over)).kind);
      return kinds;
    };
    return { ...harness, take, giveBack, times };
  };
}

export type SetUp = ReturnType<typeof budgetSetUp>;

export const taken = (n: number) => Array<string>(n).fill('taken');
