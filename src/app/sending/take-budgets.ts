/** Counts a message in every budget it draws on, before anything of it is written or sent; and uncounts it. */

import { RefusalError, retryAfter } from '../errors.js';
import {
  giveBackConversion,
  takeConversion,
  type TakeConversionDeps,
} from '../fraud/conversion.js';
import type { Clock } from '../ports/clock.js';
import type { Reached, TakeOutcome } from '../ports/send-budget.js';
import { tryAgain } from '../try-again.js';
import { budgetsOf, companyBudget, employeeBudget } from './budgets.js';
import type { BudgetedSend } from './budgeted-send.js';
import { refusedByCompany, takeOfCompany, type CompanyLimitDeps } from './company-limit.js';

export type BudgetDeps = CompanyLimitDeps &
  TakeConversionDeps & { readonly clock: Pick<Clock, 'after'> };

/**
 * Takes all budgets at once, in one round trip. Throws `send_limit_reached` for the longest wait of those
 * that are used up, or what the store answered, after giving back whatever was taken: then no budget
 * knows of the message.
 */
export async function takeBudgets(deps: BudgetDeps, send: BudgetedSend): Promise<void> {
  try {
    const longest = longestOf(await reachedBy(deps, send));
    if (longest) throw limitReached(deps, longest);
  } catch (error) {
    await giveBackBudgets(deps, send);
    throw error;
  }
}

/** Never rejects: what is not given back, tried again behind the answer, stays counted until its window has passed. */
export async function giveBackBudgets(deps: BudgetDeps, send: BudgetedSend): Promise<void> {
  const work = () => giveBack(deps, send);
  await work().catch(() => tryAgain(deps, 'give_back', work));
}

/** Rejects when one of them could not be given back; the others are. */
async function giveBack(deps: BudgetDeps, send: BudgetedSend): Promise<void> {
  const { budget, rules } = deps;
  const { sendLimits } = rules;
  const budgets = [
    ...budgetsOf(send, sendLimits),
    employeeBudget(send, sendLimits),
    companyBudget(send, sendLimits.companyPerDay),
  ];
  const giving = [
    ...budgets.map((each) => budget.giveBack({ ...each, messageId: send.messageId })),
    giveBackConversion(deps, send),
  ];
  await Promise.allSettled(giving);
  await Promise.all(giving);
}

/** Everything that is used up. Rejects with what the store answered. */
async function reachedBy(deps: BudgetDeps, send: BudgetedSend): Promise<Reached[]> {
  const { budget, rules } = deps;
  const { messageId } = send;
  const takes = [
    budget.take({ ...employeeBudget(send, rules.sendLimits), messageId }),
    takeOfCompany(deps, send),
    takeConversion(deps, send),
    ...budgetsOf(send, rules.sendLimits).map((each) => budget.take({ ...each, messageId })),
  ] as const;
  // All are waited for, so that what is given back afterwards is given back for good.
  await Promise.allSettled(takes);
  const [employee, company, ofPrefix, ...others] = await Promise.all(takes);
  const ofCompany = refusedByCompany(send, company, employee);
  return [
    ...others.flatMap(refused),
    ...refused(employee),
    ...ofPrefix,
    ...(ofCompany ? [ofCompany] : []),
  ];
}

function refused(outcome: TakeOutcome): Reached[] {
  return outcome.kind === 'limit' ? [outcome] : [];
}

function longestOf(reached: readonly Reached[]): Reached | undefined {
  return reached.reduce<Reached | undefined>(
    (most, each) => (most && most.retryAfterMs >= each.retryAfterMs ? most : each),
    undefined,
  );
}

function limitReached(
  { events }: Pick<BudgetDeps, 'events'>,
  { limit, retryAfterMs }: Reached,
): RefusalError {
  events.sendLimited(limit);
  const retryAfterSeconds = retryAfter(retryAfterMs);
  return new RefusalError('send_limit_reached', { limit, retryAfterSeconds });
}
