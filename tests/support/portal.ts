/** People of a company in the portal, as browsers see it. */

import { randomUUID } from 'node:crypto';

import { Browsing, type Seen } from './browsing.js';
import type { InProcess } from './in-process.js';
import { exampleNumber } from './people.js';

export const SESSION_COOKIE = 'assay-portal';

export interface PortalPerson {
  readonly companyId: string;
  readonly userId: string;
  readonly phoneNumber: string;
}

/** A service to go to, and the phones of its people. */
export type Office = Pick<InProcess, 'url' | 'login' | 'codeFor'>;

let next = 0;

/** An example number that no other person of this process has. */
export function freshNumber(): string {
  return exampleNumber(next++);
}

/** Somebody with a phone, of the company, or of one of their own where two-factor is required. */
export async function enrolled(assay: Office, among?: string): Promise<PortalPerson> {
  const companyId = among ?? (await assay.login.company());
  const person = { userId: `u-${randomUUID()}`, phoneNumber: freshNumber() };
  await assay.login.enrol(companyId, person, (number) => assay.codeFor(number));
  return { companyId, ...person };
}

/** Somebody with a phone where two-factor is for those who want it. */
export async function invited(assay: Office): Promise<PortalPerson> {
  const companyId = `c-${randomUUID()}`;
  const person = { userId: `u-${randomUUID()}`, phoneNumber: freshNumber() };
  const path = `/v1/companies/${companyId}`;
  const company = { displayName: 'Acme', defaultCountry: 'GB', timeZone: 'Europe/London' };
  const put = { method: 'PUT', body: company };
  await assay.login.call(path, put);
  const { headers } = await assay.login.call(`${path}/policy`);
  await assay.login.call(`${path}/policy`, {
    ...{ method: 'PUT', body: { mode: 'optional' } },
    headers: { 'if-match': headers.get('etag') ?? '' },
  });
  const employee = `${path}/employees/${person.userId}`;
  await assay.login.call(employee, { method: 'PUT', body: {} });
  await assay.login.call(`${employee}/enrolment-grants`, { body: { reason: 'asked for it' } });
  await assay.login.enrol(companyId, person, (number) => assay.codeFor(number));
  return { companyId, ...person };
}

export interface EnterOptions {
  readonly role?: 'employee' | 'support' | 'admin';
  readonly reason?: string;
  readonly locale?: string;
}

export async function linkFor(
  assay: Office,
  { companyId, userId }: Pick<PortalPerson, 'companyId' | 'userId'>,
  { role = 'employee', ...more }: EnterOptions = {},
): Promise<string> {
  const body = { companyId, userId, role, ...(role === 'support' && { reason: 'ticket 7' }) };
  const answer = await assay.login.call('/v1/portal-sessions', { body: { ...body, ...more } });
  return String(answer.body['url']);
}

/** Goes in by a link; the browser is then where the role is at home, or where it has to prove itself. */
export async function enterPortal(
  assay: Office,
  person: Pick<PortalPerson, 'companyId' | 'userId'>,
  options: EnterOptions = {},
): Promise<Browsing> {
  const visitor = new Browsing(assay.url);
  const link = await linkFor(assay, person, options);
  await visitor.open(link);
  await visitor.submit(new URL(link).pathname);
  return visitor;
}

/** The address that a form of the open page is sent to, by its end. */
export function actionEnding({ html }: Seen, end: string): string {
  const actions = [...html.matchAll(/action="([^"]+)"/g)].map(([, action = '']) => action);
  const found = actions.find((action) => action.endsWith(end));
  if (found === undefined) throw new Error(`no form to …${end} among ${actions.join(' ')}`);
  return found;
}

/** Has the code sent that the open page offers, and enters it. */
export async function prove(assay: Office, visitor: Browsing, phoneNumber: string): Promise<Seen> {
  await visitor.submit(actionEnding(visitor.seen, '/start'));
  return visitor.submit(actionEnding(visitor.seen, '/code'), { code: assay.codeFor(phoneNumber) });
}
