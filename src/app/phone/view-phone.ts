/**
 * Shows a person their own number in full, on their own pages, after a fresh code. The one module that may
 * format a number in clear for its owner (decision 26; a lint rule holds it).
 */

import { auditOf } from '../audit-of.js';
import { RefusalError } from '../errors.js';
import { requireCompany } from '../read-person.js';
import { fittingStepUp } from './fitting-step-up.js';
import { heldPhone } from './held-phone.js';
import type { PhoneDeps } from './phone-deps.js';
import type { OwnPhoneUseCases } from './phone-use-cases.js';

export function makeViewPhone(
  deps: Pick<PhoneDeps, 'phones' | 'vault'>,
): OwnPhoneUseCases['viewPhone'] {
  return async (call, { companyId, userId }, presented) => {
    requireCompany(call.client, companyId);
    if (call.actor?.id !== userId) throw new RefusalError('forbidden');
    const employee = { companyId, userId };
    const stepUp = fittingStepUp(call, presented, { ...employee, action: 'view_phone' });
    const facts = { stepUp: stepUp?.challengeId ?? null };
    const audit = auditOf(call, 'phone.viewed', { ...employee, facts });
    // Committed before the number is opened.
    const phone = heldPhone(await deps.phones.view(employee, stepUp, audit));
    const { factorId, sealedNumber } = phone;
    const number = deps.vault.openNumber(sealedNumber, { ...employee, factorId });
    return { number: number.forOwner() };
  };
}
