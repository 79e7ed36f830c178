/** Rows of companies and policies as the domain knows them; garbage is an error, never a default (R056). */

import { z } from 'zod';
import type { Company } from '../../app/ports/company-store.js';
import { CHANNELS } from '../../domain/challenge.js';
import type { CompanyId } from '../../domain/ids.js';
import { POLICY_MODES, type Policy } from '../../domain/policy.js';
import type { companies } from './schema/companies.js';

export function toCompany(row: typeof companies.$inferSelect): Company {
  return {
    companyId: row.companyId as CompanyId,
    displayName: row.displayName,
    defaultCountry: row.defaultCountry,
    locale: row.locale,
    timeZone: row.timeZone,
    supportText: row.supportText,
    branding: row.branding,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

const policyRow: z.ZodType<Policy> = z.object({
  mode: z.enum(POLICY_MODES),
  enforceFrom: z.date().nullable(),
  enrolmentDays: z.int().min(1).max(365),
  methods: z.array(z.enum(CHANNELS)).min(1),
  countries: z.array(z.string()).nullable(),
  smsPerDay: z.int().nullable(),
  rememberDeviceDays: z.int().min(0).max(90),
  version: z.int().min(1),
  switchedOnAt: z.date().nullable(),
  switchedOffAt: z.date().nullable(),
});

/** Throws for a row that says nothing sensible. */
export function toPolicy(row: unknown): Policy {
  return policyRow.parse(row);
}
