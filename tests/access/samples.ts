/** What each operation is asked with in the matrix: the request its own caller would send, and what that is answered. */

import type { Sent } from '../support/http.js';
import type { InProcess } from '../support/in-process.js';
import { freshNumber } from '../support/portal.js';
import type { Kind, OpenedChallenge, Place } from './places.js';

export interface Asked {
  readonly assay: InProcess;
  readonly place: Place;
  /** Which role of the portal it is asked for. */
  readonly role: string | null;
}

type Rest = Pick<Sent, 'body' | 'headers'> & { readonly query?: string };

export interface Sample {
  /**
   * Where its own caller is answered otherwise than with the success that openapi.yaml lists. What Twilio
   * alone may call has none: all of them are strangers.
   */
  readonly own?: string;
  readonly challenge?: Kind;
  /** Whose person the address names. */
  readonly person?: 'listed' | 'enrolled';
  readonly with?: (asked: Asked, challenge: OpenedChallenge) => Rest | Promise<Rest>;
}

const COMPANY = { displayName: 'Acme', defaultCountry: 'GB', timeZone: 'Europe/London' };

/** One for each operation of openapi.yaml; a test holds the two lists equal. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  startChallenge: {
    with: ({ place }) => ({ body: { companyId: place.companyId, userId: place.listed } }),
  },
  getChallenge: { challenge: 'unsent' },
  verifyChallenge: { challenge: 'sent', with: (_, { code, nonce }) => ({ body: { code, nonce } }) },
  resendCode: { challenge: 'sent', own: '429 resend_cooldown' },
  cancelChallenge: { challenge: 'unsent' },
  enrolPhone: {
    challenge: 'unsent',
    with: async (asked) => ({
      body: { phoneNumber: freshNumber(), noticeVersion: await noticeOf(asked) },
    }),
  },
  redeemChallenge: {
    challenge: 'page',
    own: '409 challenge_pending',
    with: (_, { nonce }) => ({ body: { nonce, returnCode: 'x' } }),
  },
  listCompanies: {},
  getCompany: {},
  putCompany: { with: () => ({ body: COMPANY }) },
  getPolicy: {},
  putPolicy: {
    with: async (asked) => ({
      headers: { 'If-Match': await etagOf(asked) },
      body: { mode: 'required' },
    }),
  },
  previewPolicy: { with: () => ({ body: { countries: ['GB'] } }) },
  getNotice: {},
  listEmployees: {},
  importEmployees: { with: ({ place }) => ({ body: { employees: [{ userId: place.listed }] } }) },
  getEmployee: { person: 'enrolled' },
  putEmployee: { person: 'listed', with: () => ({ body: {} }) },
  grantEnrolment: { person: 'listed', with: () => ({ body: { reason: 'matrix' } }) },
  changePhone: {
    person: 'enrolled',
    own: '403 step_up_required',
    with: async (asked) => ({
      body: { phoneNumber: freshNumber(), noticeVersion: await noticeOf(asked) },
    }),
  },
  removePhone: { person: 'enrolled', own: '409 last_factor' },
  resetEmployee: { person: 'listed', with: () => ({ body: { reason: 'matrix' } }) },
  openPortalSession: {
    with: ({ place, role }) => ({
      body: { companyId: place.companyId, userId: place.listed, role, reason: 'matrix' },
    }),
  },
  endPortalSessions: {
    with: ({ place, role }) => ({
      query:
        `companyId=${place.companyId}&userId=${place.listed}` +
        (role === 'all' ? '' : `&role=${role}`),
    }),
  },
  listAuditEvents: {},
  reportDelivery: {
    own: '403 signature_invalid',
    with: () => ({
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'MessageStatus=delivered',
    }),
  },
  getJwks: {},
  getOpenApi: {},
  getDocs: {},
};

/** The whole request, as the place's own caller would send it. */
export async function requestFor(
  { method, path }: { readonly method: string; readonly path: string },
  sample: Sample,
  asked: Asked & { readonly challenge: OpenedChallenge | null },
): Promise<Sent> {
  const { place, challenge } = asked;
  const { companyId } = place;
  const userId = place[sample.person ?? 'listed'];
  const ids: Readonly<Record<string, string>> = {
    ...{ companyId, userId, challengeId: challenge?.id ?? 'none' },
  };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
  const none = { id: 'none', code: '', nonce: '' };
  const { query, headers, body } = (await sample.with?.(asked, challenge ?? none)) ?? {};
  return {
    ...{ method: method.toUpperCase(), body },
    path: query === undefined ? filled : `${filled}?${query}`,
    headers: { 'Assay-Actor': 'system:tests', ...headers },
  };
}

/** The same for all companies. */
async function noticeOf({ assay, place }: Asked): Promise<unknown> {
  const { body } = await assay.login.call(`/v1/companies/${place.companyId}/notice`);
  return body['version'] ?? 'none';
}

/** The very version that stands, so that nothing but the caller is in the way. */
async function etagOf({ assay, place }: Asked): Promise<string> {
  const { headers } = await assay.login.call(`/v1/companies/${place.companyId}/policy`);
  return headers.get('etag') ?? '"v1"';
}
