/** The row of the sign-in read as the domain knows it; a missing or garbled part is an error (R056). */

import { z } from 'zod';
import type { Company } from '../../app/ports/company-store.js';
import type { Person, StoredPhone } from '../../app/ports/sign-in-reader.js';
import { CHANNELS, type Channel } from '../../domain/challenge.js';
import type { EmployeeRef, FactorId } from '../../domain/ids.js';
import { LOGO_TYPES } from '../../domain/logo.js';
import type { OpenGrant, Standing } from '../../domain/second-factor.js';
import { toPolicy } from './company-rows.js';

const nullableText = z.string().nullable();
const nullableCount = z.int().nullable();
const nullableInstant = z.date().nullable();
const nullableBytes = z
  .instanceof(Uint8Array)
  .transform((value) => new Uint8Array(value))
  .nullable();

export const signInRow = z.object({
  now: z.date(),
  company_id: nullableText,
  display_name: nullableText,
  default_country: nullableText,
  locale: nullableText,
  time_zone: nullableText,
  support_text: nullableText,
  branding: z.unknown(),
  created_at: nullableInstant,
  updated_at: nullableInstant,
  policy_of: nullableText,
  mode: nullableText,
  enforce_from: nullableInstant,
  enrolment_days: nullableCount,
  methods: z.array(z.string()).nullable(),
  countries: z.array(z.string()).nullable(),
  sms_per_day: nullableCount,
  remember_device_days: nullableCount,
  version: nullableCount,
  switched_on_at: nullableInstant,
  switched_off_at: nullableInstant,
  user_id: nullableText,
  roster_added_at: nullableInstant,
  failure_epoch: nullableCount,
  employee_failures: nullableCount,
  locked_for_ms: z.number().nullable(),
  is_disabled: z.boolean(),
  was_reset: z.boolean(),
  active_id: nullableText,
  active_version: nullableCount,
  active_number: nullableBytes,
  active_mask: nullableBytes,
  active_index: nullableText,
  active_country: nullableText,
  active_can_be_texted: z.boolean().nullable(),
  active_holders: z.int(),
  text_undeliverable: z.boolean(),
  call_undeliverable: z.boolean(),
  imported_id: nullableText,
  imported_version: nullableCount,
  imported_number: nullableBytes,
  imported_mask: nullableBytes,
  imported_index: nullableText,
  imported_country: nullableText,
  imported_can_be_texted: z.boolean().nullable(),
  imported_failures: nullableCount,
  open_grants: z.array(
    z.object({ kind: z.enum(['invitation', 'reset']), expiresAt: z.coerce.date() }),
  ),
});
type SignInRow = z.infer<typeof signInRow>;

const logoRow = z.object({ digest: z.string(), mediaType: z.enum(LOGO_TYPES) });

const companyRow = z.object({
  displayName: z.string(),
  defaultCountry: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  supportText: nullableText,
  branding: z.object({ accentColor: nullableText, logo: logoRow.nullable() }),
  createdAt: z.date(),
  updatedAt: z.date(),
});

const phoneRow = z.object({
  version: z.int(),
  sealedNumber: z.instanceof(Uint8Array),
  sealedMask: z.instanceof(Uint8Array),
  index: z.string(),
  country: z.string(),
  canBeTexted: z.boolean(),
});

export function toPerson(row: SignInRow, employee: EmployeeRef): Person {
  return {
    companyId: employee.companyId,
    userId: employee.userId,
    company: companyOf(row, employee),
    standing: standingOf(row),
    counter: {
      epoch: row.failure_epoch ?? 0,
      failures: row.employee_failures ?? 0,
      lockedForMs: row.locked_for_ms ?? 0,
    },
    activePhone: activePhoneOf(row),
    importedPhone: importedPhoneOf(row),
  };
}

function companyOf(row: SignInRow, { companyId }: EmployeeRef): Company {
  const company = companyRow.parse({
    displayName: row.display_name,
    defaultCountry: row.default_country,
    locale: row.locale,
    timeZone: row.time_zone,
    supportText: row.support_text,
    branding: row.branding,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  });
  return { companyId, ...company };
}

function standingOf(row: SignInRow): Standing {
  const grants: OpenGrant[] = row.open_grants;
  return {
    policy: toPolicy({
      mode: row.mode,
      enforceFrom: row.enforce_from,
      enrolmentDays: row.enrolment_days,
      methods: row.methods,
      countries: row.countries,
      smsPerDay: row.sms_per_day,
      rememberDeviceDays: row.remember_device_days,
      version: row.version,
      switchedOnAt: row.switched_on_at,
      switchedOffAt: row.switched_off_at,
    }),
    now: row.now,
    factor:
      row.active_id === null ? null : { isDisabled: row.is_disabled, undeliverable: marksOf(row) },
    hasImportedNumber: row.imported_id !== null,
    wasReset: row.was_reset,
    openGrants: grants,
    rosterAddedAt: row.roster_added_at,
  };
}

function marksOf(row: SignInRow): readonly Channel[] {
  const marked = { sms: row.text_undeliverable, call: row.call_undeliverable };
  return CHANNELS.filter((channel) => marked[channel]);
}

function activePhoneOf(row: SignInRow): StoredPhone | null {
  if (row.active_id === null) return null;
  const phone = phoneRow.parse({
    version: row.active_version,
    sealedNumber: row.active_number,
    sealedMask: row.active_mask,
    index: row.active_index,
    country: row.active_country,
    canBeTexted: row.active_can_be_texted,
  });
  const { active_holders: holders } = row;
  return { factorId: row.active_id as FactorId, state: 'active', failures: 0, holders, ...phone };
}

function importedPhoneOf(row: SignInRow): StoredPhone | null {
  if (row.imported_id === null) return null;
  const phone = phoneRow.parse({
    version: row.imported_version,
    sealedNumber: row.imported_number,
    sealedMask: row.imported_mask,
    index: row.imported_index,
    country: row.imported_country,
    canBeTexted: row.imported_can_be_texted,
  });
  const failures = row.imported_failures ?? 0;
  return {
    factorId: row.imported_id as FactorId,
    state: 'pending',
    failures,
    holders: 0,
    ...phone,
  };
}
