/** Everybody who may come to the pages: with a session of each role, one that has ended, one that never was. */

import { randomBytes } from 'node:crypto';

import type { PortalRole } from '../../src/domain/portal.js';
import { csrfToken } from '../../src/pages/forgery.js';
import { Browsing } from '../support/browsing.js';
import { atWork } from '../support/console.js';
import type { InProcess } from '../support/in-process.js';
import { enrolled, enterPortal, SESSION_COOKIE } from '../support/portal.js';

export interface Visitor {
  readonly name: string;
  /** Null without a session. */
  readonly role: PortalRole | null;
  readonly isProven: boolean;
  readonly browsing: Browsing;
}

export async function visitorsOf(assay: InProcess, companyId: string): Promise<readonly Visitor[]> {
  const person = await enrolled(assay, companyId);
  const session = async (role: PortalRole) => enterPortal(assay, person, { role });
  const work = async (role: 'support' | 'admin') =>
    (await atWork(assay, { role, among: companyId })).visitor;
  const none = { role: null, isProven: false };
  return [
    { ...none, name: 'nobody', browsing: new Browsing(assay.url) },
    { ...none, name: 'a session that never was', browsing: forged(assay) },
    { ...none, name: 'a session that has ended', browsing: await ended(assay, companyId) },
    { name: 'employee', role: 'employee', isProven: false, browsing: await session('employee') },
    { name: 'new support', role: 'support', isProven: false, browsing: await session('support') },
    { name: 'new admin', role: 'admin', isProven: false, browsing: await session('admin') },
    { name: 'support', role: 'support', isProven: true, browsing: await work('support') },
    { name: 'admin', role: 'admin', isProven: true, browsing: await work('admin') },
  ];
}

function forged({ url }: InProcess): Browsing {
  const browsing = new Browsing(url);
  browsing.cookies.set(SESSION_COOKIE, `0f3${randomBytes(32).toString('base64url')}`);
  return browsing;
}

/** As somebody keeps the cookie of a role they have lost. */
async function ended(assay: InProcess, companyId: string): Promise<Browsing> {
  const { visitor, userId } = await atWork(assay, { among: companyId });
  const query = `companyId=${companyId}&userId=${userId}`;
  await assay.login.call(`/v1/portal-sessions?${query}`, { method: 'DELETE' });
  return visitor;
}

/**
 * Opens a page or sends its form, without following. The form's token is made of the visitor's own cookie, as only
 * the page itself could: what remains is who they are.
 */
export function come(
  { browsing }: Pick<Visitor, 'browsing'>,
  method: 'get' | 'post',
  path: string,
  cookie = SESSION_COOKIE,
): Promise<Response> {
  if (method === 'get') return browsing.request(path);
  const csrf = csrfToken(browsing.cookies.get(cookie) ?? '', path);
  const once = randomBytes(16).toString('base64url');
  const fields = { csrf, once, ...(path.endsWith('/language') && { locale: 'de' }) };
  return browsing.request(path, {
    ...{ method: 'POST', body: new URLSearchParams(fields).toString() },
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: browsing.origin,
    },
  });
}
