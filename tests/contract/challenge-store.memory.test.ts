/** ChallengeStore in memory: its contract. */

import { MemoryChallengeStore } from '../../src/adapters/memory/challenge-store.js';
import { ExpiringMap } from '../../src/adapters/memory/expiring-map.js';
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

it('ExpiringMap drops what expired and nobody reads again', () => {
  let now = 0;
  const map = new ExpiringMap<string>(() => now);
  for (let i = 0; i < 10_000; i += 1) {
    now += 1;
    map.set(`key-${i}`, 'value', 100);
  }
  expect(map.size).toBeLessThan(500);
  expect(map.get('key-9999')).toBe('value');
  now += 100;
  expect(map.get('key-9999')).toBeUndefined();
});
