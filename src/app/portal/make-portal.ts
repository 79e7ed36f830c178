/** Puts the portal together: what login services call, and what pages call. */

import { makeEndPortalSessions } from './end-portal-sessions.js';
import { makeEnterPortal, makeReadLink } from './enter-portal.js';
import { makeLeavePortal } from './leave-portal.js';
import { makeOpenPortalSession } from './open-portal-session.js';
import type { Portal } from './portal.js';
import type { PortalDeps } from './portal-deps.js';
import type { PortalUseCases } from './portal-use-cases.js';
import { makeReadSession } from './read-session.js';

export function makePortalUseCases(deps: PortalDeps): PortalUseCases {
  return {
    openPortalSession: makeOpenPortalSession(deps),
    endPortalSessions: makeEndPortalSessions(deps),
  };
}

export function makePortal(deps: PortalDeps): Portal {
  const { portalSessions } = deps;
  return {
    readLink: makeReadLink(deps),
    enter: makeEnterPortal(deps),
    read: makeReadSession(deps),
    leave: makeLeavePortal(deps),
    setLocale: (id, locale) => portalSessions.setLocale(id, locale),
    beginStepUp: (id, stepUp) => portalSessions.beginStepUp(id, stepUp),
    approveStepUp: (id, challengeId) => portalSessions.approveStepUp(id, challengeId),
    takeStepUp: (id, action) => portalSessions.takeStepUp(id, action),
  };
}
