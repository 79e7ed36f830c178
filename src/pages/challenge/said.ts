/** What the last act on a challenge page led to, besides the page itself. */

import type { Trouble } from '../code-entry/trouble.js';
import type { PageStatus } from '../page.js';

export interface Said {
  readonly trouble?: Trouble | undefined;
  readonly phone?: PhoneTrouble | undefined;
  readonly isSentAgain?: boolean;
  readonly isDisowned?: boolean;
  /** What was thrown, where the page says what it means. */
  readonly failure?: unknown;
}

/** What is wrong with a number, and the number as it was typed. */
export interface PhoneTrouble {
  readonly typed: string;
  /** Null where something else stands in the way. */
  readonly text: string | null;
  readonly status: PageStatus;
}
