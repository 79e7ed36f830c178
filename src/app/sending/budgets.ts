/** Whose budgets one message is counted in, and how far each goes (R030 to R032, decisions 14, 17, 36). */

import {
  DAY_MS,
  NOTICES_PER_DAY,
  NUMBER_SENDS,
  NUMBER_SENDS_WINDOW_MS,
  UNPROVEN_SENDS,
  UNPROVEN_SENDS_PER_DAY,
} from '../../domain/limits.js';
import { networkOf } from '../../domain/network.js';
import type { SendLimit } from '../../domain/send-limit.js';
import { forHolders, unprovenShare, type SendLimits } from '../../domain/send-limits.js';
import type { Meter, TakeRequest } from '../ports/send-budget.js';
import { isSignInCode, type BudgetedSend } from './budgeted-send.js';

/** One owner's part of a message's budgets. */
export type Budget = Pick<TakeRequest, 'owner' | 'meters'>;

const HOUR_MS = DAY_MS / 24;

/** All but the person's and the company's, in the order in which equal waits are named. */
export function budgetsOf(send: BudgetedSend, limits: SendLimits): Budget[] {
  const { call, destination } = send;
  const isProven = send.factor.state === 'active';
  const shared = (owner: Budget['owner'], most: number, names: SharedNames) =>
    sharedBudget(owner, { most, isProven, ...names });
  const network = networkOf(call.context?.ipAddress ?? '');
  return [
    numberBudget(send, limits),
    shared(['client', call.client.clientId], limits.clientPerHour, CLIENT),
    ...(network === null ? [] : [shared(['address', network], limits.addressPerHour, ADDRESS)]),
    shared(['country', destination.country], limits.countryPerDay, COUNTRY),
    shared(['service'], limits.servicePerDay, SERVICE),
  ];
}

/** Keys `b` and `d` are those of release 0.1.0, which counts in them during an update. */
export function numberBudget({ factor }: Pick<BudgetedSend, 'factor'>, limits: SendLimits): Budget {
  const { index, holders } = factor;
  const all = each('b', NUMBER_SENDS_WINDOW_MS, [
    ['number', forHolders(NUMBER_SENDS, holders), NUMBER_SENDS_WINDOW_MS],
  ]);
  const day = each('a', DAY_MS, [['number_day', forHolders(limits.numberPerDay, holders), DAY_MS]]);
  const unproven = each('d', DAY_MS, [
    ['unproven_number', UNPROVEN_SENDS, NUMBER_SENDS_WINDOW_MS],
    ['unproven_number_day', UNPROVEN_SENDS_PER_DAY, DAY_MS],
  ]);
  const meters = factor.state === 'active' ? [all, day] : [all, day, unproven];
  return { owner: ['number', index], meters };
}

/** Codes for signing in are also counted by themselves: the first of a day is let through (decision 36). */
export function employeeBudget(send: BudgetedSend, limits: SendLimits): Budget {
  const { companyId, userId } = send.person;
  const day = each('a', DAY_MS, [['employee_day', limits.employeePerDay, DAY_MS]]);
  const meters = isSignInCode(send) ? [each('s', DAY_MS, []), day] : [day];
  return { owner: ['employee', companyId, userId], meters };
}

/** Two caps: what all messages of the company come to, and those to unproven numbers. */
export function companyBudget({ person, factor }: BudgetedSend, most: number): Budget {
  const isProven = factor.state === 'active';
  return sharedBudget(['company', person.companyId], { most, isProven, ...COMPANY });
}

/**
 * Of what a number is told when it is a factor no more: never out of what its sign-ins need, and within what
 * a country and a day may cost.
 */
export function noticeBudgets(
  { index, country }: { readonly index: string; readonly country: string },
  { countryPerDay, servicePerDay }: SendLimits,
): Budget[] {
  const day = each('n', DAY_MS, [['number_notices_day', NOTICES_PER_DAY, DAY_MS]]);
  return [
    { owner: ['number', index], meters: [day] },
    sharedBudget(['country', country], { most: countryPerDay, isProven: true, ...COUNTRY }),
    sharedBudget(['service'], { most: servicePerDay, isProven: true, ...SERVICE }),
  ];
}

interface SharedNames {
  readonly all: SendLimit;
  readonly unproven: SendLimit;
  readonly windowMs: number;
}

const CLIENT: SharedNames = {
  all: 'client_hour',
  unproven: 'unproven_client_hour',
  windowMs: HOUR_MS,
};
const ADDRESS: SharedNames = {
  all: 'address_hour',
  unproven: 'unproven_address_hour',
  windowMs: HOUR_MS,
};
const COMPANY: SharedNames = {
  all: 'company_day',
  unproven: 'unproven_company_day',
  windowMs: DAY_MS,
};
const COUNTRY: SharedNames = {
  all: 'country_day',
  unproven: 'unproven_country_day',
  windowMs: DAY_MS,
};
const SERVICE: SharedNames = {
  all: 'service_day',
  unproven: 'unproven_service_day',
  windowMs: DAY_MS,
};

/** Whoever makes unproven numbers up cannot use up what proven sign-ins need (decision 14). */
function sharedBudget(
  owner: Budget['owner'],
  {
    all,
    unproven,
    windowMs,
    most,
    isProven,
  }: SharedNames & { readonly most: number; readonly isProven: boolean },
): Budget {
  const total = steps('a', { limit: all, most, windowMs });
  if (isProven) return { owner, meters: [total] };
  const share = steps('u', { limit: unproven, most: unprovenShare(most), windowMs });
  return { owner, meters: [total, share] };
}

function each(
  name: string,
  keepMs: number,
  caps: readonly (readonly [SendLimit, number, number])[],
): Meter {
  const named = caps.map(([limit, most, windowMs]) => ({ limit, most, windowMs }));
  return { name, counts: 'each', keepMs, caps: named };
}

function steps(name: string, cap: Meter['caps'][number]): Meter {
  return { name, counts: 'steps', keepMs: cap.windowMs, caps: [cap] };
}
