/** Removes a person's phone after a fresh code, and tells it. */

import { auditOf } from '../audit-of.js';
import { readPerson, requireCompany } from '../read-person.js';
import { fittingStepUp } from './fitting-step-up.js';
import { heldPhone } from './held-phone.js';
import type { PhoneDeps } from './phone-deps.js';
import type { PhoneUseCases } from './phone-use-cases.js';
import { endWhatRests, tellPhone } from './tell-phone.js';

export function makeRemovePhone(deps: PhoneDeps): PhoneUseCases['removePhone'] {
  return async (call, who, presented) => {
    requireCompany(call.client, who.companyId);
    const { company, companyId, userId } = await readPerson(deps.people, who, 'path:');
    const employee = { companyId, userId };
    const stepUp = fittingStepUp(call, presented, { ...employee, action: 'remove_phone' });
    const facts = { stepUp: stepUp?.challengeId ?? null };
    const audit = auditOf(call, 'factor.removed', { ...employee, facts });
    const phone = heldPhone(await deps.phones.remove(employee, stepUp, audit));
    await endWhatRests(deps, employee);
    const notice = { event: 'removed', purpose: 'removal_notice' } as const;
    await tellPhone(deps, call, { ...employee, company, phone, ...notice });
  };
}
