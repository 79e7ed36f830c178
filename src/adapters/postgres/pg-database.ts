/** The database over a PostgreSQL server: a pool with deadlines, and errors that leak nothing. */

import type { ConnectionOptions } from 'node:tls';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, DedicatedOptions, DatabaseConnection } from './database.js';
import { databaseError, isConnectionLost, withoutDetails } from './errors.js';
import { Reachability } from './reachability.js';
import { PING, toNow } from './statements.js';

export interface PgOptions {
  readonly url: string;
  readonly ssl: boolean | ConnectionOptions;
  readonly maxConnections: number;
  /** To a connection, whether free in the pool or new. */
  readonly connectTimeoutMs: number;
  /** The server ends a statement after this long, and this side stops waiting a little later. */
  readonly statementTimeoutMs: number;
  /** How long a statement may wait for somebody else's lock; by default as long as it may last. */
  readonly lockTimeoutMs?: number;
}

/** How much later than the server this side gives up: a dead peer sends no time-out. */
const CLIENT_GRACE_MS = 250;
/** No transaction of ours waits for anything but the database. */
const IDLE_TRANSACTION_MS = 3_000;

export class PgDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #reachability: Reachability;
  readonly #dedicated: PgDatabase[] = [];

  constructor(private readonly options: PgOptions) {
    this.#pool = new pg.Pool(poolConfig(options));
    // An idle connection that the server ends is replaced at the next use.
    this.#pool.on('error', () => undefined);
    this.#reachability = new Reachability(() => this.ping());
  }

  query<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result> {
    return this.#connected((client) => work(connectionOver(client)), isConnectionLost);
  }

  transaction<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result> {
    return this.#connected(
      (client) => inTransaction(client, work),
      async (error, client) => isConnectionLost(error) || !(await didRollBack(client)),
    );
  }

  isKnownDown(): boolean {
    return this.#reachability.isDown();
  }

  ping(): Promise<Date> {
    return this.query(async ({ rows }) => toNow(await rows(PING, [])));
  }

  dedicated({ queryTimeoutMs, lockTimeoutMs }: DedicatedOptions): Database {
    const statementTimeoutMs = Math.max(1, queryTimeoutMs - CLIENT_GRACE_MS);
    const limits = { maxConnections: 1, statementTimeoutMs, lockTimeoutMs };
    const own = new PgDatabase({ ...this.options, ...limits });
    this.#dedicated.push(own);
    return own;
  }

  async close(): Promise<void> {
    this.#reachability.stop();
    if (this.#pool.ending) return;
    await Promise.all([this.#pool.end(), ...this.#dedicated.map((own) => own.close())]);
  }

  /** A connection whose work failed goes back to the pool unless `isLost` finds it unfit. */
  #connected<Result>(
    work: (client: pg.PoolClient) => Promise<Result>,
    isLost: (error: unknown, client: pg.PoolClient) => boolean | Promise<boolean>,
  ): Promise<Result> {
    return this.#watched(async () => {
      const client = await this.#pool.connect().catch(rethrow);
      // A connection that dies between two statements reports it here; the statement fails by itself.
      client.on('error', ignore);
      let lost = false;
      try {
        return await work(client);
      } catch (error) {
        lost = await isLost(error, client);
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(lost);
      }
    });
  }

  async #watched<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      this.#reachability.succeeded();
      return result;
    } catch (thrown) {
      const error = withoutDetails(thrown);
      if (isConnectionLost(error) && !this.#pool.ending) this.#reachability.failed();
      throw error;
    }
  }
}

/** An error of the work is thrown as it is, after which the caller rolls back. */
async function inTransaction<Result>(
  client: pg.PoolClient,
  work: (connection: DatabaseConnection) => Promise<Result>,
): Promise<Result> {
  await client.query('BEGIN').catch(rethrow);
  const result = await work(connectionOver(client)).catch((error: unknown) => {
    throw withoutDetails(error);
  });
  await client.query('COMMIT').catch(rethrow);
  return result;
}

async function didRollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}

function connectionOver(client: pg.PoolClient): DatabaseConnection {
  return {
    orm: drizzle({ client }),
    rows: async ({ name, text }, values) => {
      const result = await client.query<Row>({ name, text, values: [...values] }).catch(rethrow);
      return result.rows;
    },
  };
}

function poolConfig(options: PgOptions): pg.PoolConfig {
  return {
    connectionString: options.url,
    ssl: options.ssl,
    max: options.maxConnections,
    connectionTimeoutMillis: options.connectTimeoutMs,
    statement_timeout: options.statementTimeoutMs,
    query_timeout: options.statementTimeoutMs + CLIENT_GRACE_MS,
    lock_timeout: options.lockTimeoutMs ?? options.statementTimeoutMs,
    // An instance that hangs in the middle of a transaction keeps nobody's row locked (R117).
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_MS,
    keepAlive: true,
    // A row that was acknowledged is on disk, whatever the server's or the role's default says.
    // Compiling a plan takes seconds, and the longest of ours runs for less than one.
    options: '-c synchronous_commit=on -c timezone=UTC -c jit=off',
    types,
  };
}

/** int8 as number, like PGlite: no column of ours outgrows 2^53. */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, Number);

function rethrow(cause: unknown): never {
  throw databaseError(cause);
}

/** Columns are parsed by whoever asked. */
type Row = Record<string, unknown>;

function ignore(): void {
  // See where it is attached.
}
