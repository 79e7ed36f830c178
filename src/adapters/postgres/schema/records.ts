/** Tables of what happened: messages, attempts, and the append-only audit. */

import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { idText, instant } from './columns.js';

/** One row per SMS, committed before the provider is called (decision 15). */
export const messages = pgTable(
  'messages',
  {
    messageId: idText('message_id').primaryKey(),
    challengeId: idText('challenge_id'),
    kind: text('kind').$type<'code' | 'notice'>().notNull(),
    channel: text('channel').$type<'sms' | 'call'>().notNull(),
    companyId: idText('company_id').notNull(),
    userId: idText('user_id').notNull(),
    factorId: idText('factor_id').notNull(),
    country: text('country').notNull(),
    providerId: text('provider_id'),
    status: text('status')
      .$type<'opened' | 'accepted' | 'rejected' | 'unavailable' | 'unknown'>()
      .notNull()
      .default('opened'),
    providerCode: integer('provider_code'),
    /** Of the browser that the sign-in began in, for the person's own eyes; gone after 30 days. */
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** Of the token in the address that the provider reports to. */
    callbackHash: text('callback_hash'),
    /** What the provider reported since it took the message; it only moves forward. */
    deliveryStatus: text('delivery_status').$type<'sent' | 'delivered' | 'undelivered'>(),
    deliveryReason: text('delivery_reason'),
    deliveryAt: instant('delivery_at'),
    /** The message that this one repeats; each is repeated once at most. */
    repeatOf: idText('repeat_of'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    settledAt: instant('settled_at'),
  },
  (table) => [
    uniqueIndex('messages_callback')
      .on(table.callbackHash)
      .where(sql`${table.callbackHash} IS NOT NULL`),
    uniqueIndex('messages_repeat')
      .on(table.repeatOf)
      .where(sql`${table.repeatOf} IS NOT NULL`),
    check(
      'messages_delivery',
      sql`${table.deliveryStatus} IN ('sent', 'delivered', 'undelivered')`,
    ),
    check('messages_kind', sql`${table.kind} IN ('code', 'notice')`),
    check(
      'messages_status',
      sql`${table.status} IN ('opened', 'accepted', 'rejected', 'unavailable', 'unknown')`,
    ),
    check('messages_ip_address', sql`length(${table.ipAddress}) <= 45`),
    check('messages_user_agent', sql`length(${table.userAgent}) <= 256`),
    index('messages_of_company').on(table.companyId, table.createdAt),
    index('messages_with_context')
      .on(table.createdAt)
      .where(sql`${table.ipAddress} IS NOT NULL OR ${table.userAgent} IS NOT NULL`),
    index('messages_of_challenge')
      .on(table.challengeId)
      .where(sql`${table.challengeId} IS NOT NULL`),
  ],
);

/**
 * One row per attempt, and the outbox of the audit (decision 10). Approvals and cancellations carry the
 * challenge's id as their own, so there is one of them; never partitioned, or there could be two.
 */
export const attempts = pgTable(
  'attempts',
  {
    id: idText('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    challengeId: idText('challenge_id').notNull(),
    outcome: text('outcome').notNull(),
    /** Whose row it is: the attempt that inserted it or took it over (decision 4). */
    attemptId: text('attempt_id').notNull(),
    /** A retry took it over, so an answer may have left: no longer to be withdrawn. */
    isTakenOver: boolean('is_taken_over').notNull().default(false),
    clientId: text('client_id').notNull(),
    companyId: idText('company_id').notNull(),
    userId: idText('user_id').notNull(),
    purpose: text('purpose').notNull(),
    action: text('action'),
    factorId: text('factor_id'),
    factorVersion: integer('factor_version'),
    channels: text('channels').array().notNull(),
    idempotencyKey: text('idempotency_key'),
    fingerprint: text('fingerprint'),
    tokenTtlSeconds: integer('token_ttl_seconds'),
    epoch: integer('epoch'),
    /** Of an approval or a skip on a page: what it is exchanged by (decision 24). */
    nonceDigest: text('nonce_digest'),
    returnCodeHash: text('return_code_hash'),
    /** The first exchange; the token's time is made of it. */
    redeemedAt: instant('redeemed_at'),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    check(
      'attempts_outcome',
      sql`${table.outcome} IN ('approved', 'canceled', 'skipped', 'failed', 'locked', 'replayed', 'withdrawn')`,
    ),
    check(
      'attempts_ending',
      sql`${table.outcome} NOT IN ('approved', 'canceled', 'skipped') OR ${table.id} = ${table.challengeId}`,
    ),
    check(
      'attempts_approval',
      sql`${table.outcome} <> 'approved' OR (${table.tokenTtlSeconds} IS NOT NULL AND ${table.epoch} IS NOT NULL)`,
    ),
    check(
      'attempts_redeemed',
      sql`${table.redeemedAt} IS NULL OR (${table.outcome} = 'approved' AND ${table.returnCodeHash} IS NOT NULL)`,
    ),
    index('attempts_failed')
      .on(table.challengeId)
      .where(sql`${table.outcome} = 'failed'`),
    // The outcome stands in it so that counting by day reads the index alone.
    index('attempts_of_company').on(table.companyId, table.createdAt, table.seq, table.outcome),
    index('attempts_of_person').on(table.companyId, table.userId, table.createdAt, table.seq),
  ],
);

/** Which step-ups were used, each once; `message_id` of a send that gives its use back when it is refused. */
export const stepUpUses = pgTable(
  'step_up_uses',
  {
    challengeId: idText('challenge_id').primaryKey(),
    usedAt: instant('used_at')
      .notNull()
      .default(sql`clock_timestamp()`),
    messageId: idText('message_id'),
  },
  (table) => [uniqueIndex('step_up_uses_of_message').on(table.messageId)],
);

/** Triggers refuse UPDATE, DELETE and TRUNCATE to everybody (R064). */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at')
      .notNull()
      .default(sql`clock_timestamp()`),
    kind: text('kind').notNull(),
    companyId: idText('company_id'),
    userId: idText('user_id'),
    clientId: text('client_id'),
    actorRole: text('actor_role'),
    actorId: text('actor_id'),
    correlationId: text('correlation_id').notNull(),
    facts: jsonb('facts').notNull(),
  },
  (table) => [
    index('audit_events_of_company').on(table.companyId, table.at, table.id),
    index('audit_events_of_person').on(table.companyId, table.userId, table.at, table.id),
    index('audit_events_of_kind').on(table.companyId, table.kind, table.at, table.id),
    index('audit_events_of_actor')
      .on(table.companyId, table.actorId, table.at, table.id)
      .where(sql`${table.actorId} IS NOT NULL`),
  ],
);
