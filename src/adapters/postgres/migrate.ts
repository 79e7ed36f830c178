/** Applies the migrations, one process at a time, and gives the service's role what it needs. */

import type { ConnectionOptions } from 'node:tls';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { databaseError, withoutDetails } from './errors.js';
import { countMissing, MIGRATIONS_FOLDER } from './migrations.js';
import { grantToService } from './service-role.js';

export interface MigrateOptions {
  /** Connects as the owner of the tables. */
  readonly url: string;
  readonly ssl: boolean | ConnectionOptions;
  /** The role the service connects as, where it is another one (decision 32). */
  readonly serviceRole: string | null;
}

/** "assay" and a number: what racing migrations of one database wait on. */
const LOCK_KEY = 418_230_001;

/**
 * Applies what is missing and answers how many migrations that were. Racing processes wait for each
 * other, also behind a pooler that lends connections for a transaction. Throws `SchemaTooNewError` when
 * a newer release was here.
 */
export async function migratePostgres(options: MigrateOptions): Promise<number> {
  return connected(options, (holder) =>
    locked(holder, () => connected(options, (client) => applyMissing(client, options))),
  );
}

/** drizzle reads what was applied outside of its transaction and takes no lock of its own. */
async function applyMissing(client: pg.Client, { serviceRole }: MigrateOptions): Promise<number> {
  const rows = async ({ text }: { text: string }) =>
    (await client.query<Record<string, unknown>>(text).catch(rethrow)).rows;
  const orm = drizzle({ client });
  const missing = await countMissing({ orm, rows });
  if (missing > 0) await migratePg(orm, { migrationsFolder: MIGRATIONS_FOLDER });
  if (serviceRole !== null) await grantToService(orm, serviceRole);
  return missing;
}

/** The lock is a transaction's and not a session's, so that no pooler keeps it for somebody else. */
async function locked<Result>(holder: pg.Client, work: () => Promise<Result>): Promise<Result> {
  const begin = `BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0`;
  await holder.query(begin).catch(rethrow);
  await holder.query('SELECT pg_advisory_xact_lock($1)', [LOCK_KEY]).catch(rethrow);
  return work();
}

async function connected<Result>(
  { url, ssl }: MigrateOptions,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, ssl });
  client.on('error', () => undefined);
  await client.connect().catch(rethrow);
  try {
    return await work(client);
  } catch (error) {
    throw withoutDetails(error);
  } finally {
    // Ends the transaction that holds the lock as well.
    await client.end();
  }
}

function rethrow(cause: unknown): never {
  throw databaseError(cause);
}
