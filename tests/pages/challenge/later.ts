/** Lets the clock of stores that live in this process run ahead. */

import { jest } from '@jest/globals';

/** The stores' clock, and nothing else: no timer waits for it. Minutes from the real time. */
export function later(minutes: number): void {
  jest.useRealTimers();
  const now = Date.now() + minutes * 60_000;
  jest.useFakeTimers({
    now,
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const),
      ...([
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ] as const),
    ],
  });
}
