/** The port of the keys that sign tokens: sealed at rest, published before first use (R071). */

import type { AuditEvent } from '../../domain/audit-event.js';

export interface SigningKeyRecord {
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  /** The public JWK (RFC 7517), public members only. */
  readonly publicJwk: Readonly<Record<string, string>>;
  /** PKCS #8, sealed. */
  readonly sealedPrivateKey: Uint8Array;
  readonly createdAt: Date;
  /** First use; the key is published from its creation on. */
  readonly activeFrom: Date;
  /** Off the JWKS; null while in use. */
  readonly retiresAt: Date | null;
}

export interface SigningKeyStore {
  /** Keys that are not retired yet, and the database's now. */
  load(): Promise<{ readonly keys: readonly SigningKeyRecord[]; readonly now: Date }>;
  /** Makes the very first key; a racing instance's key stands, and it is the one answered. */
  createFirst(key: NewSigningKey, audit: AuditEvent): Promise<void>;
  /**
   * Publishes a key that is used `activeInSeconds` from now, and retires every other one
   * `retireOthersInSeconds` from now. Database clock.
   */
  rotate(key: NewSigningKey, schedule: RotationSchedule, audit: AuditEvent): Promise<void>;
}

export type NewSigningKey = Pick<SigningKeyRecord, 'kid' | 'publicJwk' | 'sealedPrivateKey'>;

export interface RotationSchedule {
  readonly activeInSeconds: number;
  readonly retireOthersInSeconds: number;
}
