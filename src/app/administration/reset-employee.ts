/** A lost phone: removes the factor, ends what is open, opens one enrolment, and tells the old number. */

import { countryOf } from '../../domain/phone-number.js';
import { resetSms } from '../../domain/sms-text.js';
import { pickLocale } from '../../domain/texts/texts.js';
import type { EmployeeRef } from '../../domain/ids.js';
import type { AdministrationDeps } from './administration-deps.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { RefusalError } from '../errors.js';
import { readCompany } from './get-company.js';
import { SETTLED_KINDS } from '../sending/hand-over.js';
import { idempotencyOf } from '../idempotency.js';
import { newMessageId } from '../new-id.js';
import type { Company } from '../ports/company-store.js';
import type { StoredPhone } from '../ports/sign-in-reader.js';
import type { AdministrationUseCases } from '../use-cases.js';

/** How long the provider may try to deliver the notice. Seconds; one hour. */
const NOTICE_VALIDITY_SECONDS = 3_600;

export function makeResetEmployee(
  deps: AdministrationDeps,
): AdministrationUseCases['resetEmployee'] {
  return async (call, employee, { reason }) => {
    const company = await readCompany(deps, call, employee.companyId);
    const body = { ...employee, reason };
    const idempotency = idempotencyOf(deps.digests, call, { operation: 'reset', body });
    const audit = auditOf(call, 'factor.reset', { ...employee, facts: { reason } });
    const outcome = await deps.employees.reset(employee, { reason, idempotency }, audit);
    if (outcome === 'employee_not_found') throw new RefusalError('employee_not_found');
    if (outcome === 'key_reused') throw new RefusalError('idempotency_key_reused');
    await endChallenges(deps, employee);
    await endProvenSessions(deps, employee);
    if (outcome.removed) await tell(deps, call, { employee, company, phone: outcome.removed });
    return outcome.grant;
  };
}

/** The committed reset already keeps them from approving; this tells who asks before trying. */
async function endChallenges(deps: AdministrationDeps, employee: EmployeeRef): Promise<void> {
  try {
    await deps.challenges.cancelAll(employee);
  } catch {
    deps.events.deferred('cancel_challenges');
  }
}

/** Support and administrators proved themselves with the factor that is gone (R091). */
async function endProvenSessions(deps: AdministrationDeps, employee: EmployeeRef): Promise<void> {
  try {
    await deps.portalSessions.end(employee, ['support', 'admin']);
  } catch {
    deps.events.deferred('end_portal');
  }
}

interface Told {
  readonly employee: EmployeeRef;
  readonly company: Company;
  readonly phone: StoredPhone;
}

/** The number that was removed is the only address Assay has for "this was not me" (decision 27, R051). */
async function tell(deps: AdministrationDeps, call: Call, told: Told): Promise<void> {
  try {
    await sendNotice(deps, call, told);
  } catch {
    deps.events.deferred('notice');
  }
}

async function sendNotice(deps: AdministrationDeps, call: Call, told: Told): Promise<void> {
  const { employee, company, phone } = told;
  const { factorId, version: factorVersion } = phone;
  const to = deps.vault.openNumber(phone.sealedNumber, { ...employee, factorId });
  const country = countryOf(to);
  const id = newMessageId();
  const message = {
    ...{ id, ...employee, challengeId: null, factorId, factorVersion, country },
    ...{ ipAddress: null, userAgent: null },
  };
  const facts = { messageId: id, purpose: 'reset_notice' };
  const opening = auditOf(call, 'phone.opened', { ...employee, facts });
  await deps.messages.open({ ...message, kind: 'notice', channel: 'sms' }, opening);
  const body = resetSms({ companyName: company.displayName, locale: pickLocale(company.locale) });
  const validitySeconds = NOTICE_VALIDITY_SECONDS;
  const outcome = await deps.sender.send({ id, to, body, validitySeconds });
  const kind = SETTLED_KINDS[outcome.kind];
  await deps.messages.settle(id, outcome, auditOf(call, kind, { ...employee, facts }));
}
