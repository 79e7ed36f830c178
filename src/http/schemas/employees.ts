/** What the employee calls take. */

import { z } from 'zod';

import type { EmployeeFilter } from '../../app/ports/employee-store.js';
import { channel, noticeVersion } from './challenges.js';
import { pageFields } from './page.js';
import { companyId, instant, locale, phoneNumber, reason, userId } from './text.js';

export const employeeParams = z.object({ companyId, userId });

const FILTERS = [
  'enrolled',
  'not_enrolled',
  'locked',
  'disabled',
] as const satisfies readonly EmployeeFilter[];

export const employeesQuery = z.strictObject({
  ...pageFields,
  status: z.enum(FILTERS).optional(),
});

export const putEmployee = z.strictObject({ phoneNumber: phoneNumber.optional() });

const MAX_IMPORT = 1_000;

export const importEmployees = z.strictObject({
  employees: z
    .array(z.strictObject({ userId, phoneNumber: phoneNumber.optional() }))
    .min(1)
    .max(MAX_IMPORT),
  complete: z.boolean().default(false),
});

export const grantEnrolment = z.strictObject({ reason, expiresAt: instant.optional() });

export const changePhone = z.strictObject({
  phoneNumber,
  noticeVersion,
  locale: locale.optional(),
  channel: channel.optional(),
});

export const resetEmployee = z.strictObject({ reason });
