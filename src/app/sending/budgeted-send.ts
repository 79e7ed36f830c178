/** What of a send decides which budgets it is counted in. */

import type { Purpose } from '../../domain/challenge.js';
import type { ClientId, CompanyId, MessageId, UserId } from '../../domain/ids.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import type { PhoneNumber } from '../../domain/phone-number.js';
import type { StoredPhone } from '../ports/sign-in-reader.js';

/** A `ReservedSend` is one; so is a repeat that nobody called for. */
export interface BudgetedSend {
  readonly messageId: MessageId;
  readonly call: BudgetedCall;
  readonly person: {
    readonly companyId: CompanyId;
    readonly userId: UserId;
    readonly company: { readonly timeZone: string };
    readonly standing: {
      readonly policy: { readonly smsPerDay: number | null };
      readonly now: Date;
    };
  };
  readonly challenge: {
    readonly purpose: Purpose;
    readonly expiresAtMs: number;
    readonly nowMs: number;
  };
  readonly factor: Pick<StoredPhone, 'factorId' | 'index' | 'state' | 'holders'>;
  readonly destination: {
    readonly country: string;
    readonly phone: Pick<PhoneNumber, 'prefix'>;
  };
}

/** A code for signing in to a number that is proven. */
export function isSignInCode({
  challenge,
  factor,
}: {
  readonly challenge: Pick<BudgetedSend['challenge'], 'purpose'>;
  readonly factor: Pick<BudgetedSend['factor'], 'state'>;
}): boolean {
  return challenge.purpose === 'sign_in' && factor.state === 'active';
}

export interface BudgetedCall {
  readonly client: { readonly clientId: ClientId };
  readonly actor: AuditEvent['actor'];
  readonly correlationId: string;
  /** Where the person sits; nothing is counted by address where nobody said it. */
  readonly context?: { readonly ipAddress: string | null };
}
