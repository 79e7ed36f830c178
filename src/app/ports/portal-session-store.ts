/** The port of portal links and sessions: how a browser that a login service vouched for is known again. */

import type { ChallengeId, EmployeeRef } from '../../domain/ids.js';
import type { PortalGuest, PortalRole, PortalSession, PortalStepUp } from '../../domain/portal.js';

/**
 * Links and sessions are 256 random bits behind the partition of their person, drawn by the store, told
 * once and kept as hashes only: a copy of the store opens nothing. What cannot be an id is as unknown as
 * what has ended.
 *
 * Every method is one atomic step on the person's slot. Each key gets its expiry in the step that first
 * writes it (R004); limits are those of domain/limits.ts, by the store's own clock (decision 9). Rejects
 * with `StoreUnavailableError`; such a call may still have taken effect.
 *
 * tests/contract/portal-session-store.contract.ts is the executable form of this comment.
 */
export interface PortalSessionStore {
  /** Draws a link that one `enter` may use within five minutes. */
  open(guest: PortalGuest): Promise<{ readonly link: string; readonly expiresAt: Date }>;

  /** Whom a link is for; changes nothing. Undefined once it was used, ended or expired. */
  readLink(link: string): Promise<PortalGuest | undefined>;

  /** Uses a link up and begins a session under a new id. Of parallel calls one gets it. */
  enter(link: string): Promise<EnteredPortal | undefined>;

  /** Reads a session and begins its idle time anew; its total time goes on. */
  touch(id: string): Promise<PortalSession | undefined>;

  /** Ends one session; answers what it was. */
  leave(id: string): Promise<PortalSession | undefined>;

  /** Ends all links and sessions of a person in these roles; answers how many there were. */
  end(employee: EmployeeRef, roles: readonly PortalRole[]): Promise<number>;

  setLocale(id: string, locale: string): Promise<PortalChange>;

  /** Remembers which challenge is to prove an act; an earlier one is forgotten. */
  beginStepUp(id: string, stepUp: Omit<PortalStepUp, 'isApproved'>): Promise<PortalChange>;

  /**
   * The challenge was approved: the session is proven, its step-up approved, and it goes on under a new
   * id with the old one unknown (R085). Undefined, and nothing changed, for any other challenge than the
   * one last begun, and for one that was approved before.
   */
  approveStepUp(id: string, challengeId: ChallengeId): Promise<EnteredPortal | undefined>;

  /** Takes the approved challenge of this action away, once; undefined where there is none. */
  takeStepUp(id: string, action: string): Promise<ChallengeId | undefined>;
}

export interface EnteredPortal {
  /** For the cookie; told here only. */
  readonly id: string;
  readonly session: PortalSession;
}

export type PortalChange = 'changed' | 'unknown';
