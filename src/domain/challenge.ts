/** What a challenge is and what can become of it. */

import type { DeliveryStatus, UndeliveredReason } from './delivery.js';
import type { ChallengeId, ClientId, EmployeeRef, FactorId, PageId } from './ids.js';

/** Why a challenge exists. */
export const PURPOSES = ['sign_in', 'step_up', 'enrol_phone', 'change_phone'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a step-up may be asked for by API: one proof is good for one of them (decision 22). */
export const API_ACTIONS = [
  'change_phone',
  'remove_phone',
  'view_phone',
  'manage_factors',
  'weaken_policy',
] as const;
/** The pages alone also ask for a code before they show an administrator or supporter anything (R091). */
export const ACTIONS = [...API_ACTIONS, 'open_console'] as const;
export type Action = (typeof ACTIONS)[number];

/** Where the code of a challenge is entered: on a hosted page, or, null, through the API. One door each (decision 24). */
export type Door = PageId | null;

/** How a code travels: texted, or spoken in a call. */
export const CHANNELS = ['sms', 'call'] as const;
export type Channel = (typeof CHANNELS)[number];

/** A challenge that can still change. */
export type OpenStatus = 'enrolment_required' | 'pending';
/** A challenge that cannot. */
export type EndStatus = 'approved' | 'canceled' | 'expired' | 'max_attempts_reached';

/** A challenge whose code can be asked for or entered. Instants are milliseconds of the store's clock. */
export interface OpenChallenge extends EmployeeRef {
  readonly id: ChallengeId;
  readonly clientId: ClientId;
  readonly purpose: Purpose;
  /** Of a step-up; null for every other purpose. */
  readonly action: Action | null;
  readonly door: Door;
  readonly nonceDigest: string | null;
  readonly status: OpenStatus;
  /** The person may put enrolment off; the login service lets them in on this alone. */
  readonly canSkip: boolean;
  readonly attemptsRemaining: number;
  readonly expiresAtMs: number;
  /** The store's clock when it was read. */
  readonly nowMs: number;
  /** Null while the challenge waits for a number. */
  readonly delivery: ChallengeDelivery | null;
}

/** Where the code of a pending challenge went. */
export interface ChallengeDelivery {
  readonly factorId: FactorId;
  /** The factor's version the code was sent for; an approval proves that it still holds. */
  readonly factorVersion: number;
  /** An active factor counts failures per employee, a pending one on itself (decision 7). */
  readonly factorState: 'active' | 'pending';
  /** The HOTP counter: 0 for the first number, 1 and 2 for corrected ones. */
  readonly destination: number;
  /** Names the key material the code is derived from. */
  readonly keyId: string;
  readonly codeLength: number;
  readonly channel: Channel;
  /** BCP 47, of the text. */
  readonly locale: string;
  /** Of the last message. */
  readonly status: DeliveryStatus;
  /** Why the last message did not arrive; null unless it is `undelivered`. */
  readonly reason: UndeliveredReason | null;
  readonly updatedAtMs: number;
  readonly resendAvailableAtMs: number;
}

/** What remains of a challenge after its end: no number, no code, no person. */
export interface EndedChallenge {
  readonly id: ChallengeId;
  readonly clientId: ClientId;
  readonly nonceDigest: string | null;
  readonly status: EndStatus;
}

export type Challenge = OpenChallenge | EndedChallenge;

export function isOpen(challenge: Challenge): challenge is OpenChallenge {
  return challenge.status === 'pending' || challenge.status === 'enrolment_required';
}
