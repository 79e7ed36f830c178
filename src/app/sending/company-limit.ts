/** How many messages a company may send in a day, and whom its limit never stops (decision 36). */

import { COMPANY_WARNING_SHARE, DAY_MS } from '../../domain/limits.js';
import { sinceMidnightMs } from '../../domain/local-day.js';
import { companyMost, unprovenShare } from '../../domain/send-limits.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Events } from '../ports/events.js';
import type { Reached, TakeOutcome, Warning } from '../ports/send-budget.js';
import type { ServiceRules } from '../service-rules.js';
import { isSignInCode, type BudgetedSend } from './budgeted-send.js';
import type { CompanySizes } from './company-sizes.js';

export interface CompanyLimitDeps {
  readonly companySizes: CompanySizes;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly events: Pick<Events, 'sendLimited' | 'deferred' | 'companyNearLimit'>;
  readonly rules: Pick<ServiceRules, 'sendLimits'>;
}

export interface CompanyLimit {
  readonly most: number;
  /** Its people were not counted lately: `most` is the least it can be. */
  readonly isFloor: boolean;
  /** Null while nobody knows what the most is. */
  readonly warning: Warning | null;
}

/** Counts nobody: a company that stays far below the floor never needs it. */
export function companyLimitOf(
  { companySizes, rules }: Pick<CompanyLimitDeps, 'companySizes' | 'rules'>,
  { person }: Pick<BudgetedSend, 'person'>,
): CompanyLimit {
  const { smsPerDay } = person.standing.policy;
  const people = companySizes.known(person.companyId) ?? null;
  const most = companyMost(rules.sendLimits, { smsPerDay, people });
  const isFloor = smsPerDay === null && people === null;
  return { most, isFloor, warning: isFloor ? null : { at: warningAt(most), everyMs: DAY_MS } };
}

interface Asked {
  readonly limit: CompanyLimit;
  readonly company: TakeOutcome;
  readonly employee: TakeOutcome;
}

/**
 * What of the company's limit refuses this message; null where it is below, and for the first code of the
 * day by which a person signs in.
 */
export async function refusedByCompany(
  deps: CompanyLimitDeps,
  send: BudgetedSend,
  { limit, company, employee }: Asked,
): Promise<Reached | null> {
  if (company.kind !== 'taken') return company;
  const [used = 0, unproven = 0] = company.used;
  const most = await mostAfterAll(deps, send, { limit, used });
  if (company.isWarning) warn(deps, send, { used, most });
  const isOver = used > most || unproven > unprovenShare(most);
  return isOver && !isFirstOfDay(send, employee) ? company.over : null;
}

/** The people are counted once a company comes near the floor, so that it need not stop there. */
async function mostAfterAll(
  { companySizes, rules }: CompanyLimitDeps,
  { person }: BudgetedSend,
  { limit, used }: { readonly limit: CompanyLimit; readonly used: number },
): Promise<number> {
  if (!limit.isFloor || used < warningAt(limit.most)) return limit.most;
  const people = await companySizes.count(person.companyId);
  return companyMost(rules.sendLimits, { smsPerDay: null, people });
}

function warningAt(most: number): number {
  return Math.ceil(most * COMPANY_WARNING_SHARE);
}

/** Counted from midnight where the company is: whoever signs in a little earlier than yesterday is let in. */
function isFirstOfDay(send: BudgetedSend, employee: TakeOutcome): boolean {
  if (!isSignInCode(send) || employee.kind !== 'taken') return false;
  const { company, standing } = send.person;
  const { sincePreviousMs } = employee;
  return (
    sincePreviousMs === null || sincePreviousMs > sinceMidnightMs(standing.now, company.timeZone)
  );
}

/** Once a day, behind the answer. */
function warn(
  { audit, events }: CompanyLimitDeps,
  { person, call }: BudgetedSend,
  facts: { readonly used: number; readonly most: number },
): void {
  const { companyId } = person;
  events.companyNearLimit(companyId);
  const { client, actor, correlationId } = call;
  const event = { kind: 'send.near_limit', companyId, userId: null, actor, correlationId } as const;
  audit.append({ ...event, clientId: client.clientId, facts }).catch(() => {
    events.deferred('audit_refusal');
  });
}
