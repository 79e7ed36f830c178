/** Who enters the pages through a portal link, as what, and how far a step-up has come. */

import type { ChallengeId, ClientId, EmployeeRef } from './ids.js';

export const PORTAL_ROLES = ['employee', 'support', 'admin'] as const;
export type PortalRole = (typeof PORTAL_ROLES)[number];

/** What a single-use link leads to: the session as it will begin. */
export interface PortalGuest extends EmployeeRef {
  readonly role: PortalRole;
  /** The login service that vouched for the person; its revocation ends the session. */
  readonly clientId: ClientId;
  /** Why support looks into this company; null for the others unless given. */
  readonly reason: string | null;
  /** As the login service or the person chose it; null: the browser's, then the company's. */
  readonly locale: string | null;
}

export interface PortalSession extends PortalGuest {
  /** A code was entered in this very session. */
  readonly isProven: boolean;
  readonly stepUp: PortalStepUp | null;
}

/** A fresh code asked for one act. `open_console` is what admins and support prove first (R091). */
export interface PortalStepUp {
  /** A name of letters and underscores. */
  readonly action: string;
  readonly challengeId: ChallengeId;
  readonly isApproved: boolean;
}

/** Support and administrators are shown nothing before a code was entered in their session. */
export function mustProve({ role, isProven }: Pick<PortalSession, 'role' | 'isProven'>): boolean {
  return role !== 'employee' && !isProven;
}
