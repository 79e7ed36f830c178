/** Conversion in memory: its contract. */

import { MemoryConversion } from '../../src/adapters/memory/conversion.js';
import { describeConversion } from './conversion.contract.js';

describeConversion('memory', async () => {
  let now = 1_700_000_000_000;
  return {
    conversion: new MemoryConversion(() => now),
    advance: async (ms) => {
      now += ms;
    },
    close: async () => undefined,
  };
});
