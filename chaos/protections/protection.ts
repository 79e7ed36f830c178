/** What a protection of Assay is to the chaos run that does without it. */

import type { EpisodeName } from '../plan/episodes.js';
import type { FaultKind } from '../plan/faults.js';

/** An exact text that its file holds once, and what stands there instead. */
export interface Replacement {
  /** From the root of the checkout: built files, or a migration, whose statement is then run once more. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

export interface Protection {
  readonly name: string;
  /** In words, for the table. */
  readonly removed: string;
  readonly replacements: readonly Replacement[];
  /** Run on the database of the run once it has its tables. */
  readonly sql: readonly string[];
  /** The faults and visits under which it matters; the long run has all of them too. */
  readonly focus: {
    readonly onlyFaults: readonly FaultKind[];
    readonly onlyEpisodes: readonly EpisodeName[];
  };
}

/** Throws where the text is not there exactly once: the removal would be of something else, or of nothing. */
export function replaced(text: string, { file, find, replace }: Replacement): string {
  const parts = text.split(find);
  const [before, after] = parts;
  if (parts.length !== 2 || before === undefined || after === undefined)
    throw new Error(`${file} holds ${String(parts.length - 1)} times, not once: ${find}`);
  return before + replace + after;
}
