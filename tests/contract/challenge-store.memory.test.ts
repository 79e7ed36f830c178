/** ChallengeStore in memory: its contract. */

import { MemoryChallengeStore } from '../../src/adapters/memory/challenge-store.js';
import { describeChallengeStore } from './challenge-store.contract.js';

describeChallengeStore('memory', async () => {
  let now = 1_700_000_000_000;
  return {
    store: new MemoryChallengeStore(() => now),
    now: () => now,
    advance: async (ms) => {
      now += ms;
    },
    close: async () => undefined,
  };
});
