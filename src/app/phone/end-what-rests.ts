/** What ends when a phone is no factor any more: challenges that wait for its code, sessions that it proved. */

import type { EmployeeRef } from '../../domain/ids.js';
import { PORTAL_ROLES, type PortalRole } from '../../domain/portal.js';
import type { ChallengeStore } from '../ports/challenge-store.js';
import type { Events } from '../ports/events.js';
import type { PortalSessionStore } from '../ports/portal-session-store.js';

interface SessionDeps {
  readonly portalSessions: Pick<PortalSessionStore, 'end'>;
  readonly events: Pick<Events, 'deferred'>;
}

export interface EndDeps extends SessionDeps {
  readonly challenges: Pick<ChallengeStore, 'cancelAll'>;
}

/**
 * Ends what rests on the person's former phone. Never rejects: the committed act already keeps it from
 * approving, this tells who asks before trying.
 */
export async function endWhatRests(deps: EndDeps, employee: EmployeeRef): Promise<void> {
  try {
    await deps.challenges.cancelAll(employee);
  } catch {
    deps.events.deferred('cancel_challenges');
  }
  await endProvenSessions(deps, employee);
}

/** Support and administrators proved themselves with the factor that is gone (R091). */
export function endProvenSessions(deps: SessionDeps, employee: EmployeeRef): Promise<void> {
  return endSessions(deps, employee, ['support', 'admin']);
}

/** A reset opens an enrolment: a session that was stolen with the phone must not be the one to use it (R052). */
export function endAllSessions(deps: SessionDeps, employee: EmployeeRef): Promise<void> {
  return endSessions(deps, employee, PORTAL_ROLES);
}

async function endSessions(
  deps: SessionDeps,
  employee: EmployeeRef,
  roles: readonly PortalRole[],
): Promise<void> {
  try {
    await deps.portalSessions.end(employee, roles);
  } catch {
    deps.events.deferred('end_portal');
  }
}
