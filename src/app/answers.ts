/** What the use cases answer, in the words of the API. Instants are dates; the edge writes RFC 3339. */

import type { Channel, EndStatus } from '../domain/challenge.js';
import type { DeliveryStatus, UndeliveredReason } from '../domain/delivery.js';
import type { ChallengeId, CompanyId, UserId } from '../domain/ids.js';
import type { Policy, PolicySettings } from '../domain/policy.js';
import type { EmployeeFactor } from './ports/employee-store.js';
import type { SignedToken } from './ports/token-signer.js';
import type { ImportCounts, RosterState } from './ports/roster-store.js';

export interface NotRequiredAnswer {
  readonly status: 'not_required';
  readonly reason: 'policy_off' | 'no_factor';
}

export interface PendingAnswer {
  readonly status: 'pending';
  readonly id: ChallengeId;
  readonly channel: Channel;
  /** Last two digits: "•••• 23". */
  readonly maskedDestination: string;
  readonly codeLength: number;
  readonly expiresAt: Date;
  readonly attemptsRemaining: number;
  readonly resendAvailableAt: Date;
  readonly availableChannels: readonly Channel[];
  readonly delivery: {
    readonly status: DeliveryStatus;
    /** Null unless it is `undelivered`. */
    readonly reason: UndeliveredReason | null;
    readonly updatedAt: Date;
  };
  /** Where the code is entered; absent where that is the client's own page. */
  readonly url?: string;
}

export interface EnrolmentRequiredAnswer {
  readonly status: 'enrolment_required';
  readonly id: ChallengeId;
  readonly expiresAt: Date;
  readonly enrolment: {
    readonly grant: 'open' | 'none';
    /** Until when enrolment can be skipped; null when it cannot. */
    readonly deadline: Date | null;
    readonly canSkip: boolean;
  };
  /** Of a number that was imported; `enrolment` then needs only `noticeVersion`. */
  readonly maskedDestination?: string;
  /** Where to enrol; with `returnUrl` and an open grant. */
  readonly url?: string;
}

export type StartAnswer = NotRequiredAnswer | PendingAnswer | EnrolmentRequiredAnswer;

/** A challenge as `GET` shows it; one that ended shows its end and nothing else. */
export type ChallengeAnswer = PendingAnswer | EnrolmentRequiredAnswer | EndedAnswer;

export interface EndedAnswer {
  readonly id: ChallengeId;
  readonly status: EndStatus;
}

export interface ApprovedAnswer {
  readonly status: 'approved';
  readonly challengeId: ChallengeId;
  readonly companyId: CompanyId;
  readonly userId: UserId;
  readonly nonce: string | null;
  /** Null after an enrolment or a change of number outside a sign-in (decision 43). */
  readonly signed: SignedToken | null;
}

export interface NoticeAnswer {
  readonly version: string;
  readonly locale: string;
  readonly text: string;
}

export interface EmployeeAnswer {
  readonly companyId: CompanyId;
  readonly userId: UserId;
  readonly factor: {
    readonly type: 'phone';
    readonly status: EmployeeFactor['state'];
    readonly maskedDestination: string;
    readonly enrolledAt: Date | null;
    readonly lastUsedAt: Date | null;
  } | null;
  readonly onRosterSince: Date | null;
  readonly enrolment: { readonly kind: 'invitation' | 'reset'; readonly expiresAt: Date } | null;
  /** Reset, and nothing enrolled since. */
  readonly wasReset: boolean;
  readonly failures: number;
  readonly lockedForSeconds: number;
}

export interface GrantAnswer {
  readonly id: string;
  readonly kind: 'invitation' | 'reset';
  readonly expiresAt: Date;
}

export interface PolicyAnswer extends Policy {
  /** When the numbers go because two-factor is off; null while it is on or never was. */
  readonly numbersErasedAt: Date | null;
}

/** What a proposed policy would mean. */
export interface PolicyPreview {
  /** The whole proposal: what was given, over what holds now. */
  readonly proposed: PolicySettings;
  readonly roster: RosterState;
  /** The instant it is looked at: the proposed deadline, or now. */
  readonly asOf: Date;
  readonly people: number;
  readonly enrolled: number;
  readonly notEnrolled: number;
  /** Null unless the roster is complete: who is not known cannot be counted. */
  readonly lockedOut: number | null;
  readonly unreachableByCountry: readonly { readonly country: string; readonly people: number }[];
  /** The first of them, in order of their ids. */
  readonly notEnrolledUserIds: readonly UserId[];
  readonly lockedOutUserIds: readonly UserId[];
  /** What protects less than now; then a reason and a step-up are needed. */
  readonly weakened: readonly (keyof PolicySettings)[];
  readonly needsReason: boolean;
}

export type ImportAnswer = ImportCounts;
