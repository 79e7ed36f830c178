/** Commands about a company's two-factor setting; `set` is the operator's break-glass (decision 22). */

import { z } from 'zod';

import { RefusalError } from '../../app/errors.js';
import { CHANNELS } from '../../domain/challenge.js';
import { POLICY_MODES, type Policy, type PolicySettings } from '../../domain/policy.js';
import { command } from '../command.js';
import { companyId, countryList, list, required, wholeNumber } from '../input.js';
import { operatorCall, type Operator } from '../operator.js';

const orNone = <Schema extends z.ZodType<unknown, string>>(schema: Schema) =>
  z.string().transform((text, context) => {
    if (text === 'none') return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? 'not valid' });
    return z.NEVER;
  });

/** "now" is resolved where the command runs. */
const instant = z
  .string()
  .regex(/^(now|\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))$/, {
    message: 'must be now, none or an instant such as 2027-01-31T08:00:00Z',
  })
  .refine((text) => text === 'now' || !Number.isNaN(Date.parse(text)), 'is no such instant')
  .transform((text) => (text === 'now' ? text : new Date(text)));

const input = z.strictObject({
  companyId,
  mode: z.enum(POLICY_MODES, { error: 'must be off, optional or required' }).optional(),
  'enforce-from': orNone(instant).optional(),
  'enrolment-days': wholeNumber(1, 365).optional(),
  methods: list(z.enum(CHANNELS, { error: 'must be any of sms, call, comma-separated' }))
    .refine((methods) => new Set(methods).size === methods.length, 'must not name one twice')
    .optional(),
  countries: orNone(countryList).optional(),
  'sms-per-day': orNone(wholeNumber(1, 100_000)).optional(),
  'remember-device-days': wholeNumber(0, 90).optional(),
  reason: required('for the audit').pipe(z.string().max(500)),
});

type Given = z.output<typeof input>;

const PRINTED = [
  'mode',
  'enforceFrom',
  'enrolmentDays',
  'methods',
  'countries',
  'smsPerDay',
  'rememberDeviceDays',
  'version',
] as const;

function print(policy: Policy): string {
  return PRINTED.map((field) => `${field.padEnd(20)}${shown(field, policy[field])}`).join('\n');
}

/** What a field means that was never given. */
const UNSET: Partial<Record<(typeof PRINTED)[number], string>> = {
  countries: 'all that the operator allows',
  smsPerDay: 'default',
};

function shown(field: (typeof PRINTED)[number], value: Policy[(typeof PRINTED)[number]]): string {
  if (value === null) return UNSET[field] ?? 'none';
  return value instanceof Date ? value.toISOString() : String(value);
}

export const policyShow = command({
  name: 'policy show',
  usage: 'COMPANY_ID',
  options: {},
  positionals: ['companyId'],
  input: z.strictObject({ companyId }),
  run: (operator, { companyId: id }) =>
    operator.administration.getPolicy(operatorCall(operator), id),
  print,
});

export const policySet = command({
  name: 'policy set',
  usage:
    'COMPANY_ID --reason R [--mode off|optional|required] [--enforce-from now|none|INSTANT] [--enrolment-days N] [--methods sms] [--countries GB,IE|none] [--sms-per-day N|none] [--remember-device-days N]',
  options: {
    mode: { type: 'string' },
    'enforce-from': { type: 'string' },
    'enrolment-days': { type: 'string' },
    methods: { type: 'string' },
    countries: { type: 'string' },
    'sms-per-day': { type: 'string' },
    'remember-device-days': { type: 'string' },
    reason: { type: 'string' },
  },
  positionals: ['companyId'],
  input,
  run: (operator, given) => change(operator, given),
  print,
});

function toSettings(given: Given, nowMs: number): Partial<PolicySettings> {
  const from = given['enforce-from'];
  const settings = {
    mode: given.mode,
    enforceFrom: from === 'now' ? new Date(nowMs) : from,
    enrolmentDays: given['enrolment-days'],
    methods: given.methods,
    countries: given.countries,
    smsPerDay: given['sms-per-day'],
    rememberDeviceDays: given['remember-device-days'],
  };
  const named = Object.entries(settings).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) satisfies Partial<PolicySettings>;
}

/** Break-glass must not lose a race against an administrator's page: it tries again on the newer version. */
async function change(operator: Operator, given: Given): Promise<Policy> {
  const { companyId: id, reason } = given;
  const settings = toSettings(given, operator.wallClockMs());
  for (let tries = 3; ; tries -= 1) {
    const call = operatorCall(operator);
    const { version } = await operator.administration.getPolicy(call, id);
    const wanted = { expectedVersion: version, settings, reason, isOperator: true, stepUp: null };
    try {
      return await operator.administration.putPolicy(call, id, wanted);
    } catch (error) {
      const isRace = error instanceof RefusalError && error.code === 'precondition_failed';
      if (!isRace || tries === 1) throw error;
    }
  }
}
