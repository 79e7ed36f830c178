/** Counts a notice before it goes out, and uncounts it when it did not: nobody earns on notices either. */

import { StoreUnavailableError } from '../errors.js';
import type { MessageId } from '../../domain/ids.js';
import type { SendLimit } from '../../domain/send-limit.js';
import type { Clock } from '../ports/clock.js';
import type { Events } from '../ports/events.js';
import type { SendBudget } from '../ports/send-budget.js';
import { noticeBudgets } from '../sending/budgets.js';
import type { ServiceRules } from '../service-rules.js';
import { tryAgain } from '../try-again.js';

export interface NoticeBudgetDeps {
  readonly budget: SendBudget;
  readonly clock: Pick<Clock, 'after'>;
  readonly events: Pick<Events, 'sendLimited' | 'deferred'>;
  readonly rules: Pick<ServiceRules, 'sendLimits'>;
}

export interface CountedNotice {
  readonly id: MessageId;
  /** The blind index of the number. */
  readonly index: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/**
 * The limit that refuses the notice, and then nothing stays counted; null when it may go out. Never waits for
 * a store that is away: the notice then goes out uncounted, since each needs an enrolment before it, and
 * that needs the store.
 */
export async function takeNotice(
  deps: NoticeBudgetDeps,
  notice: CountedNotice,
): Promise<SendLimit | null> {
  const takes = noticeBudgets(notice, deps.rules.sendLimits).map((each) =>
    deps.budget.take({ ...each, messageId: notice.id }),
  );
  // All are waited for, so that what is given back afterwards is given back for good.
  await Promise.allSettled(takes);
  try {
    const reached = (await Promise.all(takes)).find(({ kind }) => kind === 'limit');
    if (reached?.kind !== 'limit') return null;
    deps.events.sendLimited(reached.limit);
    await giveBackNotice(deps, notice);
    return reached.limit;
  } catch (error) {
    await giveBackNotice(deps, notice);
    if (error instanceof StoreUnavailableError) return null;
    throw error;
  }
}

/** Never rejects: what is not given back, tried again, stays counted until its window has passed. */
export async function giveBackNotice(deps: NoticeBudgetDeps, notice: CountedNotice): Promise<void> {
  const work = async () => {
    const giving = noticeBudgets(notice, deps.rules.sendLimits).map((each) =>
      deps.budget.giveBack({ ...each, messageId: notice.id }),
    );
    await Promise.allSettled(giving);
    await Promise.all(giving);
  };
  await work().catch(() => tryAgain(deps, 'give_back', work));
}
