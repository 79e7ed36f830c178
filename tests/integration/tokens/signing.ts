/** A signing side for tests: real keys and real tokens over a store in memory and a clock set by hand. */

import { randomBytes } from 'node:crypto';

import { KeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { CryptoSigningKeyFactory } from '../../../src/adapters/crypto/signing-keys.js';
import type { Approval } from '../../../src/app/ports/attempt-ledger.js';
import type {
  NewSigningKey,
  RotationSchedule,
  SigningKeyRecord,
  SigningKeyStore,
} from '../../../src/app/ports/signing-key-store.js';
import type { SignedToken, TokenSigner } from '../../../src/app/ports/token-signer.js';
import { SigningKeys } from '../../../src/app/tokens/signing-keys.js';
import { makeTokenSigner } from '../../../src/app/tokens/token-signer.js';
import type { AuditEvent } from '../../../src/domain/audit-event.js';
import type { ChallengeId, ClientId, CompanyId, UserId } from '../../../src/domain/ids.js';

export const ISSUER = 'https://assay.example';
export const NONCE = '4b6f1c9e0d2a47f3b8e5';
export const START_MS = Date.UTC(2026, 10, 22, 9, 30);

export const OPERATOR_EVENT: AuditEvent = {
  kind: 'signing_key.rotated',
  companyId: null,
  userId: null,
  clientId: null,
  actor: { role: 'operator', id: 'cli' },
  correlationId: 'test',
  facts: {},
};

/** Time of the database and, shifted, of the process: both move together. */
export class HandClock {
  nowMs = START_MS;
  monotonicMs(): number {
    return this.nowMs - START_MS + 5_000;
  }
  pass(seconds: number): void {
    this.nowMs += seconds * 1_000;
  }
}

/** The store's contract in memory; counts what was written. */
export class SigningKeyTable implements SigningKeyStore {
  readonly rows: SigningKeyRecord[] = [];
  isDown = false;

  constructor(private readonly clock: HandClock) {}

  load(): Promise<{ readonly keys: readonly SigningKeyRecord[]; readonly now: Date }> {
    if (this.isDown) return Promise.reject(new Error('down'));
    const now = new Date(this.clock.nowMs);
    const keys = this.rows.filter(({ retiresAt }) => retiresAt === null || retiresAt > now);
    return Promise.resolve({ keys, now });
  }

  createFirst(key: NewSigningKey): Promise<void> {
    if (this.rows.length === 0) this.rows.push(this.record(key, 0));
    return Promise.resolve();
  }

  rotate(key: NewSigningKey, schedule: RotationSchedule): Promise<void> {
    const retiresAt = this.after(schedule.retireOthersInSeconds);
    const others = this.rows.map((row) => ({ ...row, retiresAt: row.retiresAt ?? retiresAt }));
    this.rows.splice(0, Infinity, ...others, this.record(key, schedule.activeInSeconds));
    return Promise.resolve();
  }

  private record(key: NewSigningKey, activeInSeconds: number): SigningKeyRecord {
    const activeFrom = this.after(activeInSeconds);
    return { ...key, createdAt: this.after(0), activeFrom, retiresAt: null };
  }

  private after(seconds: number): Date {
    return new Date(this.clock.nowMs + seconds * 1_000);
  }
}

export function approvalOf(clock: HandClock, changes: Partial<Approval> = {}): Approval {
  return {
    companyId: 'acme' as CompanyId,
    userId: 'u-1001' as UserId,
    challengeId: '0f3.S2x9hZk1Qv7tYw3bN5mE8A' as ChallengeId,
    clientId: 'c-login' as ClientId,
    purpose: 'sign_in',
    action: null,
    channels: ['sms'],
    approvedAt: Math.floor(clock.nowMs / 1_000),
    tokenTtlSeconds: 120,
    epoch: 1,
    ...changes,
  };
}

export interface SigningSide {
  readonly clock: HandClock;
  readonly table: SigningKeyTable;
  readonly keys: SigningKeys;
  /** A token approved now, with the nonce. */
  readonly token: (changes?: Partial<Approval>) => string;
  /** Another instance on the same store, not refreshed yet. */
  readonly instance: () => SigningKeys;
}

export async function makeSigningSide(): Promise<SigningSide> {
  const clock = new HandClock();
  const table = new SigningKeyTable(clock);
  const ring = KeyRing.fromSetting(randomBytes(32).toString('base64'));
  const instance = (): SigningKeys =>
    new SigningKeys({ store: table, factory: new CryptoSigningKeyFactory(ring), clock });
  const keys = instance();
  await keys.refresh();
  const signer = makeTokenSigner(keys, ISSUER);
  const token = (changes?: Partial<Approval>): string =>
    signNow(signer, approvalOf(clock, changes)).token;
  return { clock, table, keys, token, instance };
}

/** Signs for an approval that was just given; throws for one that ends without a token. */
export function signNow(
  signer: TokenSigner,
  approval: Approval,
  nonce: string | null = NONCE,
): SignedToken {
  const signed = signer.sign(approval, { nonce, issuedAt: approval.approvedAt });
  if (!signed) throw new Error('no token for this purpose');
  return signed;
}
