/** What every ChallengeStore must do. Add a case here, never to one adapter only. */

import { attemptCases } from './challenge-store.attempt.cases.js';
import { counterCases } from './challenge-store.counter.cases.js';
import { destinationCases } from './challenge-store.destination.cases.js';
import { doorCases } from './challenge-store.door.cases.js';
import { endCases } from './challenge-store.end.cases.js';
import type { ChallengeStoreHarness } from './challenge-store.harness.js';
import { keyCases } from './challenge-store.key.cases.js';
import { openCases } from './challenge-store.open.cases.js';
import { receiptCases } from './challenge-store.receipt.cases.js';
import { sendCases } from './challenge-store.send.cases.js';

/** `open` gives every case a store of its own. */
export function describeChallengeStore(
  adapter: string,
  open: () => Promise<ChallengeStoreHarness>,
): void {
  describe(`ChallengeStore contract: ${adapter}`, () => {
    const opened: ChallengeStoreHarness[] = [];
    const setUp = async (): Promise<ChallengeStoreHarness> => {
      const harness = await open();
      opened.push(harness);
      return harness;
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((harness) => harness.close()));
    });

    describe('open', () => openCases(setUp));
    describe('Idempotency-Key of a start', () => keyCases(setUp));
    describe('attempt', () => attemptCases(setUp));
    describe('failure counters', () => counterCases(setUp));
    describe('gap, resend and settlement', () => sendCases(setUp));
    describe('receipts and repeats', () => receiptCases(setUp));
    describe('reserveDestination', () => destinationCases(setUp));
    describe('doors and actions', () => doorCases(setUp));
    describe('end and cancelAll', () => endCases(setUp));
  });
}
