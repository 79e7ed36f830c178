/** Everybody who may knock at the API: without a credential, with one that is none, and with each scope. */

import { randomUUID } from 'node:crypto';

import { credentialHash, newCredential } from '../../src/app/client-directory.js';
import { SCOPES, type Scope } from '../../src/app/ports/client-store.js';
import { atWork } from '../support/console.js';
import type { InProcess } from '../support/in-process.js';
import type { LoginService } from '../support/login-service.js';
import { enrolled, enterPortal, SESSION_COOKIE } from '../support/portal.js';
import type { Browsing } from '../support/browsing.js';

export interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null for whoever is nobody to the API. */
  readonly scopes: readonly Scope[] | null;
}

export interface Client extends Caller {
  readonly login: LoginService;
  readonly scopes: readonly Scope[];
}

export const RETURN_URL = 'https://login.acme.test/back';

/** Clients of this one company. */
export async function clientsOf(assay: InProcess, companyId: string): Promise<readonly Client[]> {
  const scopesOf: readonly (readonly [string, readonly Scope[]])[] = [
    ['no scope', []],
    ...SCOPES.map((scope) => [scope, [scope]] as const),
    ['all scopes', SCOPES],
  ];
  const made: Client[] = [];
  for (const [name, scopes] of scopesOf) {
    const login = await assay.newClient(scopes, [companyId], [RETURN_URL]);
    made.push({ name, login, scopes, headers: bearer(login.credential) });
  }
  return made;
}

/** Nobody to the API, however close to somebody. */
export async function strangers(assay: InProcess, companyId: string): Promise<readonly Caller[]> {
  const { credential } = await assay.newClient(SCOPES, [companyId]);
  const presented: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'no credential': {},
    'an empty one': { Authorization: 'Bearer ' },
    'another scheme': { Authorization: `Basic ${btoa(`${credential}:`)}` },
    'one without its scheme': { Authorization: credential },
    'one that is cut off': bearer(credential.slice(0, -1)),
    'one with more behind it': bearer(`${credential}A`),
    'two at once': bearer(`${credential}, Bearer ${credential}`),
    'an unknown one': bearer(newCredential().secret),
    'an expired one': bearer(await expired(assay, companyId)),
    'a revoked one': bearer(await revoked(assay, companyId)),
    ...(await cookies(assay, companyId)),
  };
  return Object.entries(presented).map(([name, headers]) => ({ name, headers, scopes: null }));
}

function bearer(credential: string): Readonly<Record<string, string>> {
  return { Authorization: `Bearer ${credential}` };
}

async function expired(assay: InProcess, companyId: string): Promise<string> {
  const { credential } = await assay.newClient(SCOPES, [companyId]);
  const sql = `UPDATE credentials SET expires_at = clock_timestamp() WHERE hash = $1`;
  await change(assay, credential, sql);
  return credential;
}

async function revoked(assay: InProcess, companyId: string): Promise<string> {
  const { credential } = await assay.newClient(SCOPES, [companyId]);
  const sql = `UPDATE clients SET revoked_at = clock_timestamp()
    WHERE client_id = (SELECT client_id FROM credentials WHERE hash = $1)`;
  await change(assay, credential, sql);
  return credential;
}

async function change({ parts }: InProcess, credential: string, text: string): Promise<void> {
  await parts.database.query(({ rows }) => rows({ name: '', text }, [credentialHash(credential)]));
  await parts.durable.directory.refresh();
}

/** R080: the sessions of people, as cookies and as credentials. */
async function cookies(
  assay: InProcess,
  companyId: string,
): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const employee = await enterPortal(assay, await enrolled(assay, companyId));
  const { visitor: support } = await atWork(assay, { role: 'support', among: companyId });
  const { visitor: admin } = await atWork(assay, { among: companyId });
  const cookie = (visitor: Browsing) => visitor.cookies.get(SESSION_COOKIE) ?? randomUUID();
  const entries = Object.entries({ employee, support, admin }).flatMap(([role, visitor]) => [
    [`the session of ${role}`, { Cookie: `${SESSION_COOKIE}=${cookie(visitor)}` }] as const,
    [`the session of ${role} as a credential`, bearer(cookie(visitor))] as const,
  ]);
  return Object.fromEntries(entries);
}
