/** The demo company of an embedded service, and the credential that is printed at each start. */

import { z } from 'zod';

import { createClient } from '../cli/commands/clients.js';
import { operatorCall, type Operator } from '../cli/operator.js';
import { SCOPES, type Client } from '../app/ports/client-store.js';
import type { CompanyId, UserId } from '../domain/ids.js';
import { wallClockMs } from './clock.js';
import { readIfThere, writePrivately } from './data-folder.js';

export interface Demo {
  readonly companyId: CompanyId;
  readonly clientId: string;
  readonly credential: string;
  readonly noticeVersion: string;
  /** A user id; the console is theirs. */
  readonly administrator: string;
}

const COMPANY = 'demo' as CompanyId;
const ADMINISTRATOR = 'morgan';
const STAFF = [ADMINISTRATOR, 'ada', 'ben', 'carla', 'dev'];

const kept = z.object({ clientId: z.string(), credential: z.string() });
type Kept = z.output<typeof kept>;

/** Makes what is missing and finds the rest again. `returnUrl`: where hosted pages may send back to. */
export async function ensureDemo(
  operator: Operator,
  path: string,
  returnUrl: string | null,
): Promise<Demo> {
  await ensureCompany(operator);
  const { clientId, credential } =
    (await findClient(operator, path, returnUrl)) ?? (await make(operator, path, returnUrl));
  const { administration } = operator;
  const { version } = await administration.getNotice(operatorCall(operator), COMPANY, 'en');
  return {
    companyId: COMPANY,
    clientId,
    credential,
    noticeVersion: version,
    administrator: ADMINISTRATOR,
  };
}

/** A company that is known already keeps whatever was made of it. */
async function ensureCompany(operator: Operator): Promise<void> {
  const { administration: use } = operator;
  const known = await use.listCompanies(operatorCall(operator), { limit: 200, cursor: null });
  if (known.items.some(({ companyId }) => companyId === COMPANY)) return;
  await use.putCompany(operatorCall(operator), COMPANY, {
    displayName: 'Lark & Finch',
    defaultCountry: 'GB',
    locale: 'en',
    timeZone: 'Europe/London',
    supportText: 'Ask Morgan at the counter.',
    branding: { accentColor: '#7a4b12', logo: null },
  });
  const { version } = await use.getPolicy(operatorCall(operator), COMPANY);
  await use.putPolicy(operatorCall(operator), COMPANY, {
    expectedVersion: version,
    settings: { mode: 'required', enforceFrom: new Date(wallClockMs()), enrolmentDays: 365 },
    reason: 'demo',
    isOperator: true,
    stepUp: null,
  });
  await use.importEmployees(operatorCall(operator), COMPANY, {
    employees: STAFF.map((name) => ({ userId: name as UserId, phoneNumber: null })),
    complete: true,
  });
}

async function findClient(
  { clients }: Operator,
  path: string,
  returnUrl: string | null,
): Promise<Kept | undefined> {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const parsed = kept.safeParse(JSON.parse(text));
  if (!parsed.success) return undefined;
  const { clients: all, now } = await clients.load();
  const found = all.find(({ clientId }) => clientId === parsed.data.clientId);
  return found && isUsable(found, now, returnUrl) ? parsed.data : undefined;
}

function isUsable(client: Client, now: Date, returnUrl: string | null): boolean {
  const isLive = client.credentials.some(({ expiresAt }) => expiresAt > now);
  const returns = returnUrl === null || client.returnUrls.includes(returnUrl);
  return client.revokedAt === null && isLive && returns;
}

async function make(operator: Operator, path: string, returnUrl: string | null): Promise<Kept> {
  const made = await createClient(operator, {
    name: 'demo',
    scopes: [...SCOPES],
    'all-companies': true,
    ...(returnUrl !== null && { 'return-urls': [returnUrl] }),
  });
  const { clientId, credential } = made;
  writePrivately(path, `${JSON.stringify({ clientId, credential }, null, 2)}\n`);
  return { clientId, credential };
}
