/** Administrators and support at work: in the console and at the desk, with their code entered. */

import { randomUUID } from 'node:crypto';

import type { Browsing } from './browsing.js';
import { answered } from './login-service.js';
import {
  enrolled,
  enterPortal,
  prove,
  type EnterOptions,
  type Office,
  type PortalPerson,
} from './portal.js';

export interface Desk extends PortalPerson {
  readonly visitor: Browsing;
}

/** Of a company of their own, unless one is named. */
export async function atWork(
  assay: Office,
  options: EnterOptions & { readonly among?: string } = {},
): Promise<Desk> {
  const { among, ...enter } = { role: 'admin' as const, ...options };
  const person = await enrolled(assay, among);
  const visitor = await enterPortal(assay, person, enter);
  await prove(assay, visitor, person.phoneNumber);
  return { ...person, visitor };
}

/** Puts people on the list through the API: ids that begin alike, in order. */
export async function listed(
  assay: Office,
  companyId: string,
  count: number,
): Promise<readonly string[]> {
  const stem = `p-${randomUUID().slice(0, 8)}`;
  const ids = Array.from({ length: count }, (_, at) => `${stem}-${String(at).padStart(4, '0')}`);
  const path = `/v1/companies/${companyId}/employees/import`;
  const body = { employees: ids.map((userId) => ({ userId })) };
  const answer = await answered(() => assay.login.call(path, { body }));
  if (answer.status !== 200) throw new Error(`import: ${JSON.stringify(answer.body)}`);
  return ids;
}
