/** Binds the AuditLog contract to PostgreSQL. */

import { createTestDatabase } from '../support/postgres.js';
import { auditLogContract } from './audit-log.contract.js';

describe('AuditLog on PostgreSQL', () => {
  auditLogContract(() => createTestDatabase());
});
