/** What is stored and compared in place of a code. */

import { digestCode } from '../../src/domain/code.js';
import type { ChallengeId } from '../../src/domain/ids.js';

const key = new Uint8Array(32).fill(7);
const challenge = 'chl_000AAAAAAAAAAAAAAAAAAAAAAAAAAAA' as ChallengeId;

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

describe('R009: the digest of a code', () => {
  it('is of one length, and close codes have digests that are as far apart as any', () => {
    const digests = Array.from({ length: 2_000 }, (_, n) =>
      digestCode(key, challenge, String(n).padStart(6, '0')),
    );
    expect(new Set(digests.map(({ length }) => length))).toEqual(new Set([22]));
    const shared = digests.slice(1).map((digest, n) => commonPrefix(digest, digests[n] ?? ''));
    // By chance alone one character in 64 is equal.
    expect(shared.reduce((sum, length) => sum + length, 0) / shared.length).toBeLessThan(0.05);
  });

  it('tells nothing to those who do not hold the key', () => {
    const other = new Uint8Array(32).fill(8);
    const [one, two] = [key, other].map((held) => digestCode(held, challenge, '123456'));
    expect(commonPrefix(one ?? '', two ?? '')).toBeLessThan(4);
  });
});
