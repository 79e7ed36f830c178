/** What every call on an ended challenge is told, the same as by verify. */

import type { EndStatus } from '../../domain/challenge.js';
import { RefusalError } from '../errors.js';

const CODES = {
  approved: 'challenge_approved',
  canceled: 'challenge_canceled',
  expired: 'challenge_expired',
  max_attempts_reached: 'max_attempts_reached',
} as const;

export function endedError(status: EndStatus): RefusalError {
  return new RefusalError(CODES[status]);
}
