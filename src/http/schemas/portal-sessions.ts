/** What the portal calls take. */

import { z } from 'zod';

import { PORTAL_ROLES } from '../../domain/portal.js';
import { companyId, locale, reason, userId } from './text.js';

const role = z.enum(PORTAL_ROLES);

export const openPortalSession = z.strictObject({
  companyId,
  userId,
  role,
  reason: reason.optional(),
  locale: locale.optional(),
});

export const endPortalSessions = z.strictObject({ companyId, userId, role: role.optional() });
