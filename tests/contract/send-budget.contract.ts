/** What every SendBudget must do. Add a case here, never to one adapter only. */

import type { BudgetOutcome, SendBudget } from '../../src/app/ports/send-budget.js';
import type { MessageId } from '../../src/domain/ids.js';

export interface SendBudgetHarness {
  readonly budget: SendBudget;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `open` gives every case a budget of its own. */
export function describeSendBudget(adapter: string, open: () => Promise<SendBudgetHarness>): void {
  describe(`SendBudget contract: ${adapter}`, () => {
    const opened: SendBudgetHarness[] = [];
    const setUp = async () => {
      const harness = await open();
      opened.push(harness);
      let count = 0;
      const reserve = (over: { numberKey?: string; proven?: boolean; id?: string } = {}) => {
        const { numberKey = 'number-1', proven = true, id = `msg-${(count += 1)}` } = over;
        return harness.budget.reserve({ numberKey, messageId: id as MessageId, proven });
      };
      const giveBack = (id: string) =>
        harness.budget.giveBack({ numberKey: 'number-1', messageId: id as MessageId });
      const times = async (n: number, over: Parameters<typeof reserve>[0] = {}) => {
        const kinds: string[] = [];
        for (let i = 0; i < n; i += 1) kinds.push((await reserve(over)).kind);
        return kinds;
      };
      return { ...harness, reserve, giveBack, times };
    };
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((harness) => harness.close()));
    });
    const limit = (name: string, retryAfterMs: number) =>
      ({ kind: 'limit', limit: name, retryAfterMs }) as BudgetOutcome;
    const reserved = (n: number) => Array<string>(n).fill('reserved');

    it('R030: lets five SMS to one number through in any ten minutes', async () => {
      const { reserve, times, advance } = await setUp();
      await times(1);
      await advance(MINUTE);
      expect(await times(4)).toEqual(reserved(4));
      expect(await reserve()).toEqual(limit('number', 9 * MINUTE));
      expect((await reserve({ numberKey: 'number-2' })).kind).toBe('reserved');
      await advance(9 * MINUTE);
      expect(await times(1)).toEqual(reserved(1));
      expect(await reserve()).toEqual(limit('number', MINUTE));
    });

    it('lets five of 50 parallel requests through', async () => {
      const { reserve } = await setUp();
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => reserve()));
      expect(outcomes.filter(({ kind }) => kind === 'reserved')).toHaveLength(5);
    });

    it('keeps three of the five for proven sign-ins', async () => {
      const { reserve, times } = await setUp();
      expect(await times(2, { proven: false })).toEqual(reserved(2));
      expect(await reserve({ proven: false })).toEqual(limit('unproven_number', 10 * MINUTE));
      expect(await times(3)).toEqual(reserved(3));
      expect(await reserve()).toEqual(limit('number', 10 * MINUTE));
    });

    it('lets four unproven SMS to one number through a day', async () => {
      const { reserve, times, advance } = await setUp();
      await times(2, { proven: false });
      await advance(HOUR);
      expect(await times(2, { proven: false })).toEqual(reserved(2));
      await advance(10 * MINUTE);
      const untilDayIsOver = 22 * HOUR + 50 * MINUTE;
      expect(await reserve({ proven: false })).toEqual(
        limit('unproven_number_day', untilDayIsOver),
      );
      expect((await reserve()).kind).toBe('reserved');
      await advance(untilDayIsOver);
      expect(await times(2, { proven: false })).toEqual(reserved(2));
    });

    it('names the longest wait, so that waiting that long works', async () => {
      const { reserve, times, advance } = await setUp();
      await times(2);
      await advance(5 * MINUTE);
      await times(2, { proven: false });
      await times(1);
      expect(await reserve({ proven: false })).toEqual(limit('unproven_number', 10 * MINUTE));
      expect(await reserve()).toEqual(limit('number', 5 * MINUTE));
    });

    it('gives a send back once, to both windows, and no other', async () => {
      const { reserve, giveBack, times } = await setUp();
      await reserve({ proven: false, id: 'refused' });
      await times(1, { proven: false });
      await times(3);
      await giveBack('refused');
      await giveBack('refused');
      await giveBack('never reserved');
      expect(await times(1, { proven: false })).toEqual(reserved(1));
      expect(await reserve()).toEqual(limit('number', 10 * MINUTE));
    });

    it('takes a repeated reservation of one message for the same send', async () => {
      const { reserve, times } = await setUp();
      for (let i = 0; i < 3; i += 1) await reserve({ id: 'same', proven: false });
      expect(await times(1, { proven: false })).toEqual(reserved(1));
      expect(await times(3)).toEqual(reserved(3));
      expect((await reserve()).kind).toBe('limit');
      expect((await reserve({ id: 'same' })).kind).toBe('reserved');
    });
  });
}
