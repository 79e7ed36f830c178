/** Brings the database's schema up to this release. */

import { migratePostgres } from '../adapters/postgres/migrate.js';
import type { LoadedConfig } from '../config/load.js';
import { openDatabase } from './database.js';
import { refusalOf } from './preflight.js';
import { StartRefusedError } from './start-refused.js';

/** Answers how many migrations were applied; an embedded database applies its own when it is opened. */
export async function migrate(loaded: LoadedConfig): Promise<{ readonly applied: number | null }> {
  const { databaseUrl, migrationDatabaseUrl: url } = loaded.secrets;
  if (databaseUrl === null || url === null) {
    const database = await openDatabase(loaded);
    await database.close();
    return { applied: null };
  }
  const owner = userOf(url);
  const role = userOf(databaseUrl);
  try {
    const serviceRole = role === owner ? null : role;
    return { applied: await migratePostgres({ url, ssl: false, serviceRole }) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    throw new StartRefusedError('MIGRATION_DATABASE_URL', refusal.message.replace(/^\w+: /, ''));
  }
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
