/** Budgets without anything that sends: made-up messages, and a record of what each has taken. */

import { MemoryConversion } from '../../src/adapters/memory/conversion.js';
import { MemorySendBudget } from '../../src/adapters/memory/send-budget.js';
import type { SendBudget, TakeRequest } from '../../src/app/ports/send-budget.js';
import type { BudgetedSend } from '../../src/app/sending/budgeted-send.js';
import { CompanySizes } from '../../src/app/sending/company-sizes.js';
import { takeBudgets, type BudgetDeps } from '../../src/app/sending/take-budgets.js';
import { RefusalError } from '../../src/app/errors.js';
import type { AuditEvent } from '../../src/domain/audit-event.js';
import type { Purpose } from '../../src/domain/challenge.js';
import type { ClientId, CompanyId, FactorId, MessageId, UserId } from '../../src/domain/ids.js';
import type { SendLimits } from '../../src/domain/send-limits.js';

/** Nobody reaches them. */
export const WIDE: SendLimits = {
  numberPerDay: 1_000,
  employeePerDay: 1_000,
  companyPerDay: 100_000,
  clientPerHour: 100_000,
  addressPerHour: 100_000,
  countryPerDay: 100_000,
  servicePerDay: 100_000,
};

export interface Sending {
  readonly number?: string;
  readonly holders?: number;
  readonly userId?: string;
  readonly companyId?: string;
  readonly smsPerDay?: number | null;
  readonly clientId?: string;
  readonly ipAddress?: string | null;
  readonly country?: string;
  readonly isProven?: boolean;
  readonly purpose?: Purpose;
}

let next = 0;

/** A message that shares nothing with any other but what is given; a step-up unless said otherwise. */
export function message(given: Sending = {}, now = new Date()): BudgetedSend {
  const n = String((next += 1));
  const all: Required<Sending> = {
    ...{ number: `number-${n}`, userId: `user-${n}`, companyId: `company-${n}` },
    ...{ clientId: `client-${n}`, ipAddress: null, country: `C${n}`, purpose: 'step_up' },
    ...{ holders: 1, smsPerDay: 100_000, isProven: true },
    ...given,
  };
  const { ipAddress, smsPerDay, purpose, country, holders } = all;
  const client = { clientId: all.clientId as ClientId };
  return {
    messageId: `msg-${n}` as MessageId,
    call: { client, actor: null, correlationId: `request-${n}`, context: { ipAddress } },
    person: {
      companyId: all.companyId as CompanyId,
      userId: all.userId as UserId,
      company: { timeZone: 'Europe/London' },
      standing: { policy: { smsPerDay }, now },
    },
    challenge: { purpose, nowMs: now.getTime(), expiresAtMs: now.getTime() + 300_000 },
    factor: {
      ...{ factorId: `factor-${n}` as FactorId, index: all.number, holders },
      state: all.isProven ? 'active' : 'pending',
    },
    destination: { country, phone: { prefix: `prefix-${n}` } },
  };
}

export interface Scene {
  readonly deps: BudgetDeps;
  /** What happened beside: names of events, in order. */
  readonly events: string[];
  readonly audits: AuditEvent[];
  /** Does what was put off until later. */
  later(): Promise<void>;
  /** Companies that were counted, in order. */
  readonly counted: CompanyId[];
  /** "taken", the limit that refused it, or the reason of the store. */
  send(send: BudgetedSend): Promise<string>;
  /** Whose budgets know of a message. */
  owners(send: BudgetedSend): string[];
}

interface Given {
  readonly limits?: Partial<SendLimits>;
  readonly budget?: SendBudget;
  readonly people?: number | (() => number);
  readonly monotonicMs?: () => number;
}

export function sceneOf(given: Given = {}): Scene {
  const {
    people = 0,
    monotonicMs = () => 0,
    budget = new MemorySendBudget(() => Date.now()),
  } = given;
  const events: string[] = [];
  const audits: AuditEvent[] = [];
  const counted: CompanyId[] = [];
  const held = new Map<string, Set<string>>();
  const ofMessage = (messageId: string) => {
    const owners = held.get(messageId) ?? new Set<string>();
    held.set(messageId, owners);
    return owners;
  };
  const recorded: SendBudget = {
    take: async (request) => {
      const outcome = await budget.take(request);
      if (outcome.kind === 'taken') ofMessage(request.messageId).add(request.owner[0]);
      return outcome;
    },
    giveBack: async (request: Pick<TakeRequest, 'owner' | 'meters' | 'messageId'>) => {
      await budget.giveBack(request);
      ofMessage(request.messageId).delete(request.owner[0]);
    },
  };
  const size = async (companyId: CompanyId) => {
    counted.push(companyId);
    return typeof people === 'number' ? people : people();
  };
  const putOff: (() => Promise<void>)[] = [];
  const deps: BudgetDeps = {
    budget: recorded,
    conversion: new MemoryConversion(() => Date.now()),
    clock: { after: (_ms, work) => void putOff.push(work) },
    companySizes: new CompanySizes({ size }, { monotonicMs }),
    audit: { append: async (event) => void audits.push(event) },
    events: {
      sendLimited: (limit) => events.push(`limited ${limit}`),
      companyNearLimit: (companyId) => events.push(`near ${companyId}`),
      prefixStopped: ({ prefix }) => events.push(`stopped ${prefix}`),
      deferred: (what) => events.push(`deferred ${what}`),
    },
    rules: { sendLimits: { ...WIDE, ...given.limits } },
  };
  return {
    ...{ deps, events, audits, counted },
    later: async () => {
      for (const work of putOff.splice(0)) await work();
    },
    send: async (send) => {
      try {
        await takeBudgets(deps, send);
        return 'taken';
      } catch (error) {
        if (error instanceof RefusalError) return error.facts.limit ?? error.code;
        return error instanceof Error ? error.message : 'unknown';
      }
    },
    owners: (send) => [...ofMessage(send.messageId)].sort(),
  };
}
