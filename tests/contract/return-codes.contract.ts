/** What return codes must be, whatever they are made with. */

import type { ReturnCodes } from '../../src/app/ports/return-codes.js';
import type { ChallengeId } from '../../src/domain/ids.js';
import type { Generations } from './code-book.contract.js';

const ID = 'chl_1' as ChallengeId;
const BROWSER = 'b'.repeat(43);

export function describeReturnCodes(
  adapter: string,
  generations: () => Generations<ReturnCodes>,
): void {
  describe(`ReturnCodes contract: ${adapter}`, () => {
    const { before, rotating, after } = generations();

    it('R090: are the same for the same browser and challenge, and others for any other', () => {
      const [code] = before.of(ID, BROWSER);
      expect(code).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(before.of(ID, BROWSER)).toEqual([code]);
      expect(before.of('chl_2' as ChallengeId, BROWSER)).not.toContain(code);
      expect(before.of(ID, `${BROWSER}b`)).not.toContain(code);
      expect(before.of(`${ID}:b` as ChallengeId, BROWSER.slice(1))).not.toContain(code);
    });

    it('are made again while the master key is being replaced, and not after', () => {
      const [old] = before.of(ID, BROWSER);
      const [fresh] = after.of(ID, BROWSER);
      expect(rotating.of(ID, BROWSER)).toEqual([fresh, old]);
      expect(after.of(ID, BROWSER)).not.toContain(old);
    });

    it('are kept as hashes, apart from those of browsers, that survive a rotation', () => {
      const [code] = before.of(ID, BROWSER);
      expect(before.hashOf(code)).toBe(after.hashOf(code));
      expect(before.hashOf(code)).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(before.hashOf(code)).not.toBe(code);
      expect(before.browserHashOf(BROWSER)).toBe(after.browserHashOf(BROWSER));
      expect(before.browserHashOf(BROWSER)).not.toBe(before.hashOf(BROWSER));
    });
  });
}
