/** Commands about companies. */

import { z } from 'zod';

import type { Company, CompanyProfile } from '../../app/ports/company-store.js';
import { RefusalError } from '../../app/errors.js';
import type { CompanyId } from '../../domain/ids.js';
import { command, CommandError, UsageError } from '../command.js';
import { companyId } from '../input.js';
import { operatorCall, type Operator } from '../operator.js';
import { table } from '../table.js';

const text = (max: number) =>
  z
    .string()
    .regex(/^\P{C}+$/u, 'must be printable')
    .max(max);

const profile = {
  displayName: text(100),
  defaultCountry: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO country code such as GB'),
  locale: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be like en or de-CH'),
  timeZone: z.string().refine(isTimeZone, 'must be an IANA name such as Europe/London'),
  supportText: text(500),
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

const imported = z.array(
  z.strictObject({
    companyId,
    displayName: profile.displayName,
    defaultCountry: profile.defaultCountry,
    locale: profile.locale.default('en'),
    timeZone: profile.timeZone.default('UTC'),
    supportText: profile.supportText.nullable().default(null),
  }),
);

const printCompanies = (rows: readonly Company[]) =>
  table(
    ['COMPANY', 'NAME', 'COUNTRY', 'LOCALE', 'TIME ZONE'],
    rows.map((row) => [
      row.companyId,
      row.displayName,
      row.defaultCountry,
      row.locale,
      row.timeZone,
    ]),
  );

export const companiesSet = command({
  name: 'companies set',
  usage:
    'COMPANY_ID [--display-name N] [--default-country GB] [--locale en] [--time-zone UTC] [--support-text T]',
  options: {
    'display-name': { type: 'string' },
    'default-country': { type: 'string' },
    locale: { type: 'string' },
    'time-zone': { type: 'string' },
    'support-text': { type: 'string' },
  },
  positionals: ['companyId'],
  input: z.strictObject({
    companyId,
    'display-name': profile.displayName.optional(),
    'default-country': profile.defaultCountry.optional(),
    locale: profile.locale.optional(),
    'time-zone': profile.timeZone.optional(),
    'support-text': profile.supportText.optional(),
  }),
  async run(operator, input) {
    const known = await findCompany(operator, input.companyId);
    return put(operator, input.companyId, merge(known, input));
  },
  print: ({ created, company }) =>
    `${company.companyId} ${created ? 'is known now; its policy is off' : 'is changed'}`,
});

interface Given {
  readonly 'display-name'?: string | undefined;
  readonly 'default-country'?: string | undefined;
  readonly locale?: string | undefined;
  readonly 'time-zone'?: string | undefined;
  readonly 'support-text'?: string | undefined;
}

/** What was not given keeps its value; a new company has to be given its name and country. */
function merge(known: Company | undefined, given: Given): CompanyProfile {
  const base: Partial<CompanyProfile> = known ?? NEW_COMPANY;
  const named = {
    displayName: given['display-name'],
    defaultCountry: given['default-country'],
    locale: given.locale,
    timeZone: given['time-zone'],
    supportText: given['support-text'],
  };
  const changes = Object.entries(named).filter(([, value]) => value !== undefined);
  const merged = { ...NEW_COMPANY, ...base, ...Object.fromEntries(changes) };
  const { displayName, defaultCountry, locale, timeZone, supportText, branding } = merged;
  if (displayName === undefined || defaultCountry === undefined) {
    throw new CommandError('a new company needs --display-name and --default-country');
  }
  return { displayName, defaultCountry, locale, timeZone, supportText, branding };
}

const NEW_COMPANY = {
  locale: 'en',
  timeZone: 'UTC',
  supportText: null,
  branding: { accentColor: null, logo: null },
};

async function findCompany(operator: Operator, id: CompanyId): Promise<Company | undefined> {
  try {
    return await operator.administration.getCompany(operatorCall(operator), id);
  } catch (error) {
    if (error instanceof RefusalError && error.code === 'company_not_found') return undefined;
    throw error;
  }
}

function put(operator: Operator, id: CompanyId, company: CompanyProfile) {
  return operator.administration.putCompany(operatorCall(operator), id, company);
}

export const companiesImport = command({
  name: 'companies import',
  usage:
    'FILE.json   (a list of companyId, displayName, defaultCountry, …; "-" reads standard input)',
  options: {},
  positionals: ['file'],
  file: 'file',
  input: z.strictObject({ file: z.string() }),
  async run(operator, { file }) {
    const companies = readList(file);
    let created = 0;
    for (const { companyId: id, ...rest } of companies) {
      const known = await findCompany(operator, id);
      const branding = known?.branding ?? { accentColor: null, logo: null };
      const outcome = await put(operator, id, { ...rest, branding });
      created += outcome.created ? 1 : 0;
    }
    return { created, changed: companies.length - created };
  },
  print: ({ created, changed }) => `${created} created, ${changed} changed`,
});

/** All of it is checked before any of it is stored. */
function readList(json: string): z.output<typeof imported> {
  const parsed = imported.safeParse(parseJson(json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`file: /${issue?.path.join('/') ?? ''}: ${issue?.message ?? 'not valid'}`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError('file: not JSON');
  }
}

export const companiesList = command({
  name: 'companies list',
  usage: '',
  options: {},
  input: z.strictObject({}),
  async run(operator) {
    const companies: Company[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof operator.administration.listCompanies>> =
        await operator.administration.listCompanies(operatorCall(operator), { limit: 200, cursor });
      companies.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return companies;
  },
  print: printCompanies,
});
