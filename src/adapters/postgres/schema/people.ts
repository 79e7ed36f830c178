/** Tables of the people: who they are, their phones, and their leave to enrol one. */

import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, idText, instant } from './columns.js';
import { companies } from './companies.js';

/** Locked first, before factors and grants, by whatever writes about a person. */
export const employees = pgTable(
  'employees',
  {
    companyId: idText('company_id')
      .notNull()
      .references(() => companies.companyId),
    userId: idText('user_id').notNull(),
    foldedId: idText('folded_id').notNull(),
    /** Random; what lasting records name instead of the user id (decision 32). */
    subjectId: uuid('subject_id').notNull().defaultRandom(),
    rosterAddedAt: instant('roster_added_at'),
    /** Grows with each approval and reset; failures count within it (decision 7). */
    failureEpoch: integer('failure_epoch').notNull().default(0),
    failures: integer('failures').notNull().default(0),
    lockedUntil: instant('locked_until'),
    disabledAt: instant('disabled_at'),
    /** Null again once a number is enrolled. */
    resetAt: instant('reset_at'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    primaryKey({ columns: [table.companyId, table.userId] }),
    unique('employees_folded_id').on(table.companyId, table.foldedId),
    index('employees_unlisted')
      .on(table.companyId, table.createdAt)
      .where(sql`${table.rosterAddedAt} IS NULL`),
    check('employees_failures', sql`${table.failures} >= 0 AND ${table.failureEpoch} >= 0`),
  ],
);

/** Removed factors are deleted rows. Nothing here holds a number that can be read without the vault. */
export const factors = pgTable(
  'factors',
  {
    factorId: idText('factor_id').primaryKey(),
    companyId: idText('company_id').notNull(),
    userId: idText('user_id').notNull(),
    state: text('state').$type<'pending' | 'active'>().notNull(),
    /** Collected before, proven by nobody; false once proven. */
    isImported: boolean('is_imported').notNull().default(false),
    version: integer('version').notNull().default(1),
    sealedNumber: bytes('sealed_number').notNull(),
    sealedMask: bytes('sealed_mask').notNull(),
    numberIndex: text('number_index').notNull(),
    /** ISO 3166-1 alpha-2 of the number, in clear: lists count by it and open nothing. "ZZ" for none. */
    country: text('country').notNull(),
    noticeVersion: text('notice_version'),
    noticeLocale: text('notice_locale'),
    /** Of a pending factor; an active one counts on its employee. */
    failures: integer('failures').notNull().default(0),
    undeliverableUntil: instant('undeliverable_until'),
    undeliverableReason: text('undeliverable_reason'),
    /** The same for calls: a mark is for one channel (decision 18). */
    callUndeliverableUntil: instant('call_undeliverable_until'),
    callUndeliverableReason: text('call_undeliverable_reason'),
    /** False for a landline; all that the version before this one took can be texted. */
    canBeTexted: boolean('can_be_texted').notNull().default(true),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    activatedAt: instant('activated_at'),
    /** The challenge that proved it, so that its repeated approval is recognised. */
    activatedBy: text('activated_by'),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [
    foreignKey({
      columns: [table.companyId, table.userId],
      foreignColumns: [employees.companyId, employees.userId],
    }),
    check('factors_state', sql`${table.state} IN ('pending', 'active')`),
    check(
      'factors_activated',
      sql`(${table.state} = 'active') = (${table.activatedAt} IS NOT NULL)`,
    ),
    check('factors_country', sql`${table.country} ~ '^[A-Z]{2}$'`),
    check('factors_imported', sql`NOT ${table.isImported} OR ${table.state} = 'pending'`),
    uniqueIndex('factors_one_active')
      .on(table.companyId, table.userId)
      .where(sql`${table.state} = 'active'`),
    uniqueIndex('factors_one_imported')
      .on(table.companyId, table.userId)
      .where(sql`${table.isImported}`),
    uniqueIndex('factors_one_pending')
      .on(table.companyId, table.userId, table.numberIndex)
      .where(sql`${table.state} = 'pending'`),
    // How many people a number is proven for: its budget grows with them (decision 36).
    index('factors_holders')
      .on(table.numberIndex)
      .where(sql`${table.state} = 'active'`),
    index('factors_pending_age')
      .on(table.createdAt)
      .where(sql`${table.state} = 'pending' AND NOT ${table.isImported}`),
  ],
);

/** Leave to enrol one number: open until it is consumed, closed or expired (decision 21). */
export const grants = pgTable(
  'grants',
  {
    grantId: uuid('grant_id').primaryKey().defaultRandom(),
    companyId: idText('company_id').notNull(),
    userId: idText('user_id').notNull(),
    kind: text('kind').$type<'invitation' | 'reset'>().notNull(),
    reason: text('reason').notNull(),
    expiresAt: instant('expires_at').notNull(),
    consumedAt: instant('consumed_at'),
    closedAt: instant('closed_at'),
    /** Of the reset that opened it. */
    idempotencyKey: text('idempotency_key'),
    fingerprint: text('fingerprint'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    foreignKey({
      columns: [table.companyId, table.userId],
      foreignColumns: [employees.companyId, employees.userId],
    }),
    check('grants_kind', sql`${table.kind} IN ('invitation', 'reset')`),
    index('grants_open')
      .on(table.companyId, table.userId, table.expiresAt)
      .where(sql`${table.consumedAt} IS NULL AND ${table.closedAt} IS NULL`),
    index('grants_of_employee').on(table.companyId, table.userId, table.expiresAt),
  ],
);
