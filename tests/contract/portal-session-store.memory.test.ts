/** PortalSessionStore in memory: its contract. */

import { MemoryPortalSessionStore } from '../../src/adapters/memory/portal-session-store.js';
import { describePortalSessionStore } from './portal-session-store.contract.js';

describePortalSessionStore('memory', async () => {
  let now = 1_700_000_000_000;
  return {
    store: new MemoryPortalSessionStore(() => now),
    now: () => now,
    advance: async (ms) => {
      now += ms;
    },
    close: async () => undefined,
  };
});
