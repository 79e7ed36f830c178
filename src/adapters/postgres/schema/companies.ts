/** Tables of the companies and their two-factor policy. */

import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { Logo, LogoType } from '../../../domain/logo.js';
import { bytes, idText, instant } from './columns.js';

export const companies = pgTable('companies', {
  companyId: idText('company_id').primaryKey(),
  /** `foldId` of the id: two ids that look alike are never two companies (decision 19). */
  foldedId: idText('folded_id').notNull().unique('companies_folded_id'),
  displayName: text('display_name').notNull(),
  defaultCountry: text('default_country').notNull(),
  locale: text('locale').notNull(),
  timeZone: text('time_zone').notNull(),
  supportText: text('support_text'),
  branding: jsonb('branding').$type<{ accentColor: string | null; logo: Logo | null }>().notNull(),
  /** When an import last said that everybody has been named. */
  rosterCompletedAt: instant('roster_completed_at'),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  updatedAt: instant('updated_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});

/** Apart from the companies, so that the bytes are read only to be shown. */
export const companyLogos = pgTable(
  'company_logos',
  {
    companyId: idText('company_id')
      .primaryKey()
      .references(() => companies.companyId),
    digest: text('digest').notNull(),
    mediaType: text('media_type').$type<LogoType>().notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (table) => [index('company_logos_digest').on(table.digest)],
);

/** Every company has exactly one; the checks keep garbage out whoever writes (R056). */
export const policies = pgTable(
  'policies',
  {
    companyId: idText('company_id')
      .primaryKey()
      .references(() => companies.companyId),
    mode: text('mode').$type<'off' | 'optional' | 'required'>().notNull(),
    enforceFrom: instant('enforce_from'),
    enrolmentDays: integer('enrolment_days').notNull(),
    methods: text('methods').$type<'sms' | 'call'>().array().notNull(),
    countries: text('countries').array(),
    smsPerDay: integer('sms_per_day'),
    rememberDeviceDays: integer('remember_device_days').notNull(),
    version: integer('version').notNull(),
    switchedOnAt: instant('switched_on_at'),
    /** Null also where it never was on. */
    switchedOffAt: instant('switched_off_at'),
  },
  (table) => [
    check('policies_mode', sql`${table.mode} IN ('off', 'optional', 'required')`),
    check('policies_enforce_from', sql`${table.mode} = 'required' OR ${table.enforceFrom} IS NULL`),
    check('policies_enrolment_days', sql`${table.enrolmentDays} BETWEEN 1 AND 365`),
    check(
      'policies_methods',
      sql`cardinality(${table.methods}) > 0 AND ${table.methods} <@ ARRAY['sms', 'call']`,
    ),
    check(
      'policies_countries',
      sql`${table.countries} IS NULL OR array_to_string(${table.countries}, ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$'`,
    ),
    check('policies_sms_per_day', sql`${table.smsPerDay} IS NULL OR ${table.smsPerDay} >= 0`),
    check('policies_remember_device_days', sql`${table.rememberDeviceDays} BETWEEN 0 AND 90`),
    check('policies_version', sql`${table.version} >= 1`),
    check(
      'policies_switched_on_at',
      sql`(${table.mode} = 'off') = (${table.switchedOnAt} IS NULL)`,
    ),
    check('policies_switched_off_at', sql`${table.mode} = 'off' OR ${table.switchedOffAt} IS NULL`),
    index('policies_switched_off')
      .on(table.switchedOffAt)
      .where(sql`${table.switchedOffAt} IS NOT NULL`),
  ],
);
