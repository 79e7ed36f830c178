/** The rows of docs/limits.md about messages, made of the budgets themselves. */

import { alternativesTo } from '../../src/app/sending/alternatives.js';
import {
  budgetsOf,
  companyBudget,
  employeeBudget,
  noticeBudgets,
  type Budget,
} from '../../src/app/sending/budgets.js';
import { SEND_LIMIT_SETTINGS } from '../../src/config/send-limit-settings.js';
import { toSendLimits } from '../../src/config/send-limits.js';
import * as limits from '../../src/domain/limits.js';
import { SEND_LIMITS, type SendLimit } from '../../src/domain/send-limit.js';
import { companyMost, type SendLimits } from '../../src/domain/send-limits.js';
import { message } from '../sending/budget-scene.js';
import { amount, duration, row } from './words.js';

type SettingName = keyof typeof SEND_LIMIT_SETTINGS;
const SETTING_NAMES = Object.keys(SEND_LIMIT_SETTINGS) as SettingName[];
type Settings = Parameters<typeof toSendLimits>[0];

interface Cap {
  readonly owner: string;
  readonly most: number;
  readonly windowMs: number;
}

/** Whom a budget belongs to, in words. */
const OWNERS: Readonly<Record<string, string>> = {
  number: 'number, all companies and calls of the API together',
  employee: 'person',
  company: 'company',
  client: 'client',
  address: 'address of the person (IPv6: /64; IPv4 in IPv6 as IPv4)',
  country: 'destination country',
  service: 'the whole service',
};

/** Limits that are no budget of a message. */
const OTHERS: Readonly<Partial<Record<SendLimit, readonly [string, string, number]>>> = {
  open_challenges: ['person and client', amount(limits.OPEN_CHALLENGES), NaN],
  send_tries: [
    'person and client',
    amount(limits.SEND_TRIES_PER_HOUR),
    limits.SEND_TRIES_WINDOW_MS,
  ],
  prefix_conversion: [
    'prefix of numbers, unproven ones',
    `${amount(limits.PREFIX_SENDS)}, more while ${String(limits.CONVERSION_FLOOR * 100)} % were proven`,
    limits.CONVERSION_STEPS * limits.CONVERSION_STEP_MS,
  ],
};

export function sendLimitRows(): string[] {
  return SEND_LIMITS.map((limit) => {
    const [owner, most, windowMs] = OTHERS[limit] ?? ofBudget(limit);
    const within = Number.isNaN(windowMs) ? 'at once' : duration(windowMs);
    const { code, facts } = { code: 'send_limit_reached', facts: { limit } } as const;
    const besides = alternativesTo({ code, facts }, false).map((name) => `\`${name}\``);
    return row([`\`${limit}\``, owner, most, within, settingsOf(limit), besides.join(', ')]);
  });
}

function ofBudget(limit: SendLimit): readonly [string, string, number] {
  const cap = capsWith(toSendLimits(given({}))).get(limit);
  if (!cap) throw new Error(`no budget knows ${limit}`);
  return [OWNERS[cap.owner] ?? cap.owner, mostOf(limit, cap), cap.windowMs];
}

function mostOf(limit: SendLimit, { most }: Cap): string {
  const each = amount(limits.COMPANY_SENDS_PER_PERSON);
  if (limit === 'company_day') return `${amount(most)}, or ${each} a person where that is more`;
  if (limit === 'number' || limit === 'number_day') {
    return `${amount(most)} for each person who has proven it, up to ${amount(limits.NUMBER_HOLDERS_MAX)} times`;
  }
  return limit.startsWith('unproven_') && !limit.startsWith('unproven_number')
    ? `half of it: ${amount(most)}`
    : amount(most);
}

/** Found by trying: what each setting moves. */
function settingsOf(limit: SendLimit): string {
  const usual = capsWith(toSendLimits(given({}))).get(limit)?.most;
  const moving = SETTING_NAMES.filter((name) => {
    const least = toSendLimits(given({ [name]: limits[name].least }));
    // The whole service bounds its parts; each row names its own setting.
    const isPart = name === 'SENDS_PER_DAY' && !limit.endsWith('service_day');
    return !isPart && capsWith(least).get(limit)?.most !== usual;
  });
  if (moving.length === 0) return 'fixed';
  return moving
    .map((name) => `\`${name}\`, ${amount(limits[name].least)} to ${amount(limits[name].most)}`)
    .join('; ');
}

/** Every cap that any message meets under these limits, of a company of nobody. */
function capsWith(sendLimits: SendLimits): Map<SendLimit, Cap> {
  const most = companyMost(sendLimits, { smsPerDay: null, people: 0 });
  const budgets = [true, false].flatMap((isProven) => {
    const send = message({ isProven, ipAddress: '192.0.2.7' });
    return [
      ...budgetsOf(send, sendLimits),
      employeeBudget(send, sendLimits),
      companyBudget(send, most),
    ];
  });
  const notices = noticeBudgets({ index: 'one', country: 'GB' }, sendLimits);
  return new Map([...budgets, ...notices].flatMap(capsOf));
}

function capsOf({ owner, meters }: Budget): [SendLimit, Cap][] {
  return meters.flatMap(({ caps }) =>
    caps.map(({ limit, most, windowMs }) => [limit, { owner: owner[0], most, windowMs }] as const),
  ) as [SendLimit, Cap][];
}

/** As read from the environment; what is not given is undefined. */
function given(values: Partial<Record<SettingName, number>>): Settings {
  return values as Settings;
}
