/** Tells a number that it is a factor no more. */

import { countryOf } from '../../domain/phone-number.js';
import type { NoticeSms } from '../../domain/sms-text.js';
import type { EmployeeRef } from '../../domain/ids.js';
import { auditOf } from '../audit-of.js';
import type { Call } from '../call.js';
import { newCallback } from '../delivery/callback.js';
import { newMessageId } from '../new-id.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Company } from '../ports/company-store.js';
import type { MessageStore } from '../ports/message-store.js';
import type { StoredPhone } from '../ports/sign-in-reader.js';
import type { OutgoingMessage, SmsSender } from '../ports/sms-sender.js';
import type { Vault } from '../ports/vault.js';
import { SETTLED_KINDS } from '../sending/hand-over.js';
import type { ServiceRules } from '../service-rules.js';
import { giveBackNotice, takeNotice, type NoticeBudgetDeps } from './notice-budget.js';
import { writeNotice } from './write-notice.js';

export interface NoticeDeps extends NoticeBudgetDeps {
  readonly messages: MessageStore;
  readonly sender: SmsSender;
  readonly vault: Vault;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly rules: Pick<ServiceRules, 'receiptsUrl' | 'callCountries' | 'sendLimits'>;
}

/** How long the provider may try to deliver the notice. Seconds; one hour. */
const NOTICE_VALIDITY_SECONDS = 3_600;

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
export async function tellPhone(deps: NoticeDeps, call: Call, told: Told): Promise<void> {
  try {
    const notice = noticeTo(deps, told);
    if (notice !== null) await sendWithin(deps, call, { ...told, ...notice });
  } catch {
    deps.events.deferred('notice');
  }
}

interface Notice {
  readonly message: OutgoingMessage;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly callbackHash: string | null;
}

/** Null where nothing can tell the number. */
function noticeTo(
  { vault, rules }: Pick<NoticeDeps, 'vault' | 'rules'>,
  { companyId, userId, company, phone, event }: Told,
): Notice | null {
  const { factorId } = phone;
  const to = vault.openNumber(phone.sealedNumber, { companyId, userId, factorId });
  const country = countryOf(to);
  const words = writeNotice({ to, country, event, company }, rules.callCountries);
  if (words === null) return null;
  const callback = newCallback(rules);
  const message = {
    ...{ id: newMessageId(), to, validitySeconds: NOTICE_VALIDITY_SECONDS },
    statusUrl: callback?.statusUrl ?? null,
    ...words,
  };
  return { message, country, callbackHash: callback?.hash ?? null };
}

/** Over a limit the notice is not sent, and the audit says so. */
async function sendWithin(deps: NoticeDeps, call: Call, notice: Told & Notice): Promise<void> {
  const { companyId, userId, phone, purpose, message, country } = notice;
  const facts = { messageId: message.id, purpose };
  const counted = { id: message.id, index: phone.index, country };
  const limit = await takeNotice(deps, counted);
  if (limit !== null) {
    const limited = { companyId, userId, facts: { ...facts, limit } };
    await deps.audit.append(auditOf(call, 'send.limited', limited));
    return;
  }
  const isOnItsWay = await send(deps, call, { ...notice, facts }).catch(async (error: unknown) => {
    await giveBackNotice(deps, counted);
    throw error;
  });
  if (!isOnItsWay) await giveBackNotice(deps, counted);
}

/** False when the provider has not taken it. */
async function send(
  deps: NoticeDeps,
  call: Call,
  {
    companyId,
    userId,
    phone,
    message,
    country,
    callbackHash,
    facts,
  }: Told & Notice & { readonly facts: Readonly<Record<string, string>> },
): Promise<boolean> {
  const employee = { companyId, userId };
  const { factorId, version: factorVersion } = phone;
  const { id, channel } = message;
  const row = {
    ...{ id, ...employee, challengeId: null, factorId, factorVersion, country, channel },
    ...{ ipAddress: null, userAgent: null, callbackHash, repeatOf: null },
  };
  const opening = auditOf(call, 'phone.opened', { ...employee, facts });
  await deps.messages.open({ ...row, kind: 'notice' }, opening);
  const outcome = await deps.sender.send(message);
  const settled = auditOf(call, SETTLED_KINDS[outcome.kind], { ...employee, facts });
  await deps.messages.settle(id, outcome, settled);
  return outcome.kind === 'accepted' || outcome.kind === 'unknown';
}
