/** What every SendBudget must do. Add a case here, never to one adapter only. */

import { describeEachMeter } from './send-budget.each.cases.js';
import { describeOwners } from './send-budget.owner.cases.js';
import { describeStepMeter } from './send-budget.steps.cases.js';
import { budgetSetUp, type OpenBudget } from './send-budget.harness.js';

/** `open` gives every case a budget of its own. */
export function describeSendBudget(adapter: string, open: OpenBudget): void {
  describe(`SendBudget contract: ${adapter}`, () => {
    const setUp = budgetSetUp(open);
    describeEachMeter(setUp);
    describeStepMeter(setUp);
    describeOwners(setUp);
  });
}
