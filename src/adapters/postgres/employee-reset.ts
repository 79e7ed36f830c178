/** Reset of a person who lost their phone: everything goes, one enrolment opens. */

import { and, eq, gt, sql } from 'drizzle-orm';
import type { ResetOutcome, ResetRequest } from '../../app/ports/employee-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import type { EmployeeRef } from '../../domain/ids.js';
import { IDEMPOTENCY_RESEND_MS } from '../../domain/limits.js';
import { insertAudit } from './audit-rows.js';
import type { Orm } from './database.js';
import { isEmployee, lockEmployee } from './employee-rows.js';
import { isOf } from './factor-rows.js';
import { closeGrants, insertGrant, toGrant } from './grant-rows.js';
import { toStoredPhone } from './phone-rows.js';
import { employees, factors, grants } from './schema/people.js';

export interface Reset {
  readonly employee: EmployeeRef;
  readonly request: ResetRequest;
  readonly audit: AuditEvent;
}

/** Runs in a transaction of its own. */
export async function resetEmployee(orm: Orm, reset: Reset): Promise<ResetOutcome> {
  const { employee, request, audit } = reset;
  if ((await lockEmployee(orm, employee)) === undefined) return 'employee_not_found';
  const earlier = await findEarlier(orm, reset);
  if (earlier) return earlier;
  const removed = await orm.delete(factors).where(isOf(employee)).returning();
  await closeGrants(orm, employee);
  const { reason, idempotency } = request;
  const grant = await insertGrant(orm, employee, {
    kind: 'reset',
    reason,
    expiresAt: null,
    idempotency,
  });
  await orm
    .update(employees)
    .set({
      resetAt: sql`clock_timestamp()`,
      failureEpoch: sql`${employees.failureEpoch} + 1`,
      failures: 0,
      lockedUntil: null,
      disabledAt: null,
    })
    .where(isEmployee(employee));
  await insertAudit(orm, audit);
  const phone = removed.find(({ state }) => state === 'active');
  return { grant, removed: phone ? toStoredPhone(phone) : null };
}

/** What the same Idempotency-Key did within the hour; the phone was told then. Decision 16. */
async function findEarlier(orm: Orm, reset: Reset): Promise<ResetOutcome | undefined> {
  const { employee, request } = reset;
  if (request.idempotency === null) return undefined;
  const since = sql`clock_timestamp() - ${IDEMPOTENCY_RESEND_MS} * interval '1 millisecond'`;
  const [row] = await orm
    .select()
    .from(grants)
    .where(
      and(
        eq(grants.companyId, employee.companyId),
        eq(grants.userId, employee.userId),
        eq(grants.idempotencyKey, request.idempotency.key),
        gt(grants.createdAt, since),
      ),
    );
  if (row === undefined) return undefined;
  if (row.fingerprint !== request.idempotency.fingerprint) return 'key_reused';
  return { grant: toGrant(row), removed: null };
}
