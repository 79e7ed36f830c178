/** People, phones and attempts for tests of the durable stores; every call makes new ones. */

import { randomUUID } from 'node:crypto';
import type { Attempt } from '../../src/app/ports/attempt-ledger.js';
import type { CompanyProfile } from '../../src/app/ports/company-store.js';
import type { NewMessage, PendingPhone } from '../../src/app/ports/message-store.js';
import type { AuditEvent, AuditKind } from '../../src/domain/audit-event.js';
import type {
  AttemptId,
  ChallengeId,
  ClientId,
  CompanyId,
  EmployeeRef,
  FactorId,
  MessageId,
  UserId,
} from '../../src/domain/ids.js';
import type { PolicySettings } from '../../src/domain/policy.js';

export const CLIENT = 'client-1' as ClientId;
export const PROFILE: CompanyProfile = {
  displayName: 'Acme',
  defaultCountry: 'GB',
  locale: 'en',
  timeZone: 'Europe/London',
  supportText: null,
  branding: { accentColor: '#112233', logo: null },
};
export const REQUIRED: PolicySettings = {
  mode: 'required',
  enforceFrom: new Date('2026-01-01T00:00:00Z'),
  enrolmentDays: 30,
  methods: ['sms'],
  countries: ['GB', 'DE'],
  smsPerDay: 500,
  rememberDeviceDays: 0,
};

/** A change of the policy that nobody weakens. */
export const policyWrite = (expectedVersion: number, settings: PolicySettings) => ({
  ...{ expectedVersion, settings, stepUp: null },
});

export const newCompanyId = () => `co-${randomUUID()}` as CompanyId;
export const newUserId = () => `u-${randomUUID()}` as UserId;
export const newFactorId = () => randomUUID() as FactorId;
export const newChallengeId = () => randomUUID() as ChallengeId;
export const newAttemptId = () => randomUUID() as AttemptId;
export const newMessageId = () => randomUUID() as MessageId;

export function auditOf(kind: AuditKind, employee: Partial<EmployeeRef> = {}): AuditEvent {
  return {
    kind,
    companyId: employee.companyId ?? null,
    userId: employee.userId ?? null,
    clientId: CLIENT,
    actor: { role: 'admin', id: 'boss' },
    correlationId: 'req-1',
    facts: { via: 'test' },
  };
}

export function phoneOf(index: string = randomUUID()): PendingPhone {
  return {
    number: Uint8Array.of(1, 2, 3, 250),
    mask: Uint8Array.of(9, 8),
    index,
    country: 'GB',
    canBeTexted: true,
    noticeVersion: 'n1',
    noticeLocale: 'en',
  };
}

export function messageTo(employee: EmployeeRef, over: Partial<NewMessage> = {}): NewMessage {
  return {
    ...employee,
    id: newMessageId(),
    challengeId: newChallengeId(),
    kind: 'code',
    channel: 'sms',
    factorId: newFactorId(),
    factorVersion: 1,
    country: 'GB',
    ipAddress: null,
    userAgent: null,
    callbackHash: null,
    repeatOf: null,
    ...over,
  };
}

export interface Phone {
  readonly factorId: FactorId;
  readonly state: 'active' | 'pending';
}

export function attemptOn(
  employee: EmployeeRef,
  phone: Phone,
  over: Partial<Attempt> = {},
): Attempt {
  return {
    challengeId: newChallengeId(),
    attemptId: newAttemptId(),
    clientId: CLIENT,
    matched: true,
    subject: {
      ...employee,
      purpose: 'sign_in',
      action: null,
      factorId: phone.factorId,
      factorVersion: 1,
      factorState: phone.state,
      isSending: false,
      channels: ['sms'],
    },
    idempotency: null,
    exchange: null,
    tokenTtlSeconds: 120,
    ...over,
  };
}

/** Matchers, typed so that they do not turn what they stand in into `any`. */
export const ANY_DATE: unknown = expect.any(Date);
export const ANY_TEXT: unknown = expect.any(String);
export const ANY_NUMBER: unknown = expect.any(Number);
export const ANY_LIST: unknown = expect.any(Array);
