/** PhoneStore on PostgreSQL and PGlite. */

import { and, eq } from 'drizzle-orm';
import type { PhoneStore } from '../../app/ports/phone-store.js';
import type { StoredPhone } from '../../app/ports/sign-in-reader.js';
import type { CompanyId, EmployeeRef } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { Database, DatabaseConnection, Orm } from './database.js';
import { lockEmployee } from './employee-rows.js';
import { isOf } from './factor-rows.js';
import { toStoredPhone } from './phone-rows.js';
import { policies } from './schema/companies.js';
import { factors } from './schema/people.js';
import { useStepUp } from './step-up-uses.js';

export class PostgresPhoneStore implements PhoneStore {
  constructor(private readonly database: Database) {}

  remove(...[employee, stepUp, audit]: Parameters<PhoneStore['remove']>) {
    return this.database.transaction(async (connection) => {
      const { orm } = connection;
      const phone = await findHeld(connection, employee);
      if (typeof phone === 'string') return phone;
      if (await isRequired(orm, employee.companyId)) return 'last_factor';
      if (!(await useStepUp(connection, stepUp))) return 'step_up_unusable';
      await orm.delete(factors).where(isOf(employee));
      await insertAudit(orm, withFactor(audit, phone));
      return phone;
    });
  }

  view(...[employee, stepUp, audit]: Parameters<PhoneStore['view']>) {
    return this.database.transaction(async (connection) => {
      const phone = await findHeld(connection, employee);
      if (typeof phone === 'string') return phone;
      if (!(await useStepUp(connection, stepUp))) return 'step_up_unusable';
      await insertAudit(connection.orm, withFactor(audit, phone));
      return phone;
    });
  }
}

/** Takes the person's lock: what is found stays until the transaction ends. */
async function findHeld(
  { orm }: DatabaseConnection,
  employee: EmployeeRef,
): Promise<StoredPhone | 'employee_not_found' | 'no_factor'> {
  if ((await lockEmployee(orm, employee)) === undefined) return 'employee_not_found';
  const [row] = await orm
    .select()
    .from(factors)
    .where(and(isOf(employee), eq(factors.state, 'active')));
  return row ? toStoredPhone(row) : 'no_factor';
}

/** Held to the end of the transaction: whoever requires a factor meanwhile waits for it. */
async function isRequired(orm: Orm, companyId: CompanyId): Promise<boolean> {
  const [policy] = await orm
    .select({ mode: policies.mode })
    .from(policies)
    .where(eq(policies.companyId, companyId))
    .for('share');
  return policy?.mode !== 'off' && policy?.mode !== 'optional';
}

type Audit = Parameters<PhoneStore['remove']>[2];

function withFactor(audit: Audit, { factorId }: StoredPhone): Audit {
  return { ...audit, facts: { ...audit.facts, factorId } };
}
