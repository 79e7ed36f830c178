/** What the probes ask; answered by the composition root. */

export interface Health {
  /** Null once started and migrated and until draining begins; else why no traffic should come. */
  notReadyBecause(): 'starting' | 'migrating' | 'draining' | null;
  /** Asks every part, each within its own deadline. */
  dependencies(): Promise<readonly DependencyReport[]>;
  /** Since when the operator has paused all sends, as RFC 3339; null while they go out. */
  sendsPausedSince(): Promise<string | null>;
}

export interface DependencyReport {
  readonly part: 'redis' | 'postgres' | 'twilio';
  readonly status: 'up' | 'down' | 'unknown';
  /** Short and closed: an error class or SQLSTATE; null while up. */
  readonly reason: string | null;
  /** Milliseconds the answer took; null where none came. */
  readonly latencyMs: number | null;
  /** The part's clock minus this machine's; over 5 s is an alarm (decision 9). Null where it has none. */
  readonly clockSkewMs: number | null;
  /** Whether it may drop keys by itself when it is full (R121); null where nobody can say. */
  readonly evicts: boolean | null;
}
