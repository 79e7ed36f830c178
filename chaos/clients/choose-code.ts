/** Which digits a person hands in. */

import { otherCode } from '../../tests/support/people.js';
import type { CodeChoice } from '../plan/acts.js';
import type { Memory, Town } from './town.js';

interface Known {
  /** The code of this challenge; undefined where none came. */
  readonly right: string | undefined;
  readonly memory: Memory;
  readonly town: Town;
  /** Tells one wrong code from the next. */
  readonly nth: number;
}

/** Where nobody knows any better: a code like every other. */
const SOME_CODE = '31415926';
const WRONG_ONES = 90_000;
const MALFORMED_DIGITS = 5;

export function codeFor(choice: CodeChoice, { right, memory, town, nth }: Known): string {
  const [newest = SOME_CODE] = memory.codes;
  const wrong = otherCode(right ?? newest, 1 + (nth % WRONG_ONES));
  const known: Readonly<Record<CodeChoice, string | undefined>> = {
    right,
    wrong,
    malformed: wrong.slice(0, MALFORMED_DIGITS),
    stale: memory.codes.find((code) => code !== right),
    of_another: town.codeOfAnother(memory),
  };
  return known[choice] ?? wrong;
}
