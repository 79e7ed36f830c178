/** Administrators in the console of a company, as browsers see it. */

import { randomUUID } from 'node:crypto';

import type { Browsing, Seen } from './browsing.js';
import type { InProcess } from './in-process.js';
import { actionEnding, enterPortal, freshNumber, prove } from './portal.js';

export const CONSOLE = '/console';
export const PROPOSE = '/console/policy';

/** A company with two-factor off, as it begins. */
export async function newCompany(
  { login }: InProcess,
  profile: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const companyId = `c-${randomUUID()}`;
  const usual = { displayName: 'Acme', defaultCountry: 'GB', locale: 'en' };
  const body = { ...usual, timeZone: 'Europe/London', ...profile };
  await login.call(`/v1/companies/${companyId}`, { method: 'PUT', body });
  return companyId;
}

export interface Admin {
  readonly companyId: string;
  readonly userId: string;
  readonly phoneNumber: string;
  readonly visitor: Browsing;
}

/** Let in by the login service, and enrolled on the spot: the console is open. */
export async function newAdmin(assay: InProcess, companyId: string): Promise<Admin> {
  const person = { companyId, userId: `admin-${randomUUID()}`, phoneNumber: freshNumber() };
  const visitor = await enterPortal(assay, person, { role: 'admin' });
  await visitor.open('/account/phone/new');
  await visitor.submit('/account/phone/new', { phoneNumber: person.phoneNumber });
  const code = assay.codeFor(person.phoneNumber);
  await visitor.submit('/account/phone/code/code', { code });
  const { at } = await visitor.open(CONSOLE);
  if (at !== CONSOLE) throw new Error(`the console did not open: ${at}`);
  return { ...person, visitor };
}

const UNTOUCHED = { countryChoice: 'all', enrolmentDays: '30', smsPerDay: '', enforceFrom: '' };

/** Fills the form in and goes on to the confirmation, or back to the form with what was wrong. */
export async function propose(
  { visitor }: Pick<Admin, 'visitor'>,
  fields: Readonly<Record<string, string>>,
): Promise<Seen> {
  await visitor.open(CONSOLE);
  return visitor.submit(PROPOSE, { ...UNTOUCHED, ...fields });
}

export interface Said {
  readonly reason?: string;
  readonly confirmation?: string;
}

/** Sends the confirmation that is open. */
export async function save(
  { visitor }: Pick<Admin, 'visitor'>,
  { reason = '', confirmation = '' }: Said = {},
): Promise<Seen> {
  const action = actionEnding(visitor.seen, '/save');
  return visitor.submit(action, { reason, confirmation });
}

/** Follows the confirmation's link to a fresh code, and comes back with it. */
export async function proveWeakening(assay: InProcess, admin: Admin): Promise<Seen> {
  const { visitor, phoneNumber } = admin;
  const [, proof = ''] =
    /href="(\/portal\/prove\/weaken_policy\/[\w-]+)"/.exec(visitor.seen.html) ?? [];
  await visitor.open(proof);
  return prove(assay, visitor, phoneNumber);
}

/** The policy as the login service reads it. */
export async function policyOf({ login }: InProcess, companyId: string) {
  const { body } = await login.call(`/v1/companies/${companyId}/policy`);
  return body;
}

export async function changesOf({ login }: InProcess, companyId: string) {
  const path = `/v1/companies/${companyId}/audit-events?kind=policy.changed`;
  const { body } = await login.call(path);
  return body['items'] as { actor: object; facts: Record<string, unknown> }[];
}

/** Names everybody of a company. */
export async function nameEverybody(
  { login }: InProcess,
  companyId: string,
  userIds: readonly string[],
): Promise<void> {
  const body = { employees: userIds.map((userId) => ({ userId })), complete: true };
  const path = `/v1/companies/${companyId}/employees/import`;
  const { status } = await login.call(path, { body });
  if (status !== 200) throw new Error(`import: ${status}`);
}
