/** People in the states that tests of the durable stores start from. */

import { PostgresAttemptLedger } from '../../src/adapters/postgres/attempt-ledger.js';
import { PostgresCompanyStore } from '../../src/adapters/postgres/company-store.js';
import type { Database } from '../../src/adapters/postgres/database.js';
import { PostgresEmployeeStore } from '../../src/adapters/postgres/employee-store.js';
import { PostgresMessageStore } from '../../src/adapters/postgres/message-store.js';
import type { StepUpUse } from '../../src/app/ports/step-up.js';
import type { Action } from '../../src/domain/challenge.js';
import type { ChallengeId, CompanyId, EmployeeRef, MessageId } from '../../src/domain/ids.js';
import type { PolicySettings } from '../../src/domain/policy.js';
import * as data from './postgres-data.js';

export const clock = { monotonicMs: () => performance.now() };
/** Far enough that no test waits for it. */
export const later = () => clock.monotonicMs() + 60_000;

const ledgers = new WeakMap<Database, PostgresAttemptLedger>();

/** One for each database: every ledger has a connection of its own. */
export function ledgerOn(database: Database): PostgresAttemptLedger {
  const ledger = ledgers.get(database) ?? new PostgresAttemptLedger(database, clock);
  ledgers.set(database, ledger);
  return ledger;
}

/** A company with this policy, or with its policy off. */
export async function newCompany(
  database: Database,
  settings: PolicySettings | null = data.REQUIRED,
): Promise<CompanyId> {
  const companies = new PostgresCompanyStore(database);
  const companyId = data.newCompanyId();
  const audit = data.auditOf('company.created', { companyId });
  await companies.put(companyId, data.PROFILE, audit);
  if (settings) await companies.putPolicy(companyId, data.policyWrite(1, settings), audit);
  return companyId;
}

/** Somebody on the roster of a company. */
export async function newEmployee(database: Database, company?: CompanyId): Promise<EmployeeRef> {
  const companyId = company ?? (await newCompany(database));
  const employee = { companyId, userId: data.newUserId() };
  const audit = data.auditOf('employee.listed', employee);
  await new PostgresEmployeeStore(database).putOnRoster(employee, null, audit);
  return employee;
}

export interface Pending {
  readonly employee: EmployeeRef;
  readonly challengeId: ChallengeId;
  readonly phone: data.Phone;
}

/** A challenge whose code went to a number that is to be enrolled. */
export async function sendToPending(
  database: Database,
  employee: EmployeeRef,
  index?: string,
): Promise<Pending> {
  const challengeId = data.newChallengeId();
  const message = data.messageTo(employee, { challengeId });
  const audit = data.auditOf('phone.opened', employee);
  const store = new PostgresMessageStore(database);
  const pending = await store.openPending(message, data.phoneOf(index), audit);
  if (typeof pending === 'string') throw new Error(pending);
  return { employee, challengeId, phone: { factorId: pending.factorId, state: 'pending' } };
}

/** Somebody with an active factor. */
export async function newEnrolled(database: Database, company?: CompanyId) {
  const employee = await newEmployee(database, company);
  const { phone, challengeId } = await sendToPending(database, employee);
  const ledger = ledgerOn(database);
  const outcome = await ledger.record(data.attemptOn(employee, phone, { challengeId }), later());
  if (outcome.kind !== 'approved') throw new Error(outcome.kind);
  const active: data.Phone = { factorId: phone.factorId, state: 'active' };
  return { employee, phone: active };
}

/** A step-up that this person has approved, and not used. */
export async function newStepUp(
  database: Database,
  { employee, phone }: { readonly employee: EmployeeRef; readonly phone: data.Phone },
  action: Action,
): Promise<StepUpUse> {
  const attempt = data.attemptOn(employee, phone);
  const subject = { ...attempt.subject, purpose: 'step_up', action } as const;
  const { challengeId, clientId } = attempt;
  const ledger = ledgerOn(database);
  const outcome = await ledger.record({ ...attempt, subject }, later());
  if (outcome.kind !== 'approved') throw new Error(outcome.kind);
  return { challengeId, clientId, ...employee, action };
}

/** A code sent to a number that is to replace the proven one. */
export async function sendToChange(
  database: Database,
  person: { readonly employee: EmployeeRef; readonly phone: data.Phone },
  index?: string,
): Promise<Pending & { readonly messageId: MessageId }> {
  const { employee } = person;
  const stepUp = await newStepUp(database, person, 'change_phone');
  const challengeId = data.newChallengeId();
  const message = data.messageTo(employee, { challengeId });
  const pending = await new PostgresMessageStore(database).openPending(
    message,
    { ...data.phoneOf(index), change: { stepUp } },
    data.auditOf('phone.opened', employee),
  );
  if (typeof pending === 'string') throw new Error(pending);
  const phone = { factorId: pending.factorId, state: 'pending' } as const;
  return { employee, challengeId, phone, messageId: message.id };
}
