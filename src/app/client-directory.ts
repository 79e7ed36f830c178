/** All calling services in memory, looked up by the digest of what they present (decision 28). */

import { hash, randomBytes } from 'node:crypto';

import type { ClientId } from '../domain/ids.js';
import { StoreUnavailableError } from './errors.js';
import type { Client, ClientStore } from './ports/client-store.js';
import type { Clock } from './ports/clock.js';

/** A list older than this answers nobody: a revocation may be missing from it. Five seconds. */
const STALE_AFTER_MS = 5_000;

/** What `newCredential` makes; anything else is refused before it is hashed. */
const CREDENTIAL = /^assay_[A-Za-z0-9_-]{43}$/;

const SECRET_BYTES = 32;

/** A fresh credential: `secret` is shown once and never kept, `hash` is stored. */
export function newCredential(): { readonly secret: string; readonly hash: string } {
  const secret = `assay_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  return { secret, hash: credentialHash(secret) };
}

/** SHA-256, hex. A plain hash is enough for 256 random bits. */
export function credentialHash(secret: string): string {
  return hash('sha256', secret, 'hex');
}

interface Entry {
  readonly client: Client;
  readonly expiresAtMs: number;
}

interface Loaded {
  readonly byHash: ReadonlyMap<string, Entry>;
  readonly byId: ReadonlyMap<ClientId, Client>;
  /** On the monotonic clock, from before the list was asked for, so that ages err on the safe side. */
  readonly askedAtMs: number;
  /** The database's now of that moment. */
  readonly nowMs: number;
}

export class ClientDirectory {
  #loaded: Loaded | undefined;

  constructor(
    private readonly store: Pick<ClientStore, 'load'>,
    private readonly clock: Clock,
  ) {}

  /** Loads the list anew; called every 2 s. Of overlapping calls the one that asked last stays. */
  async refresh(): Promise<void> {
    const askedAtMs = this.clock.monotonicMs();
    const { clients, now } = await this.store.load();
    if (this.#loaded && this.#loaded.askedAtMs > askedAtMs) return;
    this.#loaded = {
      byHash: index(clients),
      byId: indexById(clients),
      askedAtMs,
      nowMs: now.getTime(),
    };
  }

  /**
   * The client that a credential belongs to; undefined for one that is unknown, revoked or expired.
   * Never asks the database. Throws `StoreUnavailableError` while the list is missing or too old.
   */
  find(presented: string): Client | undefined {
    const { loaded, ageMs } = this.#fresh();
    if (!CREDENTIAL.test(presented)) return undefined;
    const entry = loaded.byHash.get(credentialHash(presented));
    return entry && entry.expiresAtMs > loaded.nowMs + ageMs ? entry.client : undefined;
  }

  /**
   * The client itself, for what outlives the request that began it; undefined for one that is unknown or
   * revoked. Its credentials may have expired meanwhile. Throws as `find` does.
   */
  byId(clientId: ClientId): Client | undefined {
    return this.#fresh().loaded.byId.get(clientId);
  }

  /** Until the first client has no credential left; null where none has any. Milliseconds. */
  lifeLeftMs(): number | null {
    if (!this.#loaded) return null;
    const { byHash, nowMs, askedAtMs } = this.#loaded;
    const lastOf = new Map<ClientId, number>();
    for (const { client, expiresAtMs } of byHash.values()) {
      lastOf.set(client.clientId, Math.max(expiresAtMs, lastOf.get(client.clientId) ?? 0));
    }
    const first = Math.min(...lastOf.values());
    const nowOnMs = nowMs + this.clock.monotonicMs() - askedAtMs;
    return lastOf.size === 0 ? null : Math.max(0, first - nowOnMs);
  }

  #fresh(): { readonly loaded: Loaded; readonly ageMs: number } {
    const loaded = this.#loaded;
    const ageMs = loaded ? this.clock.monotonicMs() - loaded.askedAtMs : Infinity;
    if (!loaded || ageMs > STALE_AFTER_MS)
      throw new StoreUnavailableError('postgres', 'clients_stale');
    return { loaded, ageMs };
  }
}

function indexById(clients: readonly Client[]): Map<ClientId, Client> {
  const live = clients.filter((client) => client.revokedAt === null);
  return new Map(live.map((client) => [client.clientId, client]));
}

function index(clients: readonly Client[]): Map<string, Entry> {
  return new Map(
    clients
      .filter((client) => client.revokedAt === null)
      .flatMap((client) =>
        client.credentials.map(({ hash, expiresAt }): [string, Entry] => [
          hash,
          { client, expiresAtMs: expiresAt.getTime() },
        ]),
      ),
  );
}
