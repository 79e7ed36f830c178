/** EmployeeStore on PostgreSQL and PGlite. */

import type {
  Employee,
  EmployeeFilter,
  EmployeeStore,
  GrantEndRefused,
  GrantRecord,
  ImportedPhone,
  NewGrant,
  ResetOutcome,
  ResetRequest,
} from '../../app/ports/employee-store.js';
import type { Page, PageRequest } from '../../app/ports/page.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import type { CompanyId, EmployeeRef } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { Database } from './database.js';
import { selectEmployees, toEmployee } from './employee-reads.js';
import { resetEmployee } from './employee-reset.js';
import { lockEmployee } from './employee-rows.js';
import { hasActiveFactor } from './factor-rows.js';
import { insertGrant, refusedEnd } from './grant-rows.js';
import { decodeCursor, idPosition, toPage } from './page-cursor.js';
import { putOnRoster, type RosterOutcome } from './roster.js';

export class PostgresEmployeeStore implements EmployeeStore {
  constructor(private readonly database: Database) {}

  async get({ companyId, userId }: EmployeeRef): Promise<Employee | undefined> {
    const [row] = await this.database.query(({ orm }) =>
      selectEmployees(orm, companyId, { userId }),
    );
    return row && toEmployee(row);
  }

  async list(
    companyId: CompanyId,
    request: PageRequest,
    filter: EmployeeFilter | null,
  ): Promise<Page<Employee>> {
    const after = decodeCursor(request.cursor, idPosition);
    const rows = await this.database.query(({ orm }) =>
      selectEmployees(orm, companyId, { after, filter }).limit(request.limit + 1),
    );
    return toPage(rows, request, {
      item: toEmployee,
      position: ({ employee }) => employee.userId,
    });
  }

  putOnRoster(
    employee: EmployeeRef,
    imported: ImportedPhone | null,
    audit: AuditEvent,
  ): Promise<RosterOutcome> {
    return this.database.transaction(({ orm }) => putOnRoster(orm, { employee, imported, audit }));
  }

  openGrant(
    employee: EmployeeRef,
    grant: NewGrant,
    audit: AuditEvent,
  ): Promise<GrantRecord | 'employee_not_found' | 'already_enrolled' | GrantEndRefused> {
    return this.database.transaction(async ({ orm }) => {
      if ((await lockEmployee(orm, employee)) === undefined) return 'employee_not_found';
      if (await hasActiveFactor(orm, employee)) return 'already_enrolled';
      const refused = await refusedEnd(orm, grant);
      if (refused) return refused;
      const opened = await insertGrant(orm, employee, grant);
      await insertAudit(orm, audit);
      return opened;
    });
  }

  reset(employee: EmployeeRef, request: ResetRequest, audit: AuditEvent): Promise<ResetOutcome> {
    return this.database.transaction(({ orm }) => resetEmployee(orm, { employee, request, audit }));
  }
}
