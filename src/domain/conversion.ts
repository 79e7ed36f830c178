/** How far codes to unproven numbers of one prefix may go unanswered. */

import { CONVERSION_FLOOR, PREFIX_SENDS } from './limits.js';

/** Whether one more message may go to a prefix with so many in the window, of which so many came back. */
export function mayGoOn(sent: number, proven: number): boolean {
  return sent < PREFIX_SENDS || proven >= sent * CONVERSION_FLOOR;
}
