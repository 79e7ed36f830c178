/** The employee calls: who is enrolled, the roster, an invitation, help with a lost phone. */

import type { EmployeeAnswer, GrantAnswer } from '../../app/answers.js';
import { operation, type Operation } from '../operation.js';
import { companyParams } from '../schemas/companies.js';
import {
  employeeParams,
  employeesQuery,
  grantEnrolment,
  importEmployees,
  putEmployee,
  resetEmployee,
} from '../schemas/employees.js';
import { nothing } from '../schemas/none.js';

const reading = {
  method: 'get',
  scope: 'employees:read',
  actor: 'required',
  body: nothing,
  bodyRule: 'none',
  isIdempotent: false,
  isSending: false,
} as const;

const managing = {
  scope: 'employees:manage',
  actor: 'required',
  params: employeeParams,
  query: nothing,
  isIdempotent: false,
  isSending: false,
} as const;

const EMPLOYEE = '/v1/companies/:companyId/employees/:userId';

const list = operation({
  ...reading,
  id: 'listEmployees',
  path: '/v1/companies/:companyId/employees',
  params: companyParams,
  query: employeesQuery,
  handle: async (useCases, call, { params, query }) => {
    const request = { ...query, status: query.status ?? null };
    const page = await useCases.listEmployees(call, params.companyId, request);
    const { items, nextCursor } = page;
    return { status: 200, body: { items: items.map(showEmployee), nextCursor } };
  },
});

const get = operation({
  ...reading,
  id: 'getEmployee',
  path: EMPLOYEE,
  params: employeeParams,
  query: nothing,
  handle: async (useCases, call, { params }) => ({
    status: 200,
    body: showEmployee(await useCases.getEmployee(call, params)),
  }),
});

const put = operation({
  ...managing,
  id: 'putEmployee',
  method: 'put',
  path: EMPLOYEE,
  body: putEmployee,
  bodyRule: 'optional',
  handle: async (useCases, call, { params, body }) => {
    const input = { phoneNumber: body.phoneNumber ?? null };
    const { created, employee } = await useCases.putEmployee(call, params, input);
    return { status: created ? 201 : 200, body: showEmployee(employee) };
  },
});

/** A thousand people with long ids and numbers fit in 256 kB. */
const IMPORT_BODY_BYTES = 256 * 1_024;

const importAll = operation({
  ...managing,
  id: 'importEmployees',
  method: 'post',
  path: '/v1/companies/:companyId/employees/import',
  params: companyParams,
  body: importEmployees,
  bodyRule: 'required',
  maxBodyBytes: IMPORT_BODY_BYTES,
  handle: async (useCases, call, { params, body }) => {
    const { complete } = body;
    const employees = body.employees.map(({ userId, phoneNumber = null }) => ({
      userId,
      phoneNumber,
    }));
    const counts = await useCases.importEmployees(call, params.companyId, { employees, complete });
    const { created, unchanged, numbersStored, numbersIgnored, roster } = counts;
    return { status: 200, body: { created, unchanged, numbersStored, numbersIgnored, roster } };
  },
});

const invite = operation({
  ...managing,
  id: 'grantEnrolment',
  method: 'post',
  path: `${EMPLOYEE}/enrolment-grants`,
  body: grantEnrolment,
  bodyRule: 'required',
  handle: async (useCases, call, { params, body }) => {
    const input = { reason: body.reason, expiresAt: body.expiresAt ?? null };
    return { status: 201, body: showGrant(await useCases.grantEnrolment(call, params, input)) };
  },
});

const reset = operation({
  ...managing,
  id: 'resetEmployee',
  method: 'post',
  path: `${EMPLOYEE}/reset`,
  body: resetEmployee,
  bodyRule: 'required',
  isIdempotent: true,
  isSending: true,
  handle: async (useCases, call, { params, body }) => ({
    status: 200,
    body: showGrant(await useCases.resetEmployee(call, params, body)),
  }),
});

function showEmployee(employee: EmployeeAnswer): object {
  const { companyId, userId, factor, onRosterSince, enrolment } = employee;
  const { wasReset, failures, lockedForSeconds } = employee;
  return {
    ...{ companyId, userId, factor: factor && showFactor(factor), onRosterSince },
    enrolment: enrolment && { kind: enrolment.kind, expiresAt: enrolment.expiresAt },
    ...{ wasReset, failures, lockedForSeconds },
  };
}

function showFactor(factor: NonNullable<EmployeeAnswer['factor']>): object {
  const { type, status, maskedDestination, enrolledAt, lastUsedAt } = factor;
  return { type, status, maskedDestination, enrolledAt, lastUsedAt };
}

function showGrant({ id, kind, expiresAt }: GrantAnswer): object {
  return { id, kind, expiresAt };
}

export const employeeOperations: readonly Operation[] = [list, importAll, get, put, invite, reset];
