/** Tables of the service itself: who may call it, and what it signs with. */

import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes, idText, instant } from './columns.js';

export const clients = pgTable('clients', {
  clientId: idText('client_id').primaryKey(),
  name: text('name').notNull(),
  scopes: text('scopes').array().notNull(),
  /** Null: explicitly all (decision 20). */
  companies: text('companies').array(),
  returnUrls: text('return_urls').array().notNull(),
  codeHost: text('code_host'),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  revokedAt: instant('revoked_at'),
});

export const credentials = pgTable(
  'credentials',
  {
    credentialId: idText('credential_id').primaryKey(),
    clientId: idText('client_id')
      .notNull()
      .references(() => clients.clientId),
    /** SHA-256 of 256 random bits. */
    hash: text('hash').notNull().unique('credentials_hash'),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at')
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [index('credentials_of_client').on(table.clientId)],
);

export const signingKeys = pgTable('signing_keys', {
  kid: idText('kid').primaryKey(),
  publicJwk: jsonb('public_jwk').$type<Record<string, string>>().notNull(),
  /** PKCS #8 in the vault's envelope. */
  sealedPrivateKey: bytes('sealed_private_key').notNull(),
  createdAt: instant('created_at')
    .notNull()
    .default(sql`clock_timestamp()`),
  activeFrom: instant('active_from').notNull(),
  retiresAt: instant('retires_at'),
});

/** What the operator switched by command, for all instances; no row: never touched. */
export const operatorSwitches = pgTable('operator_switches', {
  name: text('name').$type<'sends_paused'>().primaryKey(),
  isOn: boolean('is_on').notNull(),
  reason: text('reason'),
  changedAt: instant('changed_at')
    .notNull()
    .default(sql`clock_timestamp()`),
});
