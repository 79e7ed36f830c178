/** The demo company of an embedded service, and the credential that is printed at each start. */

import { z } from 'zod';

import { createClient } from '../cli/commands/clients.js';
import { operatorCall, type Operator } from '../cli/operator.js';
import { SCOPES } from '../app/ports/client-store.js';
import type { CompanyId } from '../domain/ids.js';
import { wallClockMs } from './clock.js';
import { readIfThere, writePrivately } from './data-folder.js';

export interface Demo {
  readonly companyId: CompanyId;
  readonly clientId: string;
  readonly credential: string;
  readonly noticeVersion: string;
}

const COMPANY = 'demo' as CompanyId;

const kept = z.object({ clientId: z.string(), credential: z.string() });
type Kept = z.output<typeof kept>;

/** Makes what is missing and finds the rest again. */
export async function ensureDemo(operator: Operator, path: string): Promise<Demo> {
  await ensureCompany(operator);
  const { clientId, credential } =
    (await findClient(operator, path)) ?? (await make(operator, path));
  const { administration } = operator;
  const { version } = await administration.getNotice(operatorCall(operator), COMPANY, 'en');
  return { companyId: COMPANY, clientId, credential, noticeVersion: version };
}

/** A company that is known already keeps whatever was made of it. */
async function ensureCompany(operator: Operator): Promise<void> {
  const { administration: use } = operator;
  const known = await use.listCompanies(operatorCall(operator), { limit: 200, cursor: null });
  if (known.items.some(({ companyId }) => companyId === COMPANY)) return;
  await use.putCompany(operatorCall(operator), COMPANY, {
    displayName: 'Demo Company',
    defaultCountry: 'GB',
    locale: 'en',
    timeZone: 'Europe/London',
    supportText: null,
    branding: { accentColor: null, logo: null },
  });
  const { version } = await use.getPolicy(operatorCall(operator), COMPANY);
  await use.putPolicy(operatorCall(operator), COMPANY, {
    expectedVersion: version,
    settings: { mode: 'required', enforceFrom: new Date(wallClockMs()), enrolmentDays: 365 },
    reason: 'demo',
    isOperator: true,
    stepUp: null,
  });
}

async function findClient({ clients }: Operator, path: string): Promise<Kept | undefined> {
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  const parsed = kept.safeParse(JSON.parse(text));
  if (!parsed.success) return undefined;
  const { clients: all, now } = await clients.load();
  const isLive = all.some(
    (client) =>
      client.clientId === parsed.data.clientId &&
      client.revokedAt === null &&
      client.credentials.some(({ expiresAt }) => expiresAt > now),
  );
  return isLive ? parsed.data : undefined;
}

async function make(operator: Operator, path: string): Promise<Kept> {
  const made = await createClient(operator, {
    name: 'demo',
    scopes: [...SCOPES],
    'all-companies': true,
  });
  const { clientId, credential } = made;
  writePrivately(path, `${JSON.stringify({ clientId, credential }, null, 2)}\n`);
  return { clientId, credential };
}
