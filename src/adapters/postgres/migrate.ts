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
 * other. Throws `SchemaTooNewError` when a newer release was here.
 */
export async function migratePostgres(options: MigrateOptions): Promise<number> {
  const client = new pg.Client({ connectionString: options.url, ssl: options.ssl });
  client.on('error', () => undefined);
  await client.connect().catch(rethrow);
  try {
    // drizzle reads what was applied outside of its transaction and takes no lock of its own.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]).catch(rethrow);
    const rows = async ({ text }: { text: string }) =>
      (await client.query<Record<string, unknown>>(text).catch(rethrow)).rows;
    const orm = drizzle({ client });
    const missing = await countMissing({ orm, rows });
    if (missing > 0) await migratePg(orm, { migrationsFolder: MIGRATIONS_FOLDER });
    if (options.serviceRole !== null) await grantToService(orm, options.serviceRole);
    return missing;
  } catch (error) {
    throw withoutDetails(error);
  } finally {
    await client.end();
  }
}

function rethrow(cause: unknown): never {
  throw databaseError(cause);
}
