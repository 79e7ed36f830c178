/** The port of the calling services and their credentials. */

import type { AuditEvent } from '../../domain/audit-event.js';
import type { ClientId, CompanyId } from '../../domain/ids.js';

export const SCOPES = [
  'challenges',
  'companies',
  'policies:read',
  'policies:write',
  'employees:read',
  'employees:manage',
  'audit',
  'portal:employee',
  'portal:support',
  'portal:admin',
] as const;
export type Scope = (typeof SCOPES)[number];

export interface Client {
  readonly clientId: ClientId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Null: explicitly all companies (decision 20). */
  readonly companies: readonly CompanyId[] | null;
  readonly returnUrls: readonly string[];
  /** Host of the client's own code form, for the bound line of the SMS (decision 35). */
  readonly codeHost: string | null;
  readonly createdAt: Date;
  readonly revokedAt: Date | null;
  readonly credentials: readonly Credential[];
}

/** A credential as stored: SHA-256 of 256 random bits. */
export interface Credential {
  readonly id: string;
  readonly hash: string;
  readonly expiresAt: Date;
}

/** Every write commits together with its audit event. */
export interface ClientStore {
  /** All clients with their live credentials, and the database's now. */
  load(): Promise<{ readonly clients: readonly Client[]; readonly now: Date }>;
  create(client: Omit<Client, 'createdAt' | 'revokedAt'>, audit: AuditEvent): Promise<void>;
  /** Keeps at most two live credentials; `too_many` when two are live already (decision 28). */
  addCredential(
    clientId: ClientId,
    credential: Credential,
    audit: AuditEvent,
  ): Promise<'added' | 'too_many' | 'not_found'>;
  revoke(clientId: ClientId, audit: AuditEvent): Promise<'revoked' | 'not_found'>;
}
