/** The rule at the heart of start: does this sign-in need a second factor, and can the person give one? */

import type { Channel, Purpose } from './challenge.js';
import type { Policy } from './policy.js';

/** What the database knows of one person, read in one statement. */
export interface Standing {
  readonly policy: Policy;
  /** The database's clock. */
  readonly now: Date;
  readonly factor: ActiveFactorState | null;
  /** Numbers already collected were imported as unproven. */
  readonly hasImportedNumber: boolean;
  /** Reset, and nothing enrolled since. */
  readonly wasReset: boolean;
  readonly openGrants: readonly OpenGrant[];
  /** Null for people who are not on the roster. */
  readonly rosterAddedAt: Date | null;
}

export interface ActiveFactorState {
  /** Fifty failures in a row. */
  readonly isDisabled: boolean;
  /** Channels by which the provider said the number cannot be reached, or the person opted out. */
  readonly undeliverable: readonly Channel[];
}

export interface OpenGrant {
  readonly kind: 'invitation' | 'reset';
  readonly expiresAt: Date;
}

export type Decision =
  | { readonly kind: 'not_required'; readonly reason: 'policy_off' | 'no_factor' }
  | { readonly kind: 'challenge' }
  | { readonly kind: 'factor_disabled' }
  | {
      readonly kind: 'enrolment_required';
      readonly grant: 'open' | 'none';
      readonly deadline: Date | null;
      readonly canSkip: boolean;
    };

/**
 * "No factor" means never had one, removed it after proving it, or was erased (decision 18): a factor
 * that was attacked, reset or cannot be reached never turns into "not required". Whether any channel still
 * reaches it is settled with the number at hand (`channel-choice.ts`).
 */
export function decide(standing: Standing): Decision {
  const { policy, factor } = standing;
  if (policy.mode === 'off') return { kind: 'not_required', reason: 'policy_off' };
  if (factor) {
    if (factor.isDisabled) return { kind: 'factor_disabled' };
    return { kind: 'challenge' };
  }
  const grant = hasLiveGrant(standing) ? 'open' : 'none';
  if (standing.wasReset)
    return { kind: 'enrolment_required', grant, deadline: null, canSkip: false };
  if (policy.mode === 'required') return requiredEnrolment(standing, grant);
  if (!standing.hasImportedNumber && !isInvited(standing))
    return { kind: 'not_required', reason: 'no_factor' };
  return { kind: 'enrolment_required', grant: 'open', deadline: null, canSkip: true };
}

/** A step-up ignores the mode: it proves the factor that is there, and nothing stands in for one (decision 22). */
export function decideStepUp({ factor }: Pick<Standing, 'factor'>): StepUpDecision {
  if (!factor) return { kind: 'no_factor' };
  return { kind: factor.isDisabled ? 'factor_disabled' : 'challenge' };
}

export interface StepUpDecision {
  readonly kind: 'no_factor' | 'factor_disabled' | 'challenge';
}

function requiredEnrolment(standing: Standing, grant: 'open' | 'none'): Decision {
  const { enforceFrom } = standing.policy;
  const deadline = enforceFrom && enforceFrom > standing.now ? enforceFrom : null;
  return { kind: 'enrolment_required', grant, deadline, canSkip: deadline !== null };
}

/**
 * Whether the person may bind a first number now: an invitation, a reset, an imported number, or the
 * policy's own window (decision 21). After a reset only what was opened by name counts.
 */
export function hasLiveGrant(standing: Standing): boolean {
  return mayChooseNumber(standing) || (standing.hasImportedNumber && !standing.wasReset);
}

/**
 * Whether it may be a number of the person's own choice. An import never ends, so it is leave to enrol
 * the imported number alone: a stolen password binds no other one with it (R052).
 */
export function mayChooseNumber(standing: Standing): boolean {
  if (standing.openGrants.some((grant) => grant.expiresAt > standing.now)) return true;
  return !standing.wasReset && isWindowOpen(standing);
}

/**
 * Two-factor that is off asks nobody for a number but those who were invited by name, and outside a sign-in:
 * an administrator proves a phone before there is a console to switch it on (R091).
 */
export function asksForNumber(purpose: Purpose, standing: Standing): boolean {
  return standing.policy.mode !== 'off' || (purpose === 'enrol_phone' && isInvited(standing));
}

function isInvited({ openGrants, now }: Pick<Standing, 'openGrants' | 'now'>): boolean {
  return openGrants.some(({ kind, expiresAt }) => kind === 'invitation' && expiresAt > now);
}

const DAY_MS = 24 * 60 * 60 * 1_000;

function isWindowOpen({ policy, now, rosterAddedAt }: Standing): boolean {
  if (policy.switchedOnAt === null) return false;
  const starts = [policy.switchedOnAt, policy.enforceFrom, rosterAddedAt];
  const latest = Math.max(...starts.map((start) => start?.getTime() ?? 0));
  return now.getTime() < latest + policy.enrolmentDays * DAY_MS;
}
