/** Answers 503 for work that does not end in time, whatever that work is waiting for (R108). */

import { RefusalError } from '../app/errors.js';

/**
 * A use case stops by itself this long before its caller is told 503, so that a result is never thrown
 * away in the very moment it comes. Milliseconds.
 */
export const ANSWER_MARGIN_MS = 50;

/** Rejects with `temporarily_unavailable` after `limitMs`; what the work does later is its own to undo. */
export function withinMs<Result>(limitMs: number, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject: (error: unknown) => void) => {
    const overrun = () => reject(new RefusalError('temporarily_unavailable'));
    const timer = setTimeout(overrun, limitMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
