/** The port that says what a policy would mean for everybody, before it is one. */

import type { OperatorReach } from '../../domain/channel-choice.js';
import type { CompanyId, UserId } from '../../domain/ids.js';
import type { PolicySettings } from '../../domain/policy.js';
import type { RosterState } from './roster-store.js';

export interface PreviewRequest {
  readonly settings: PolicySettings;
  /** Where texts and calls would go under it: the policy's methods and countries within the operator's. */
  readonly countries: OperatorReach;
  /** How many ids each list names at most. */
  readonly limit: number;
}

export interface PreviewCounts {
  readonly roster: RosterState;
  /** The instant the proposal is looked at: its deadline, or now. */
  readonly asOf: Date;
  /** Everybody known: on the roster, or met while enrolling. */
  readonly people: number;
  readonly enrolled: number;
  readonly notEnrolled: number;
  /** Those among the known who could not sign in at `asOf`: `decide`, and the countries, say so. */
  readonly lockedOut: number;
  /** Proven numbers that no channel of the proposal goes to, by country; most people first. */
  readonly unreachable: readonly { readonly country: string; readonly people: number }[];
  readonly notEnrolledIds: readonly UserId[];
  readonly lockedOutIds: readonly UserId[];
}

export interface PolicyPreviewReader {
  /** Undefined for an unknown company. One statement. */
  read(companyId: CompanyId, request: PreviewRequest): Promise<PreviewCounts | undefined>;
}
