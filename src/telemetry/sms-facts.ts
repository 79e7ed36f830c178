/** The closed words in which the end of one send is told. */

import type { SmsOutcome } from '../app/ports/sms-sender.js';

export interface SmsFacts {
  readonly result: SmsOutcome['kind'];
  /** Why it was refused or could not be sent; null otherwise. */
  readonly reason: string | null;
  /** The provider's error code. */
  readonly providerCode: number | null;
}

export function smsFacts(outcome: SmsOutcome): SmsFacts {
  switch (outcome.kind) {
    case 'rejected':
      return { result: outcome.kind, reason: outcome.reason, providerCode: outcome.providerCode };
    case 'unavailable':
      return { result: outcome.kind, reason: outcome.cause, providerCode: outcome.providerCode };
    case 'accepted':
    case 'unknown':
      return { result: outcome.kind, reason: null, providerCode: null };
  }
}
