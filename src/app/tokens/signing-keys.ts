/** The signing keys in memory: which one signs now, which ones are published, how they rotate. */

import type { AuditEvent } from '../../domain/audit-event.js';
import { KEY_ACTIVATION_SECONDS, KEY_RETIREMENT_SECONDS } from '../../domain/token.js';
import { StoreUnavailableError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { SigningKey, SigningKeyFactory } from '../ports/signing-key-factory.js';
import type { SigningKeyRecord, SigningKeyStore } from '../ports/signing-key-store.js';
import { SealBrokenError } from '../ports/vault.js';

/** A JWK Set (RFC 7517 5), public members only. */
export interface Jwks {
  readonly keys: readonly Readonly<Record<string, string>>[];
}

export interface SigningKeysDeps {
  readonly store: SigningKeyStore;
  readonly factory: SigningKeyFactory;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/** What a refresh found, for the log. */
export interface SigningKeysReport {
  readonly current: string | undefined;
  /** Keys whose seal does not open with the master keys held here. */
  readonly unopened: readonly string[];
}

/** What was loaded last, and when, on both clocks. */
interface Snapshot {
  readonly keys: readonly SigningKeyRecord[];
  readonly databaseMs: number;
  readonly monotonicMs: number;
}

/**
 * The composition root calls `refresh` at the start and every two seconds. Between refreshes, also
 * while PostgreSQL is away, the last known keys hold and the database's time is carried on by the
 * process's own monotonic clock, so that all instances change keys at the same instant.
 */
export class SigningKeys {
  private snapshot: Snapshot = { keys: [], databaseMs: 0, monotonicMs: 0 };
  private opened: ReadonlyMap<string, SigningKey> = new Map();

  constructor(private readonly deps: SigningKeysDeps) {}

  /** Loads the keys; makes the first one where there is none. */
  async refresh(): Promise<SigningKeysReport> {
    let loaded = await this.deps.store.load();
    if (loaded.keys.length === 0) {
      await this.deps.store.createFirst(this.deps.factory.make(), auditOf('first'));
      loaded = await this.deps.store.load();
    }
    const opened = loaded.keys.flatMap((record) => this.open(record) ?? []);
    this.opened = new Map(opened.map((key) => [key.kid, key]));
    this.snapshot = {
      keys: loaded.keys,
      databaseMs: loaded.now.getTime(),
      monotonicMs: this.deps.clock.monotonicMs(),
    };
    const unopened = loaded.keys.filter(({ kid }) => !this.opened.has(kid));
    return { current: this.find()?.kid, unopened: unopened.map(({ kid }) => kid) };
  }

  /** The key that signs now. @throws {StoreUnavailableError} before the first refresh, or without any. */
  current(): SigningKey {
    const key = this.find();
    if (key === undefined) throw new StoreUnavailableError('postgres', 'no_signing_key');
    return key;
  }

  /** The public keys: from creation, before first use, until the last token they signed has expired. */
  jwks(): Jwks {
    return { keys: this.live().map(({ publicJwk }) => publicJwk) };
  }

  /**
   * Publishes a new key. Ordinarily it signs only once every cached JWKS holds it, and the keys before
   * it stay published until their last token has expired: no verification fails (R071). `immediately`
   * is for a key that leaked: tokens of the old keys are refused as soon as caches run out (at most
   * `JWKS_MAX_AGE_SECONDS`), and verifiers that do not refetch for an unknown `kid` refuse new ones as long.
   * Where there is no key yet the first one is made before, so that something signs meanwhile.
   */
  async rotate(options: { readonly immediately: boolean }, audit: AuditEvent): Promise<string> {
    await this.refresh();
    const key = this.deps.factory.make();
    const schedule = options.immediately
      ? { activeInSeconds: 0, retireOthersInSeconds: 0 }
      : {
          activeInSeconds: KEY_ACTIVATION_SECONDS,
          retireOthersInSeconds: KEY_RETIREMENT_SECONDS,
        };
    await this.deps.store.rotate(key, schedule, audit);
    await this.refresh();
    return key.kid;
  }

  /** An opened key stays open; a sealed one that does not open is left out, not fatal: others may sign. */
  private open(record: SigningKeyRecord): SigningKey | undefined {
    const known = this.opened.get(record.kid);
    if (known !== undefined) return known;
    try {
      return this.deps.factory.open(record);
    } catch (error) {
      if (error instanceof SealBrokenError) return undefined;
      throw error;
    }
  }

  /** How long the key that signs now has signed; null without any. Milliseconds. */
  ageMs(): number | null {
    const kid = this.find()?.kid;
    const record = this.snapshot.keys.find((key) => key.kid === kid);
    return record ? this.nowMs() - record.activeFrom.getTime() : null;
  }

  private find(): SigningKey | undefined {
    const usable = this.live()
      .filter(({ kid, activeFrom }) => activeFrom.getTime() <= this.nowMs() && this.opened.has(kid))
      .sort((a, b) => b.activeFrom.getTime() - a.activeFrom.getTime());
    const [newest] = usable;
    return newest && this.opened.get(newest.kid);
  }

  private live(): readonly SigningKeyRecord[] {
    const now = this.nowMs();
    return this.snapshot.keys.filter(({ retiresAt }) => !retiresAt || retiresAt.getTime() > now);
  }

  /** The database's time, carried on: what tokens are issued by. Milliseconds since 1970. */
  nowMs(): number {
    return this.snapshot.databaseMs + this.deps.clock.monotonicMs() - this.snapshot.monotonicMs;
  }
}

function auditOf(reason: string): AuditEvent {
  return {
    kind: 'signing_key.rotated',
    companyId: null,
    userId: null,
    clientId: null,
    actor: { role: 'system', id: 'assay' },
    correlationId: 'start',
    facts: { reason },
  };
}
