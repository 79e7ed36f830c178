/** The database over a PostgreSQL server: a pool with deadlines, and errors that leak nothing. */

import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database, DedicatedOptions, DatabaseConnection } from './database.js';
import { databaseError, isConnectionLost, withoutDetails } from './errors.js';
import { LentConnection } from './lent-connection.js';
import { beginner, CLIENT_GRACE_MS, poolConfig, type PgOptions } from './pg-session.js';
import { Reachability } from './reachability.js';
import { PING, toNow } from './statements.js';

export class PgDatabase implements Database {
  readonly #pool: pg.Pool;
  readonly #reachability: Reachability;
  readonly #dedicated: PgDatabase[] = [];
  readonly #begin: ReturnType<typeof beginner>;

  constructor(private readonly options: PgOptions) {
    this.#pool = new pg.Pool(poolConfig(options));
    this.#begin = beginner(options);
    // An idle connection that the server ends is replaced at the next use.
    this.#pool.on('error', () => undefined);
    this.#reachability = new Reachability(() => this.ping());
  }

  query<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result> {
    const over = (client: pg.PoolClient) =>
      this.#isLent ? overLent(new LentConnection(client, this.#begin)) : overOwn(client);
    return this.#connected((client) => work(over(client)), isConnectionLost);
  }

  transaction<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result> {
    return this.#connected(
      async (client) => {
        await this.#begin(client).catch(rethrow);
        return inTransaction(client, () => work(this.#isLent ? overLent(client) : overOwn(client)));
      },
      async (error, client) => isConnectionLost(error) || !(await didRollBack(client)),
    );
  }

  get #isLent(): boolean {
    return this.options.pooling === 'transaction';
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
      } catch (thrown) {
        const error = withoutDetails(thrown);
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
    } catch (error) {
      if (isConnectionLost(error) && !this.#pool.ending) this.#reachability.failed();
      throw error;
    }
  }
}

/** An error of the work is thrown as it is, after which the caller rolls back. */
async function inTransaction<Result>(
  client: pg.PoolClient,
  work: () => Promise<Result>,
): Promise<Result> {
  const result = await work().catch((error: unknown) => {
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

function overOwn(client: pg.PoolClient): DatabaseConnection {
  return {
    orm: drizzle({ client }),
    rows: async ({ name, text }, values) => {
      const result = await client.query<Row>({ name, text, values: [...values] }).catch(rethrow);
      return result.rows;
    },
  };
}

/** Statements have no names: the next one runs in another session, which does not know them. */
function overLent(client: Pick<LentConnection, 'query'>): DatabaseConnection {
  return {
    // drizzle calls nothing but `query`.
    orm: drizzle({ client: client as pg.PoolClient }),
    rows: async ({ text }, values) => {
      const result = await client.query<Row>({ text, values: [...values] }).catch(rethrow);
      return result.rows;
    },
  };
}

function rethrow(cause: unknown): never {
  throw databaseError(cause);
}

/** Columns are parsed by whoever asked. */
type Row = Record<string, unknown>;

function ignore(): void {
  // See where it is attached.
}
