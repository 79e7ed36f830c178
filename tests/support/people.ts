/** People for tests: ids, and numbers of the range that Ofcom keeps for examples. */

const RANGE = 1_000;

/** The n-th of a thousand example mobiles, +44 7700 900000 to 900999. */
export function exampleNumber(n: number): string {
  if (n < 0 || n >= RANGE) throw new Error('there are a thousand example numbers');
  return `+447700900${String(n).padStart(3, '0')}`;
}

/** A code that is not this one. */
export function otherCode(code: string, n = 1): string {
  const size = 10 ** code.length;
  return String((Number(code) + n) % size).padStart(code.length, '0');
}
