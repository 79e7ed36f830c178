/** How connections get their settings: when they start, or, where PgBouncer lends them, with each transaction. */

import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';
import { z } from 'zod';
import { StoreUnavailableError } from '../../app/errors.js';
import { databaseError } from './errors.js';

/** `transaction`: a pooler gives the connection to somebody else after each transaction. */
export type Pooling = 'session' | 'transaction';

export interface PgOptions {
  readonly url: string;
  readonly ssl: boolean | ConnectionOptions;
  /** `session` unless told otherwise. `transaction` is right everywhere, and costs two round trips more. */
  readonly pooling?: Pooling;
  readonly maxConnections: number;
  /** To a connection, whether free in the pool or new. */
  readonly connectTimeoutMs: number;
  /** The server ends a statement after this long, and this side stops waiting a little later. */
  readonly statementTimeoutMs: number;
  /** How long a statement may wait for somebody else's lock; by default as long as it may last. */
  readonly lockTimeoutMs?: number;
}

/** How much later than the server this side gives up: a dead peer sends no time-out. */
export const CLIENT_GRACE_MS = 250;
/** No transaction of ours waits for anything but the database; one that hangs keeps nobody's row locked (R117). */
const IDLE_TRANSACTION_MS = 3_000;

export function poolConfig(options: PgOptions): pg.PoolConfig {
  return {
    connectionString: options.url,
    ssl: options.ssl,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs,
    query_timeout: options.statementTimeoutMs + CLIENT_GRACE_MS,
    keepAlive: true,
    types,
    ...(options.pooling === 'transaction' ? {} : ownSession(options)),
  };
}

/** int8 as number, like PGlite: no column of ours outgrows 2^53. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

/** What a connection of our own is told once. PgBouncer refuses these, or drops them. */
function ownSession(options: PgOptions): pg.PoolConfig {
  const fixed = Object.entries(FIXED).map(([name, value]) => `-c ${name}=${value}`);
  return { ...limitsOf(options), options: fixed.join(' '), verify: refuseStandby };
}

function limitsOf(options: PgOptions) {
  return {
    statement_timeout: options.statementTimeoutMs,
    lock_timeout: options.lockTimeoutMs ?? options.statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
  };
}

const FIXED = {
  // A row that was acknowledged is on disk, whatever the server's or the role's default says.
  synchronous_commit: 'on',
  timezone: 'UTC',
  // Compiling a plan takes seconds, and the longest of ours runs for less than one.
  jit: 'off',
} as const;

const IS_STANDBY = 'SELECT pg_is_in_recovery() AS is_standby';

/**
 * Begins a transaction. On a connection that is lent the settings come with it, since the server's own
 * session is another one each time; one message, so one round trip. Rejects with a driver's error.
 */
export function beginner(options: PgOptions): (client: pg.ClientBase) => Promise<void> {
  if (options.pooling !== 'transaction') {
    return async (client) => {
      await client.query('BEGIN');
    };
  }
  const settings = Object.entries({ ...limitsOf(options), ...FIXED }).map(
    ([name, value]) => `SET LOCAL ${name} = '${value}'`,
  );
  const text = ['BEGIN', ...settings, IS_STANDBY].join('; ');
  return async (client) => {
    const answered: unknown = await client.query(text);
    if (begun.parse(answered).at(-1)?.rows[0]?.is_standby) throw standbyError();
  };
}

const begun = z.array(z.object({ rows: z.array(z.object({ is_standby: z.boolean() })) }));

/** What a standby knows may be old: a policy that was off, a client that was revoked (R112). */
function refuseStandby(client: pg.PoolClient, done: (error?: Error) => void): void {
  client.query<{ is_standby: boolean }>(IS_STANDBY).then(
    ({ rows }) => (rows[0]?.is_standby ? done(standbyError()) : done()),
    (cause: unknown) => done(databaseError(cause)),
  );
}

/** As the server itself says to whoever writes there. */
function standbyError(): StoreUnavailableError {
  return new StoreUnavailableError('postgres', '25006');
}
