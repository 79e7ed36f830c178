/** What the portal's use cases stand on. */

import type { ClientDirectory } from '../client-directory.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { CompanyStore } from '../ports/company-store.js';
import type { EmployeeStore } from '../ports/employee-store.js';
import type { Events } from '../ports/events.js';
import type { PortalSessionStore } from '../ports/portal-session-store.js';
import type { ServiceRules } from '../service-rules.js';

export interface PortalDeps {
  readonly portalSessions: PortalSessionStore;
  readonly directory: Pick<ClientDirectory, 'byId'>;
  readonly companies: CompanyStore;
  readonly employees: EmployeeStore;
  readonly audit: AuditLog;
  readonly events: Events;
  readonly rules: Pick<ServiceRules, 'publicUrl'>;
}
