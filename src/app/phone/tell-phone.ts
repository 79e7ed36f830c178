/** What follows when a phone is no factor any more: nothing rests on it, and its number is told. */

import { countryOf } from '../../domain/phone-number.js';
import { PORTAL_ROLES, type PortalRole } from '../../domain/portal.js';
import type { NoticeSms } from '../../domain/sms-text.js';
import type { EmployeeRef } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { newCallback } from '../delivery/callback.js';
import { newMessageId } from '../new-id.js';
import type { ChallengeStore } from '../ports/challenge-store.js';
import type { Company } from '../ports/company-store.js';
import type { Events } from '../ports/events.js';
import type { MessageStore } from '../ports/message-store.js';
import type { PortalSessionStore } from '../ports/portal-session-store.js';
import type { StoredPhone } from '../ports/sign-in-reader.js';
import type { SmsSender } from '../ports/sms-sender.js';
import type { Vault } from '../ports/vault.js';
import { writeNotice } from './write-notice.js';
import { SETTLED_KINDS } from '../sending/hand-over.js';
import type { ServiceRules } from '../service-rules.js';

export interface AftermathDeps {
  readonly challenges: Pick<ChallengeStore, 'cancelAll'>;
  readonly portalSessions: Pick<PortalSessionStore, 'end'>;
  readonly messages: MessageStore;
  readonly sender: SmsSender;
  readonly vault: Vault;
  readonly events: Pick<Events, 'deferred'>;
  readonly rules: Pick<ServiceRules, 'receiptsUrl' | 'callCountries'>;
}

/** How long the provider may try to deliver the notice. Seconds; one hour. */
const NOTICE_VALIDITY_SECONDS = 3_600;

/**
 * Ends what rests on the person's former phone. Never rejects: the committed act already keeps it from
 * approving, this tells who asks before trying.
 */
export async function endWhatRests(deps: AftermathDeps, employee: EmployeeRef): Promise<void> {
  try {
    await deps.challenges.cancelAll(employee);
  } catch {
    deps.events.deferred('cancel_challenges');
  }
  await endProvenSessions(deps, employee);
}

/** Support and administrators proved themselves with the factor that is gone (R091). */
export function endProvenSessions(deps: SessionDeps, employee: EmployeeRef): Promise<void> {
  return endSessions(deps, employee, ['support', 'admin']);
}

/** A reset opens an enrolment: a session that was stolen with the phone must not be the one to use it (R052). */
export function endAllSessions(deps: SessionDeps, employee: EmployeeRef): Promise<void> {
  return endSessions(deps, employee, PORTAL_ROLES);
}

type SessionDeps = Pick<AftermathDeps, 'portalSessions' | 'events'>;

async function endSessions(
  deps: SessionDeps,
  employee: EmployeeRef,
  roles: readonly PortalRole[],
): Promise<void> {
  try {
    await deps.portalSessions.end(employee, roles);
  } catch {
    deps.events.deferred('end_portal');
  }
}

export interface Told extends EmployeeRef {
  readonly company: Pick<Company, 'displayName' | 'locale'>;
  /** The one that is gone. */
  readonly phone: StoredPhone;
  readonly event: NoticeSms['event'];
  /** As the audit names why the number was opened. */
  readonly purpose: 'reset_notice' | 'removal_notice' | 'change_notice';
}

/**
 * The number that is gone is the only address Assay has for "this was not me" (decision 27, R051). Never
 * rejects: the act stands.
 */
export async function tellPhone(
  deps: Omit<AftermathDeps, 'challenges' | 'portalSessions'>,
  call: Call,
  told: Told,
): Promise<void> {
  try {
    await sendNotice(deps, call, told);
  } catch {
    deps.events.deferred('notice');
  }
}

async function sendNotice(
  deps: Omit<AftermathDeps, 'challenges' | 'portalSessions'>,
  call: Call,
  { companyId, userId, company, phone, event, purpose }: Told,
): Promise<void> {
  const employee = { companyId, userId };
  const { factorId, version: factorVersion } = phone;
  const to = deps.vault.openNumber(phone.sealedNumber, { ...employee, factorId });
  const country = countryOf(to);
  const notice = writeNotice({ to, country, event, company }, deps.rules.callCountries);
  if (notice === null) return;
  const id = newMessageId();
  const callback = newCallback(deps.rules);
  const message = {
    ...{ id, ...employee, challengeId: null, factorId, factorVersion, country },
    ...{ ipAddress: null, userAgent: null, callbackHash: callback?.hash ?? null },
    repeatOf: null,
  };
  const facts = { messageId: id, purpose };
  const opening = auditOf(call, 'phone.opened', { ...employee, facts });
  await deps.messages.open({ ...message, kind: 'notice', channel: notice.channel }, opening);
  const validitySeconds = NOTICE_VALIDITY_SECONDS;
  const statusUrl = callback?.statusUrl ?? null;
  const outcome = await deps.sender.send({ id, to, validitySeconds, statusUrl, ...notice });
  const kind = SETTLED_KINDS[outcome.kind];
  await deps.messages.settle(id, outcome, auditOf(call, kind, { ...employee, facts }));
}
