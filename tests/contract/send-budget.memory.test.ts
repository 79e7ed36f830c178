/** SendBudget in memory: its contract. */

import { MemorySendBudget } from '../../src/adapters/memory/send-budget.js';
import { describeSendBudget } from './send-budget.contract.js';

describeSendBudget('memory', async () => {
  let now = 1_700_000_000_000;
  return {
    budget: new MemorySendBudget(() => now),
    advance: async (ms) => {
      now += ms;
    },
    close: async () => undefined,
  };
});
