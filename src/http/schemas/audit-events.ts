/** What the audit is asked by. */

import { z } from 'zod';

import { AUDIT_KINDS } from '../../domain/audit-event.js';
import { pageFields } from './page.js';
import { callerId, instant, userId } from './text.js';

export const auditQuery = z.strictObject({
  ...pageFields,
  userId: userId.optional(),
  kind: z.enum(AUDIT_KINDS).optional(),
  actorId: callerId.optional(),
  from: instant.optional(),
  before: instant.optional(),
});
