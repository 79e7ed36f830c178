/** What callers are told when the pending store does not let a send happen. */

import { RefusalError, retryAfter } from '../errors.js';
import { endedError } from '../sign-in/refuse-ended.js';
import type { ReserveOutcome, SendRefusal } from '../ports/challenge-outcomes.js';

export function sendRefusal(refusal: SendRefusal): RefusalError {
  switch (refusal.kind) {
    case 'cooldown':
      return waiting('resend_cooldown', refusal.retryAfterMs);
    case 'limit':
      return new RefusalError('send_limit_reached', {
        limit: refusal.limit,
        retryAfterSeconds: retryAfter(refusal.retryAfterMs),
      });
    case 'locked':
      return waiting('factor_locked', refusal.retryAfterMs);
    case 'disabled':
      return new RefusalError('factor_disabled');
    case 'in_flight':
      return waiting('idempotency_in_progress', refusal.retryAfterMs);
    case 'idempotency_key_reused':
      return new RefusalError('idempotency_key_reused');
  }
}

/** The refusals of a reservation on a challenge that exists. */
export function reserveRefusal(
  outcome: Exclude<ReserveOutcome, { kind: 'reserved' | 'repeated' }>,
): RefusalError {
  switch (outcome.kind) {
    case 'not_found':
      return new RefusalError('challenge_not_found');
    case 'ended':
      return endedError(outcome.status);
    case 'code_not_sent':
      return new RefusalError('code_not_sent');
    case 'expiring':
      return new RefusalError('challenge_expiring');
    case 'destinations_used_up':
      return new RefusalError('max_attempts_reached');
    case 'conflict':
      return waiting('idempotency_in_progress', 1_000);
    default:
      return sendRefusal(outcome);
  }
}

function waiting(
  code: 'resend_cooldown' | 'factor_locked' | 'idempotency_in_progress',
  ms: number,
): RefusalError {
  return new RefusalError(code, { retryAfterSeconds: retryAfter(ms) });
}
