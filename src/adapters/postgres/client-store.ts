/** ClientStore on PostgreSQL and PGlite. */

import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import {
  SCOPES,
  type Client,
  type ClientStore,
  type Credential,
} from '../../app/ports/client-store.js';
import type { AuditEvent } from '../../domain/audit-event.js';
import type { ClientId, CompanyId } from '../../domain/ids.js';
import { insertAudit } from './audit-rows.js';
import type { Database, Orm } from './database.js';
import { clients, credentials } from './schema/service.js';

/** Two at once, so that a credential can be replaced without a gap (decision 28). */
const LIVE_CREDENTIALS = 2;

type ClientRow = typeof clients.$inferSelect;
type CredentialRow = typeof credentials.$inferSelect;

export class PostgresClientStore implements ClientStore {
  constructor(private readonly database: Database) {}

  async load(): Promise<{ clients: readonly Client[]; now: Date }> {
    const now = await this.database.ping();
    const [rows, live] = await this.database.query(async ({ orm }) => [
      await orm.select().from(clients).orderBy(asc(clients.clientId)),
      await orm
        .select()
        .from(credentials)
        .where(isLive)
        .orderBy(asc(credentials.createdAt), asc(credentials.credentialId)),
    ]);
    return { clients: rows.map((row) => toClient(row, live)), now };
  }

  create(client: Omit<Client, 'createdAt' | 'revokedAt'>, audit: AuditEvent): Promise<void> {
    return this.database.transaction(async ({ orm }) => {
      await orm.insert(clients).values({
        clientId: client.clientId,
        name: client.name,
        scopes: [...client.scopes],
        companies: client.companies && [...client.companies],
        returnUrls: [...client.returnUrls],
        codeHost: client.codeHost,
      });
      for (const credential of client.credentials) {
        await insertCredential(orm, client.clientId, credential);
      }
      await insertAudit(orm, audit);
    });
  }

  addCredential(
    clientId: ClientId,
    credential: Credential,
    audit: AuditEvent,
  ): Promise<'added' | 'too_many' | 'not_found'> {
    return this.database.transaction(async ({ orm }) => {
      const found = await orm
        .select()
        .from(clients)
        .where(and(eq(clients.clientId, clientId), isNull(clients.revokedAt)))
        .for('update');
      if (found.length === 0) return 'not_found';
      const live = await orm
        .select()
        .from(credentials)
        .where(and(eq(credentials.clientId, clientId), isLive));
      if (live.length >= LIVE_CREDENTIALS) return 'too_many';
      await insertCredential(orm, clientId, credential);
      await insertAudit(orm, audit);
      return 'added';
    });
  }

  revoke(clientId: ClientId, audit: AuditEvent): Promise<'revoked' | 'not_found'> {
    return this.database.transaction(async ({ orm }) => {
      const ofClient = eq(clients.clientId, clientId);
      const revoked = await orm
        .update(clients)
        .set({ revokedAt: sql`clock_timestamp()` })
        .where(and(ofClient, isNull(clients.revokedAt)))
        .returning();
      if (revoked.length > 0) {
        await insertAudit(orm, audit);
        return 'revoked';
      }
      const known = await orm.select().from(clients).where(ofClient);
      return known.length > 0 ? 'revoked' : 'not_found';
    });
  }
}

const isLive = gt(credentials.expiresAt, sql`clock_timestamp()`);

async function insertCredential(orm: Orm, clientId: ClientId, credential: Credential) {
  const { id, hash, expiresAt } = credential;
  await orm.insert(credentials).values({ credentialId: id, clientId, hash, expiresAt });
}

function toClient(row: ClientRow, live: readonly CredentialRow[]): Client {
  return {
    clientId: row.clientId as ClientId,
    name: row.name,
    // A scope this release does not know gives no right here.
    scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
    companies: row.companies && row.companies.map((id) => id as CompanyId),
    returnUrls: row.returnUrls,
    codeHost: row.codeHost,
    createdAt: row.createdAt,
    revokedAt: row.revokedAt,
    credentials: live
      .filter(({ clientId }) => clientId === row.clientId)
      .map(({ credentialId, hash, expiresAt }) => ({ id: credentialId, hash, expiresAt })),
  };
}
