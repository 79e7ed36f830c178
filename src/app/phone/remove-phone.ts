/** Removes a person's phone after a fresh code, and tells it. */

import type { AuditEvent } from '../../domain/audit-event.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import type { Person, StoredPhone } from '../ports/sign-in-reader.js';
import type { StepUpUse } from '../ports/step-up.js';
import { readPerson, requireCompany } from '../read-person.js';
import { fittingStepUp } from './fitting-step-up.js';
import { heldPhone } from './held-phone.js';
import type { PhoneDeps } from './phone-deps.js';
import type { PhoneUseCases } from './phone-use-cases.js';
import { endWhatRests } from './end-what-rests.js';
import { tellPhone } from './tell-phone.js';

export function makeRemovePhone(deps: PhoneDeps): PhoneUseCases['removePhone'] {
  return async (call, who, presented) => {
    requireCompany(call.client, who.companyId);
    const person = await readPerson(deps.people, who, 'path:');
    const { companyId, userId } = person;
    const employee = { companyId, userId };
    const stepUp = fittingStepUp(call, presented, { ...employee, action: 'remove_phone' });
    const facts = { stepUp: stepUp?.challengeId ?? null };
    const audit = auditOf(call, 'factor.removed', { ...employee, facts });
    const removed = await remove(deps, call, { person, stepUp, audit });
    await leave(deps, call, { person, phone: heldPhone(removed) });
  };
}

interface Removal {
  readonly person: Person;
  readonly stepUp: StepUpUse | null;
  readonly audit: AuditEvent;
}

/** An answer that was lost may belong to a removal: then it is told of later. */
async function remove(deps: PhoneDeps, call: Call, { person, stepUp, audit }: Removal) {
  const { companyId, userId, activePhone } = person;
  try {
    return await deps.phones.remove({ companyId, userId }, stepUp, audit);
  } catch (error) {
    if (stepUp && activePhone)
      leaveIfRemoved(deps, call, { person, phone: activePhone, waitsMs: WAITS_MS });
    throw error;
  }
}

/** Milliseconds: the first is longer than a transaction may last. */
const WAITS_MS = [5_000, 30_000, 60_000];

interface Left {
  readonly person: Person;
  readonly phone: StoredPhone;
}

interface Uncertain extends Left {
  readonly waitsMs: readonly number[];
}

function leaveIfRemoved(deps: PhoneDeps, call: Call, uncertain: Uncertain): void {
  const {
    waitsMs: [waitMs, ...waitsMs],
    ...left
  } = uncertain;
  if (waitMs === undefined) return;
  deps.clock.after(waitMs, async () => {
    try {
      const now = await deps.people.findPhone(left.person, left.phone.factorId);
      if (!now) await leave(deps, call, left);
    } catch {
      deps.events.deferred('notice');
      leaveIfRemoved(deps, call, { ...left, waitsMs });
    }
  });
}

/** Never rejects. */
async function leave(deps: PhoneDeps, call: Call, { person, phone }: Left): Promise<void> {
  const { company, companyId, userId } = person;
  await endWhatRests(deps, { companyId, userId });
  const notice = { event: 'removed', purpose: 'removal_notice' } as const;
  await tellPhone(deps, call, { companyId, userId, company, phone, ...notice });
}
