/** How many messages a company may send in a day, and whom its limit never stops (decision 36). */

import { COMPANY_WARNING_SHARE, DAY_MS } from '../../domain/limits.js';
import { sinceMidnightMs } from '../../domain/local-day.js';
import { companyMost } from '../../domain/send-limits.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Events } from '../ports/events.js';
import type { Reached, SendBudget, TakeOutcome, Warning } from '../ports/send-budget.js';
import type { ServiceRules } from '../service-rules.js';
import { companyBudget } from './budgets.js';
import { isSignInCode, type BudgetedSend } from './budgeted-send.js';
import type { CompanySizes } from './company-sizes.js';

export interface CompanyLimitDeps {
  readonly budget: SendBudget;
  readonly companySizes: CompanySizes;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly events: Pick<Events, 'sendLimited' | 'deferred' | 'companyNearLimit'>;
  readonly rules: Pick<ServiceRules, 'sendLimits'>;
}

interface CompanyLimit {
  readonly most: number;
  /** Its people were not counted lately: `most` is the least it can be. */
  readonly isFloor: boolean;
  /** Undefined while nobody knows what the most is. */
  readonly warn: Warning | undefined;
}

/** Counts nobody: a company that stays far below the floor never needs it. */
function limitOf(
  { companySizes, rules }: CompanyLimitDeps,
  { person }: BudgetedSend,
): CompanyLimit {
  const { smsPerDay } = person.standing.policy;
  const people = companySizes.known(person.companyId) ?? null;
  const most = companyMost(rules.sendLimits, { smsPerDay, people });
  const isFloor = smsPerDay === null && people === null;
  return { most, isFloor, warn: isFloor ? undefined : { at: warningAt(most), everyMs: DAY_MS } };
}

/** What a company's budget said of a message. */
export interface CompanyOutcome {
  readonly outcome: TakeOutcome;
  readonly most: number;
}

/**
 * Takes the company's budget; softly where the person may be let through all the same. Its people are
 * counted once it comes near the floor, so that it need not stop there.
 */
export async function takeOfCompany(
  deps: CompanyLimitDeps,
  send: BudgetedSend,
): Promise<CompanyOutcome> {
  const limit = limitOf(deps, send);
  const outcome = await takeWithin(deps, send, limit);
  if (!limit.isFloor || usedOf(outcome) < warningAt(limit.most)) {
    return { outcome, most: limit.most };
  }
  await deps.companySizes.count(send.person.companyId);
  const counted = limitOf(deps, send);
  const again = outcome.kind === 'limit' ? await takeWithin(deps, send, counted) : outcome;
  return { outcome: again, most: counted.most };
}

async function takeWithin(
  deps: CompanyLimitDeps,
  send: BudgetedSend,
  { most, warn }: CompanyLimit,
): Promise<TakeOutcome> {
  const outcome = await deps.budget.take({
    ...companyBudget(send, most),
    ...{ messageId: send.messageId, isSoft: isSignInCode(send) },
    ...(warn && { warn }),
  });
  if (outcome.kind === 'taken' && outcome.isWarning) warnOf(deps, send, { outcome, most });
  return outcome;
}

function usedOf(outcome: TakeOutcome): number {
  return outcome.kind === 'taken' ? (outcome.used[0] ?? 0) : Infinity;
}

/**
 * What of the company's limit refuses this message; null where it is below, and for the first code of the
 * day by which a person signs in.
 */
export function refusedByCompany(
  send: BudgetedSend,
  { outcome, most }: CompanyOutcome,
  employee: TakeOutcome,
): Reached | null {
  if (outcome.kind === 'limit') return outcome;
  const isOver = usedOf(outcome) > most;
  return isOver && !isFirstOfDay(send, employee) ? outcome.over : null;
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
function warnOf(
  { audit, events }: CompanyLimitDeps,
  { person, call }: BudgetedSend,
  { outcome, most }: CompanyOutcome,
): void {
  const { companyId } = person;
  events.companyNearLimit(companyId);
  const { client, actor, correlationId } = call;
  const event = { kind: 'send.near_limit', companyId, userId: null, actor, correlationId } as const;
  const facts = { used: usedOf(outcome), most };
  audit.append({ ...event, clientId: client.clientId, facts }).catch(() => {
    events.deferred('audit_refusal');
  });
}
