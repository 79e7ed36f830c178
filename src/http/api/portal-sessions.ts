/** The portal calls: a login service lets a person into the hosted pages, and out. */

import { PORTAL_SCOPES } from '../../app/portal/require-portal-scope.js';
import { operation, type Operation } from '../operation.js';
import { nothing } from '../schemas/none.js';
import { endPortalSessions, openPortalSession } from '../schemas/portal-sessions.js';

const shared = {
  path: '/v1/portal-sessions',
  scope: PORTAL_SCOPES,
  actor: 'required',
  params: nothing,
  isIdempotent: false,
  isSending: false,
} as const;

const open = operation({
  ...shared,
  id: 'openPortalSession',
  method: 'post',
  query: nothing,
  body: openPortalSession,
  bodyRule: 'required',
  handle: async (useCases, call, { body }) => {
    const { companyId, userId, role, reason = null, locale = null } = body;
    const input = { companyId, userId, role, reason, locale };
    const { url, expiresAt } = await useCases.openPortalSession(call, input);
    return { status: 201, body: { url, expiresAt } };
  },
});

const end = operation({
  ...shared,
  id: 'endPortalSessions',
  method: 'delete',
  query: endPortalSessions,
  body: nothing,
  bodyRule: 'none',
  handle: async (useCases, call, { query }) => {
    const { companyId, userId, role = null } = query;
    await useCases.endPortalSessions(call, { companyId, userId }, role);
    return { status: 204, body: null };
  },
});

export const portalOperations: readonly Operation[] = [open, end];
