/** Opens the database: PostgreSQL, or PGlite in the data folder. */

import type { Database } from '../adapters/postgres/database.js';
import type { LoadedConfig } from '../config/load.js';
import { openDataFolder } from './data-folder.js';
import { assertRoom, dataFolderRefusal } from './data-folder-refused.js';

/** Per process; group commit adds one connection of its own. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 1_500;
/** Less than a request's deadline, so that a caller hears of it (R108). */
const STATEMENT_TIMEOUT_MS = 1_500;

/**
 * PostgreSQL is connected at first use; an embedded database is opened, migrated and locked for this
 * process. PGlite is only ever loaded for the latter. Throws `DataFolderInUseError`, and
 * `StartRefusedError` for a data folder that cannot be used.
 */
export async function openDatabase({ config, secrets }: LoadedConfig): Promise<Database> {
  if (secrets.databaseUrl === null) return openEmbedded(config.dataDir);
  const { PgDatabase } = await import('../adapters/postgres/pg-database.js');
  return new PgDatabase({
    url: secrets.databaseUrl,
    // `sslmode` in the address decides; the settings see to it that production has it.
    ssl: false,
    pooling: config.databasePooling,
    maxConnections: MAX_CONNECTIONS,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
  });
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const { openPglite } = await import('../adapters/postgres/pglite-database.js');
  try {
    const { database } = openDataFolder(dataDir);
    assertRoom(dataDir);
    return await openPglite(database);
  } catch (error) {
    throw dataFolderRefusal(error);
  }
}
