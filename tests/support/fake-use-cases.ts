/** Use cases that answer what the contract shows, for tests of the HTTP edge alone. */

import type { Company } from '../../src/app/ports/company-store.js';
import type {
  ApprovedAnswer,
  EmployeeAnswer,
  EndedAnswer,
  GrantAnswer,
  ImportAnswer,
  PendingAnswer,
  PolicyAnswer,
  PolicyPreview,
} from '../../src/app/answers.js';
import type { UseCases } from '../../src/app/use-cases.js';
import type { ChallengeId, ClientId, CompanyId, UserId } from '../../src/domain/ids.js';
import { POLICY_OFF, settingsOf } from '../../src/domain/policy.js';

const NOON = new Date('2026-11-22T12:00:00Z');
const companyId = 'acme' as CompanyId;
const userId = 'u-1' as UserId;
export const ID = '0f3.S2x9hZk1Qv7tYw3bN5mE8A' as ChallengeId;

export const PENDING: PendingAnswer = {
  ...{ status: 'pending', id: ID, channel: 'sms', maskedDestination: '•••• 23', codeLength: 6 },
  ...{ expiresAt: NOON, attemptsRemaining: 5, resendAvailableAt: NOON },
  ...{ availableChannels: ['sms'] },
  delivery: { status: 'accepted', reason: null, updatedAt: NOON },
};

export const APPROVED: ApprovedAnswer = {
  ...{ status: 'approved', challengeId: ID, companyId, userId, nonce: null },
  signed: { token: 'a.b.c', expiresAt: NOON },
};

const CANCELED: EndedAnswer = { id: ID, status: 'canceled' };

export const COMPANY: Company = {
  ...{ companyId, displayName: 'Acme', defaultCountry: 'GB', locale: 'en', timeZone: 'UTC' },
  ...{ supportText: null, branding: { accentColor: null, logo: null } },
  ...{ createdAt: NOON, updatedAt: NOON },
};

export const EMPLOYEE: EmployeeAnswer = {
  ...{ companyId, userId, onRosterSince: NOON, wasReset: false, failures: 0 },
  factor: {
    ...{ type: 'phone', status: 'active', maskedDestination: '•••• 23' },
    ...{ enrolledAt: NOON, lastUsedAt: null },
  },
  ...{ enrolment: { kind: 'invitation', expiresAt: NOON }, lockedForSeconds: 0 },
};

export const POLICY: PolicyAnswer = { ...POLICY_OFF, numbersErasedAt: NOON };

export const PREVIEW: PolicyPreview = {
  ...{ proposed: settingsOf(POLICY_OFF), roster: 'complete', asOf: NOON, people: 4, enrolled: 2 },
  ...{ notEnrolled: 2, lockedOut: 1, unreachableByCountry: [{ country: 'IE', people: 1 }] },
  ...{ notEnrolledUserIds: [userId], lockedOutUserIds: [userId], weakened: ['mode'] },
  needsReason: true,
};

export const IMPORTED: ImportAnswer = {
  ...{ created: 1, unchanged: 0, numbersStored: 1, numbersIgnored: 0, roster: 'complete' },
};

const GRANT: GrantAnswer = { id: 'g-1', kind: 'reset', expiresAt: NOON };

export const fakeUseCases: UseCases = {
  startChallenge: async () => PENDING,
  getChallenge: async () => PENDING,
  verifyChallenge: async () => APPROVED,
  resendCode: async () => PENDING,
  cancelChallenge: async () => CANCELED,
  enrolPhone: async () => PENDING,
  redeemChallenge: async () => APPROVED,
  putCompany: async () => ({ created: true, company: COMPANY }),
  getCompany: async () => COMPANY,
  listCompanies: async () => ({ items: [COMPANY], nextCursor: null }),
  getPolicy: async () => ({ ...POLICY, version: 3 }),
  putPolicy: async () => ({ ...POLICY, version: 4 }),
  previewPolicy: async () => PREVIEW,
  importEmployees: async () => IMPORTED,
  getNotice: async () => ({ version: '2026-11', locale: 'en', text: 'Why we ask.' }),
  listEmployees: async () => ({ items: [EMPLOYEE], nextCursor: 'next' }),
  getEmployee: async () => EMPLOYEE,
  putEmployee: async () => ({ created: true, employee: EMPLOYEE }),
  grantEnrolment: async () => ({ ...GRANT, kind: 'invitation' }),
  resetEmployee: async () => GRANT,
  changePhone: async () => PENDING,
  removePhone: async () => undefined,
  openPortalSession: async () => ({ url: 'https://assay.test/portal/x', expiresAt: NOON }),
  endPortalSessions: async () => undefined,
  listAuditEvents: async () => ({
    nextCursor: null,
    items: [
      {
        ...{ id: '1', at: NOON, kind: 'policy.changed', companyId, userId: null },
        ...{ clientId: 'console' as ClientId, actor: { role: 'admin', id: 'a-1' } },
        ...{ correlationId: 'c-1', facts: { mode: 'required', countries: ['GB'] } },
      },
    ],
  }),
};
