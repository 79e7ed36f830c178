/** PageStore in memory: its contract. */

import { MemoryPageStore } from '../../src/adapters/memory/page-store.js';
import { describePageStore } from './page-store.contract.js';

describePageStore('memory', async () => {
  let now = 1_700_000_000_000;
  return {
    pages: new MemoryPageStore(() => now),
    advance: async (ms) => {
      now += ms;
    },
    close: async () => undefined,
  };
});
