/** People who prove themselves once more: the token of a step-up, and the acts that take one. */

import type { InProcess } from './in-process.js';
import type { Answer, LoginService } from './login-service.js';

export interface Enrolled {
  readonly companyId: string;
  readonly userId: string;
  readonly phoneNumber: string;
}

/** Somebody with a proven number. */
export async function enrolled(assay: InProcess, person: Enrolled): Promise<Enrolled> {
  const answer = await assay.login.enrol(person.companyId, person, assay.codeFor);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return person;
}

/** The token of a step-up that this person has just approved. */
export async function stepUp(
  assay: InProcess,
  { companyId, userId, phoneNumber }: Enrolled,
  action: string,
  login: LoginService = assay.login,
): Promise<string> {
  const { id } = await login.begin(companyId, userId, { purpose: 'step_up', action });
  const { body } = await login.verify(id, assay.codeFor(phoneNumber));
  if (typeof body['token'] !== 'string') throw new Error(JSON.stringify(body));
  return body['token'];
}

export const phoneOf = ({ companyId, userId }: Omit<Enrolled, 'phoneNumber'>) =>
  `/v1/companies/${companyId}/employees/${userId}/phone`;

/** "403 step_up_required", or "201 pending". */
export const codeOf = ({ status, body }: Answer) =>
  [status, body['code'] ?? body['status']].join(' ').trim();

export const proof = (token: string | null): Readonly<Record<string, string>> =>
  token === null ? {} : { 'assay-step-up': token };

/** Asks for another number in place of the proven one. */
export async function change(
  login: LoginService,
  person: Omit<Enrolled, 'phoneNumber'>,
  { to, token, key }: { to: string; token: string | null; key?: string },
): Promise<Answer> {
  const notice = await login.call(`/v1/companies/${person.companyId}/notice`);
  const body = { phoneNumber: to, noticeVersion: notice.body['version'] };
  const keyed = key === undefined ? {} : { 'idempotency-key': key };
  return login.call(phoneOf(person), { body, headers: { ...proof(token), ...keyed } });
}

export const remove = (
  login: LoginService,
  person: Omit<Enrolled, 'phoneNumber'>,
  token: string | null,
): Promise<Answer> => login.call(phoneOf(person), { method: 'DELETE', headers: proof(token) });
