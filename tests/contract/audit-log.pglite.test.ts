/** Binds the AuditLog contract to PGlite. */

import { createPgliteTestDatabase } from '../support/postgres.js';
import { auditLogContract } from './audit-log.contract.js';

describe('AuditLog on PGlite', () => {
  auditLogContract(() => createPgliteTestDatabase());
});
