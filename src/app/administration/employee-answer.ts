/** Shows a person as administrators may see them: status and mask, never the number. */

import { maskOf } from '../../domain/phone-number.js';
import type { EmployeeAnswer } from '../answers.js';
import { retryAfter } from '../errors.js';
import type { Employee } from '../ports/employee-store.js';
import type { Vault } from '../ports/vault.js';

export function employeeAnswer(vault: Vault, employee: Employee): EmployeeAnswer {
  const { companyId, userId, openGrant, lockedForMs } = employee;
  return {
    companyId,
    userId,
    factor: factorAnswer(vault, employee),
    onRosterSince: employee.rosterAddedAt,
    enrolment: openGrant && { kind: openGrant.kind, expiresAt: openGrant.expiresAt },
    wasReset: employee.wasReset,
    failures: employee.failures,
    lockedForSeconds: lockedForMs > 0 ? retryAfter(lockedForMs) : 0,
  };
}

function factorAnswer(vault: Vault, employee: Employee): EmployeeAnswer['factor'] {
  const { companyId, userId, factor } = employee;
  if (!factor) return null;
  const { factorId, sealedMask } = factor;
  return {
    type: 'phone',
    status: factor.state,
    maskedDestination: maskOf(vault.openMask(sealedMask, { companyId, userId, factorId })),
    enrolledAt: factor.enrolledAt,
    lastUsedAt: factor.lastUsedAt,
  };
}
