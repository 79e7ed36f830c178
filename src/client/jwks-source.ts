/** Fetches and caches the JWKS, so that a token is checked without a call. */

import type { KeyObject } from 'node:crypto';

import { readJwks, type KeysById } from './jwks.js';
import { parseSecureUrl } from './secure-url.js';
import { systemTimeMs } from './system-time.js';
import { KeysUnavailableError } from './token-errors.js';

const SECOND = 1_000;
/** What `max-age` may say; where it says nothing, what Assay publishes. */
const MIN_AGE_MS = 30 * SECOND;
const MAX_AGE_MS = 3_600 * SECOND;
const DEFAULT_AGE_MS = 300 * SECOND;
/** Tokens naming keys nobody knows cause at most one fetch in this time. */
const REFETCH_MS = 30 * SECOND;
/** Old keys hold this long while fetching fails; a removed key must not live on for ever. */
const STALE_MS = 600 * SECOND;
/** The pause after a failed fetch, so that sign-ins do not queue up behind time-outs. */
const RETRY_MS = 5 * SECOND;
const TIMEOUT_MS = 5 * SECOND;

export interface JwksSourceOptions {
  readonly fetch?: typeof fetch;
  /** Plain http also beyond this machine, where the network itself is trusted. */
  readonly allowPlainHttp?: boolean;
  /** Milliseconds; a clock that also dates tokens. */
  readonly now?: () => number;
}

interface Fetched {
  readonly keys: KeysById;
  readonly freshUntilMs: number;
}

export class JwksSource {
  private readonly uri: URL;
  private readonly fetch: typeof fetch;
  private readonly now: () => number;
  private fetched: Fetched | undefined;
  private pending: Promise<void> | undefined;
  private triedAtMs = -Infinity;
  private failure: KeysUnavailableError | undefined;

  /** @throws {TypeError} for plain http beyond this machine that nobody allowed. */
  constructor(uri: string | URL, options: JwksSourceOptions = {}) {
    this.uri = parseSecureUrl(uri, options.allowPlainHttp);
    this.fetch = options.fetch ?? globalThis.fetch;
    this.now = options.now ?? systemTimeMs;
  }

  /** The key of that id; undefined when the set does not hold it. @throws {KeysUnavailableError} */
  async find(kid: string): Promise<KeyObject | undefined> {
    const known = (await this.current()).get(kid);
    if (known !== undefined) return known;
    if (this.now() - this.triedAtMs >= REFETCH_MS) await this.refresh();
    if (this.failure !== undefined) throw this.failure;
    return this.fetched?.keys.get(kid);
  }

  private async current(): Promise<KeysById> {
    if (!this.isWithin(0) && !this.isPausing()) await this.refresh();
    if (this.fetched !== undefined && this.isWithin(STALE_MS)) return this.fetched.keys;
    throw this.failure ?? new KeysUnavailableError('network');
  }

  private isWithin(graceMs: number): boolean {
    return this.fetched !== undefined && this.now() < this.fetched.freshUntilMs + graceMs;
  }

  private isPausing(): boolean {
    return this.failure !== undefined && this.now() - this.triedAtMs < RETRY_MS;
  }

  /** One fetch at a time, shared by everyone who waits. Never rejects: `failure` says how it went. */
  private refresh(): Promise<void> {
    this.pending ??= this.load().finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  private async load(): Promise<void> {
    this.triedAtMs = this.now();
    try {
      this.fetched = await this.request();
      this.failure = undefined;
    } catch (error) {
      this.failure =
        error instanceof KeysUnavailableError ? error : new KeysUnavailableError('network');
    }
  }

  private async request(): Promise<Fetched> {
    const response = await this.fetch(this.uri, {
      headers: { accept: 'application/jwk-set+json, application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new KeysUnavailableError('status');
    const keys = readJwks(await response.json());
    if (keys === undefined) throw new KeysUnavailableError('content');
    const ageMs = maxAgeMs(response.headers.get('cache-control'));
    return { keys, freshUntilMs: this.now() + ageMs };
  }
}

function maxAgeMs(cacheControl: string | null): number {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})(?:$|[\s,])/i.exec(cacheControl ?? '')?.[1];
  if (seconds === undefined) return DEFAULT_AGE_MS;
  return Math.min(Math.max(Number(seconds) * SECOND, MIN_AGE_MS), MAX_AGE_MS);
}
