/** Reads what the portal's scripts answer of a guest or a session, as touch-portal.lua describes it. */

import type { ChallengeId, ClientId, CompanyId, UserId } from '../../domain/ids.js';
import {
  PORTAL_ROLES,
  type PortalGuest,
  type PortalRole,
  type PortalSession,
  type PortalStepUp,
} from '../../domain/portal.js';
import { list, text, unexpected } from './reply.js';

/** Undefined where nothing is there. `indexName` is the name of the person that it was written under. */
export function portalGuest(
  reply: unknown,
): { readonly indexName: string; readonly guest: PortalGuest } | undefined {
  if (reply === null || reply === undefined) return undefined;
  const [indexName, role, clientId, companyId, userId, reason, locale] = list(reply);
  if (indexName === null) return undefined;
  const guest = {
    role: portalRole(role),
    clientId: text(clientId) as ClientId,
    companyId: text(companyId) as CompanyId,
    userId: text(userId) as UserId,
    reason: orNull(reason),
    locale: orNull(locale),
  };
  return { indexName: text(indexName), guest };
}

export function portalSession(
  reply: unknown,
): { readonly indexName: string; readonly session: PortalSession } | undefined {
  const found = portalGuest(reply);
  if (!found) return undefined;
  const [isProven, action, challengeId, isApproved] = list(reply).slice(7);
  const stepUp = stepUpOf(action, challengeId, isApproved);
  const session = { ...found.guest, isProven: isProven === '1', stepUp };
  return { indexName: found.indexName, session };
}

function stepUpOf(action: unknown, challengeId: unknown, isApproved: unknown): PortalStepUp | null {
  const name = orNull(action);
  if (name === null) return null;
  const id = text(challengeId) as ChallengeId;
  return { action: name, challengeId: id, isApproved: isApproved === '1' };
}

function portalRole(value: unknown): PortalRole {
  return PORTAL_ROLES.find((role) => role === value) ?? unexpected();
}

function orNull(value: unknown): string | null {
  return value === null || value === undefined ? null : text(value);
}
