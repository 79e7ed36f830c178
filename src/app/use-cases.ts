/** Everything Assay can be asked to do: one function per use case, implemented one verb per file. */

import type { Actor } from '../domain/audit-event.js';
import type { Action, Channel } from '../domain/challenge.js';
import type { WayBack } from '../domain/hosted-page.js';
import type { ChallengeId, CompanyId, EmployeeRef, UserId } from '../domain/ids.js';
import type { PolicySettings } from '../domain/policy.js';
import type {
  ApprovedAnswer,
  ChallengeAnswer,
  EmployeeAnswer,
  EndedAnswer,
  GrantAnswer,
  ImportAnswer,
  NoticeAnswer,
  PendingAnswer,
  PolicyAnswer,
  PolicyPreview,
  StartAnswer,
} from './answers.js';
import type { Call } from './call.js';
import type { AuditFilter, RecordedAuditEvent } from './ports/audit-log.js';
import type { Company, CompanyProfile } from './ports/company-store.js';
import type { EmployeeFilter } from './ports/employee-store.js';
import type { Page, PageRequest } from './ports/page.js';
import type { StepUpUse } from './ports/step-up.js';
import type { TokenPurpose } from '../domain/token.js';
import type { PhoneUseCases } from './phone/phone-use-cases.js';
import type { PortalUseCases } from './portal/portal-use-cases.js';

/**
 * Every function throws `RefusalError` for what callers are told and `StoreUnavailableError` when a
 * needed part is down. Companies outside the client's list are `company_not_found` (decision 20).
 */
export interface SignInUseCases {
  startChallenge(call: Call, input: StartInput): Promise<StartAnswer>;
  getChallenge(call: Call, id: ChallengeId): Promise<ChallengeAnswer>;
  /** Resolves only when approved. */
  verifyChallenge(call: Call, input: VerifyInput): Promise<ApprovedAnswer>;
  resendCode(call: Call, input: ResendInput): Promise<PendingAnswer>;
  cancelChallenge(
    call: Call,
    input: { readonly id: ChallengeId; readonly reason: 'skipped' | null },
  ): Promise<EndedAnswer>;
  enrolPhone(call: Call, input: EnrolInput): Promise<PendingAnswer>;
  /** The token of an approval that was given on a hosted page (decision 24). */
  redeemChallenge(call: Call, input: RedeemInput): Promise<ApprovedAnswer>;
}

export interface StartInput extends EmployeeRef {
  readonly purpose: TokenPurpose;
  /** Given with `step_up` and only then. */
  readonly action: Action | null;
  /** Null: the policy's first that number and operator allow. */
  readonly channel: Channel | null;
  readonly locale: string | null;
  /** 16 to 128 of `[A-Za-z0-9._~-]`. */
  readonly nonce: string | null;
  /** Opens a hosted page; null where the code is entered through the API. */
  readonly wayBack: WayBack | null;
  /** The whole body as received, for the idempotency fingerprint. */
  readonly body: unknown;
}

export interface ResendInput {
  readonly id: ChallengeId;
  /** Null: as the last time. */
  readonly channel: Channel | null;
}

export interface VerifyInput {
  readonly id: ChallengeId;
  /** As submitted; anything at all. */
  readonly code: unknown;
  readonly nonce: string | null;
}

export interface RedeemInput {
  readonly id: ChallengeId;
  readonly nonce: string;
  readonly returnCode: string;
}

export interface EnrolInput {
  readonly id: ChallengeId;
  /** As people write it; null to confirm an imported number. */
  readonly phoneNumber: string | null;
  readonly noticeVersion: string;
  /** Null: the policy's first that number and operator allow. */
  readonly channel: Channel | null;
  readonly locale: string | null;
  readonly body: unknown;
}

export interface AdministrationUseCases {
  putCompany(
    call: Call,
    companyId: CompanyId,
    profile: CompanyProfile,
  ): Promise<{ readonly created: boolean; readonly company: Company }>;
  getCompany(call: Call, companyId: CompanyId): Promise<Company>;
  listCompanies(call: Call, page: PageRequest): Promise<Page<Company>>;
  getPolicy(call: Call, companyId: CompanyId): Promise<PolicyAnswer>;
  putPolicy(call: Call, companyId: CompanyId, change: PolicyChange): Promise<PolicyAnswer>;
  /** Changes nothing. An omitted field keeps its value. */
  previewPolicy(
    call: Call,
    companyId: CompanyId,
    settings: Partial<PolicySettings>,
  ): Promise<PolicyPreview>;
  getNotice(call: Call, companyId: CompanyId, locale: string | null): Promise<NoticeAnswer>;
  listEmployees(
    call: Call,
    companyId: CompanyId,
    request: PageRequest & { readonly status: EmployeeFilter | null },
  ): Promise<Page<EmployeeAnswer>>;
  getEmployee(call: Call, employee: EmployeeRef): Promise<EmployeeAnswer>;
  putEmployee(
    call: Call,
    employee: EmployeeRef,
    input: RosterInput,
  ): Promise<{ readonly created: boolean; readonly employee: EmployeeAnswer }>;
  /** All or nothing; `invalid_request` names every person at fault. */
  importEmployees(call: Call, companyId: CompanyId, input: ImportInput): Promise<ImportAnswer>;
  grantEnrolment(
    call: Call,
    employee: EmployeeRef,
    input: { readonly reason: string; readonly expiresAt: Date | null },
  ): Promise<GrantAnswer>;
  resetEmployee(
    call: Call,
    employee: EmployeeRef,
    input: { readonly reason: string },
  ): Promise<GrantAnswer>;
  listAuditEvents(
    call: Call,
    companyId: CompanyId,
    request: PageRequest & AuditFilter,
  ): Promise<Page<RecordedAuditEvent>>;
}

export interface PolicyChange {
  /** From `If-Match`. */
  readonly expectedVersion: number;
  /** An omitted field keeps its value. */
  readonly settings: Partial<PolicySettings>;
  readonly reason: string | null;
  /** The operator's break-glass by command: may weaken, with a reason (decision 22). */
  readonly isOperator: boolean;
  /** Of the acting administrator, with action `weaken_policy`; needed where it weakens. */
  readonly stepUp: StepUpUse | null;
}

export interface RosterInput {
  /** A number already collected for two-factor, as unproven; null for none. */
  readonly phoneNumber: string | null;
}

export interface ImportInput {
  /** Up to a thousand. */
  readonly employees: readonly (RosterInput & { readonly userId: UserId })[];
  /** Whether with this everybody has been named. */
  readonly complete: boolean;
}

export type UseCases = SignInUseCases & PhoneUseCases & PortalUseCases & AdministrationUseCases;

/** The actor of commands run by the operator. */
export const OPERATOR: Actor = { role: 'operator', id: 'cli' };
