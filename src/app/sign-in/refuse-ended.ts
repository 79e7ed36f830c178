/** What every call on an ended challenge is told, the same as by verify. */

import type { EndStatus } from '../../domain/challenge.js';
import { RefusalError } from '../errors.js';

const CODES = {
  approved: 'challenge_approved',
  canceled: 'challenge_canceled',
  expired: 'challenge_expired',
  max_attempts_reached: 'max_attempts_reached',
} as const;

/** One door for each challenge (decision 24). */
export function onPageError(): RefusalError {
  return new RefusalError('challenge_on_page');
}

export function endedError(status: EndStatus): RefusalError {
  return new RefusalError(CODES[status]);
}
