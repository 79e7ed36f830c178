/** What every Conversion must do. Add a case here, never to one adapter only. */

import { randomUUID } from 'node:crypto';

import type { Conversion, UnprovenSend } from '../../src/app/ports/conversion.js';
import type { FactorId, MessageId } from '../../src/domain/ids.js';
import {
  CONVERSION_FLOOR,
  CONVERSION_STEP_MS,
  CONVERSION_STEPS,
  GIVE_BACK_WITHIN_MS,
  PREFIX_SENDS,
} from '../../src/domain/limits.js';

export interface ConversionHarness {
  readonly conversion: Conversion;
  /** Lets time pass for the store and its expiries. Milliseconds. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

const LIFE_MS = 300_000;
const WINDOW_MS = CONVERSION_STEPS * CONVERSION_STEP_MS;
const PUMPED = { country: 'GB', prefix: '+447700' };
const OTHER = { country: 'GB', prefix: '+447911' };

function newSend(range = PUMPED, lifeMs = LIFE_MS): UnprovenSend {
  const messageId = randomUUID() as MessageId;
  return { messageId, factorId: randomUUID() as FactorId, range, lifeMs };
}

/** `open` gives every case counts of its own. */
export function describeConversion(adapter: string, open: () => Promise<ConversionHarness>): void {
  describe(`Conversion contract: ${adapter}`, () => {
    const opened: ConversionHarness[] = [];
    afterEach(async () => {
      for (const each of opened.splice(0)) await each.close();
    });
    const setUp = async () => {
      const harness = await open();
      opened.push(harness);
      const { conversion } = harness;
      const takeMany = async (count: number, range = PUMPED) => {
        const sends = Array.from({ length: count }, () => newSend(range));
        for (const send of sends) expect(await conversion.take(send)).toEqual({ kind: 'taken' });
        return sends;
      };
      return { ...harness, takeMany };
    };
    const refused = { kind: 'limit', retryAfterMs: expect.any(Number) };

    it('R035: after 60 messages and no number proven, the 61st is refused; another prefix is not', async () => {
      const { conversion, takeMany } = await setUp();
      expect(PREFIX_SENDS).toBe(60);
      await takeMany(60);
      expect(await conversion.take(newSend())).toEqual(refused);
      expect(await conversion.take(newSend())).toEqual(refused);
      await takeMany(1, OTHER);
    });

    it('R035: lets no more than 60 through of any number at once', async () => {
      const { conversion } = await setUp();
      const sends = Array.from({ length: 100 }, () => newSend());
      const outcomes = await Promise.all(sends.map((send) => conversion.take(send)));
      expect(outcomes.filter(({ kind }) => kind === 'taken')).toHaveLength(60);
    });

    it('goes on as long as the share of proven numbers is at the floor', async () => {
      const { conversion, takeMany } = await setUp();
      const sends = await takeMany(PREFIX_SENDS);
      const enough = PREFIX_SENDS * CONVERSION_FLOOR;
      for (const { factorId } of sends.slice(1, enough)) {
        expect(await conversion.proven(factorId)).toEqual(PUMPED);
      }
      expect(await conversion.take(newSend())).toEqual(refused);
      expect(await conversion.proven(sends[0]?.factorId as FactorId)).toEqual(PUMPED);
      await takeMany(1);
      expect(await conversion.take(newSend())).toEqual(refused);
    });

    it('counts a proven number once, and none that nobody sent to or whose code is over', async () => {
      const { conversion, advance } = await setUp();
      const short = newSend(PUMPED, 1_000);
      await conversion.take(short);
      await advance(1_000);
      expect(await conversion.proven(short.factorId)).toBeNull();
      const send = newSend();
      await conversion.take(send);
      const answers = await Promise.all([1, 2, 3].map(() => conversion.proven(send.factorId)));
      expect(answers.filter((answer) => answer !== null)).toEqual([PUMPED]);
      expect(await conversion.proven(randomUUID() as FactorId)).toBeNull();
    });

    it('counts a number that was sent to twice as the one it was sent to last', async () => {
      const { conversion } = await setUp();
      const send = newSend();
      await conversion.take(send);
      await conversion.take({ ...newSend(OTHER), factorId: send.factorId });
      expect(await conversion.proven(send.factorId)).toEqual(OTHER);
    });

    it('counts a message once, however often it is taken and given back', async () => {
      const { conversion, takeMany } = await setUp();
      const send = newSend();
      for (let n = 0; n < 3; n += 1) await conversion.take(send);
      await takeMany(PREFIX_SENDS - 1);
      expect(await conversion.take(newSend())).toEqual(refused);
      expect(await conversion.take(send)).toEqual({ kind: 'taken' });
      for (let n = 0; n < 3; n += 1) await conversion.giveBack(send);
      await takeMany(1);
      expect(await conversion.take(newSend())).toEqual(refused);
    });

    it('frees nothing for what was refused, was never counted or was counted long ago', async () => {
      const { conversion, takeMany, advance } = await setUp();
      const [first] = await takeMany(PREFIX_SENDS);
      const last = newSend();
      await conversion.take(last);
      await conversion.giveBack(last);
      await conversion.giveBack(newSend());
      expect(await conversion.take(newSend())).toEqual(refused);
      await advance(GIVE_BACK_WITHIN_MS);
      await conversion.giveBack(first as UnprovenSend);
      expect(await conversion.take(newSend())).toEqual(refused);
    });

    it('R035: begins anew where an operator reopens it, and nowhere else', async () => {
      const { conversion, takeMany } = await setUp();
      await takeMany(PREFIX_SENDS, OTHER);
      const [first] = await takeMany(PREFIX_SENDS);
      expect(await conversion.reopen(PUMPED.prefix)).toBe(true);
      expect(await conversion.reopen(PUMPED.prefix)).toBe(false);
      expect(await conversion.take(newSend(OTHER))).toEqual(refused);
      // What was counted before is not given back to what is counted now.
      await takeMany(PREFIX_SENDS);
      await conversion.giveBack(first as UnprovenSend);
      expect(await conversion.take(newSend())).toEqual(refused);
    });

    it('R035: goes on once the window has moved; waiting as long as it says works', async () => {
      const { conversion, takeMany, advance } = await setUp();
      await takeMany(PREFIX_SENDS / 2);
      await advance(CONVERSION_STEP_MS);
      await takeMany(PREFIX_SENDS / 2);
      await advance(GIVE_BACK_WITHIN_MS);
      const outcome = await conversion.take(newSend());
      const waitMs = outcome.kind === 'limit' ? outcome.retryAfterMs : 0;
      expect(waitMs).toBeGreaterThan(WINDOW_MS - 2 * CONVERSION_STEP_MS);
      expect(waitMs).toBeLessThanOrEqual(WINDOW_MS + CONVERSION_STEP_MS);
      await advance(waitMs - 1);
      expect(await conversion.take(newSend())).toEqual({ kind: 'limit', retryAfterMs: 1 });
      await advance(1);
      await takeMany(PREFIX_SENDS / 2);
      expect(await conversion.take(newSend())).toEqual(refused);
    });

    it('is undecided while enough codes of the last minute are out: looked at again after it', async () => {
      const { conversion, takeMany, advance } = await setUp();
      const enough = PREFIX_SENDS * CONVERSION_FLOOR;
      await takeMany(PREFIX_SENDS - enough);
      await advance(GIVE_BACK_WITHIN_MS / 2);
      await takeMany(enough);
      const soon = { kind: 'limit', retryAfterMs: GIVE_BACK_WITHIN_MS };
      expect(await conversion.take(newSend())).toEqual(soon);
      await advance(GIVE_BACK_WITHIN_MS / 2);
      expect(await conversion.take(newSend())).toEqual(soon);
      await advance(GIVE_BACK_WITHIN_MS / 2);
      const { retryAfterMs = 0 } = { ...(await conversion.take(newSend())) } as {
        retryAfterMs?: number;
      };
      expect(retryAfterMs).toBeGreaterThan(CONVERSION_STEP_MS);
    });

    it('forgets what came back together with what was sent', async () => {
      const { conversion, takeMany, advance } = await setUp();
      const sends = await takeMany(PREFIX_SENDS);
      for (const { factorId } of sends) await conversion.proven(factorId);
      await advance(CONVERSION_STEP_MS);
      await takeMany(PREFIX_SENDS);
      await advance(WINDOW_MS);
      expect(await conversion.take(newSend())).toEqual(refused);
    });
  });
}
