/** Fresh migrated databases for tests: on the real server, or inside this process. */

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Database } from '../../src/adapters/postgres/database.js';
import { migratePostgres } from '../../src/adapters/postgres/migrate.js';
import { PgDatabase } from '../../src/adapters/postgres/pg-database.js';
import type { PgOptions } from '../../src/adapters/postgres/pg-session.js';
import { openPglite } from '../../src/adapters/postgres/pglite-database.js';

/** For tests that are not about time: no machine is so busy that they would give up. */
const PATIENT = { connectTimeoutMs: 60_000, statementTimeoutMs: 60_000 };

export interface TestDatabase {
  readonly database: Database;
  close(): Promise<void>;
}

export interface PostgresTestDatabase extends TestDatabase {
  /** Connects as the owner. */
  readonly url: string;
  /** One more instance of the service on the same database. */
  open(options?: Partial<PgOptions>): PgDatabase;
}

/** A database of its own on `TEST_DATABASE_URL` or another server, migrated unless told otherwise. */
export async function createTestDatabase({
  isMigrated = true,
  server = process.env['TEST_DATABASE_URL'],
}: {
  readonly isMigrated?: boolean;
  readonly server?: string | undefined;
} = {}): Promise<PostgresTestDatabase> {
  if (!server) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server for tests');
  const name = `assay_test_${randomBytes(8).toString('hex')}`;
  await runOn(server, `CREATE DATABASE ${name}`);
  const url = withPath(server, name);
  if (isMigrated) await migratePostgres({ url, ssl: false, serviceRole: null });
  const opened: PgDatabase[] = [];
  const open = (options: Partial<PgOptions> = {}) => {
    const database = new PgDatabase({ ...pgOptions(url), ...PATIENT, ...options });
    opened.push(database);
    return database;
  };
  const close = async () => {
    await Promise.all(opened.map((database) => database.close()));
    await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, database: open(), open, close };
}

/** In memory and gone with `close`. */
export async function createPgliteTestDatabase(): Promise<TestDatabase> {
  const database = await openPglite(null);
  return { database, close: () => database.close() };
}

/** Runs statements on a connection of its own and answers the last rows. */
export async function runOn(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result: unknown = await client.query(text);
    const last: unknown = Array.isArray(result) ? result.at(-1) : result;
    return (last as pg.QueryResult<Record<string, unknown>>).rows;
  } finally {
    await client.end();
  }
}

/** The same database for a role of its own, made here, that may do what the service needs. */
export async function asServiceRole(url: string, role: string): Promise<string> {
  await runOn(url, `CREATE ROLE ${role} LOGIN`);
  await migratePostgres({ url, ssl: false, serviceRole: role });
  const own = new URL(url);
  own.username = role;
  return own.href;
}

/** As the service is set: for what it does when the server hangs or is gone. */
export function pgOptions(url: string): PgOptions {
  return {
    url,
    ssl: false,
    maxConnections: 4,
    connectTimeoutMs: 2_000,
    statementTimeoutMs: 5_000,
  };
}

function withPath(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
