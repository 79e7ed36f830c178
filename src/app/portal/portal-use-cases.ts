/** What login services ask of the portal: let this person in, and out again. */

import type { EmployeeRef } from '../../domain/ids.js';
import type { PortalRole } from '../../domain/portal.js';
import type { Call } from '../call.js';

/** Refuse as all use cases do; the scope is that of the role (decision 23). */
export interface PortalUseCases {
  /** People need not be known before. */
  openPortalSession(call: Call, input: OpenPortalInput): Promise<PortalSessionAnswer>;
  /** Ends links and sessions, whichever client opened them. Null: in every role. Repeatable. */
  endPortalSessions(call: Call, employee: EmployeeRef, role: PortalRole | null): Promise<void>;
}

export interface OpenPortalInput extends EmployeeRef {
  readonly role: PortalRole;
  /** Support must give one. */
  readonly reason: string | null;
  readonly locale: string | null;
}

export interface PortalSessionAnswer {
  /** To redirect the person to; used once. */
  readonly url: string;
  readonly expiresAt: Date;
}
