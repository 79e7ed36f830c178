/** What the pages ask of the portal: entering, being known again, proving, leaving. */

import type { ChallengeId } from '../../domain/ids.js';
import type { PortalGuest, PortalSession, PortalStepUp } from '../../domain/portal.js';
import type { Client } from '../ports/client-store.js';
import type { EnteredPortal, PortalChange } from '../ports/portal-session-store.js';

/** A session with the login service it stands on, as of this request. */
export interface PortalVisit {
  readonly session: PortalSession;
  readonly client: Client;
}

export interface EnterInput {
  readonly link: string;
  /** The session this browser had, if any: it ends. */
  readonly formerId: string | null;
  readonly correlationId: string;
}

export interface PortalCallInput {
  readonly correlationId: string;
  readonly deadlineMs: number;
  readonly idempotencyKey: string | null;
}

/** Undefined always means: nobody is signed in here, whatever the cause. Rejects as the stores do. */
export interface Portal {
  /** For "Continue as ..."; uses nothing up, so that link scanners do no harm (decision 25). */
  readLink(link: string): Promise<PortalGuest | undefined>;
  /** On a POST only. Answers the new id for the cookie. */
  enter(input: EnterInput): Promise<EnteredPortal | undefined>;
  /** Once for every request of a page. */
  read(id: string): Promise<PortalVisit | undefined>;
  /** Ends the session at once, known or not; repeatable. */
  leave(id: string, correlationId: string): Promise<void>;
  setLocale(id: string, locale: string): Promise<PortalChange>;
  beginStepUp(id: string, stepUp: Omit<PortalStepUp, 'isApproved'>): Promise<PortalChange>;
  /**
   * Only after the ledger said that this challenge was approved. The cookie must be set to the new id; the
   * old one is unknown from now on.
   */
  approveStepUp(id: string, challengeId: ChallengeId): Promise<EnteredPortal | undefined>;
  /** The challenge that proves one act, taken once. */
  takeStepUp(id: string, action: string): Promise<ChallengeId | undefined>;
}
