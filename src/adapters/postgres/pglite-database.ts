/** The database inside this process: PGlite on a data folder, or in memory. */

import { existsSync, mkdirSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite, type PGliteOptions, type Transaction } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { StoreUnavailableError } from '../../app/errors.js';
import type { Database, DatabaseConnection, Statement } from './database.js';
import { databaseError, withoutDetails } from './errors.js';
import { DatabaseFolderError } from './database-folder-error.js';
import { countMissing, MIGRATIONS_FOLDER } from './migrations.js';
import { lockDataFolder } from './pglite-lock.js';
import { PING, toNow } from './statements.js';

/** An empty cluster made by scripts/build-pglite-template.mjs: opening it needs half the memory of initdb. */
const TEMPLATE = fileURLToPath(new URL('../../../assets/pglite/template.tar.gz', import.meta.url));

/**
 * Opens the data folder, makes it at the first start, and applies what migrations it lacks. Without a
 * folder everything is in memory. Throws `DataFolderInUseError` while another process has it open,
 * `DatabaseFolderError`, and `SchemaTooNewError` after a newer release.
 */
export async function openPglite(dataDir: string | null): Promise<PgliteDatabase> {
  if (dataDir === null) return migrated(await start(undefined), () => undefined);
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o700 });
  const unlock = await lockDataFolder(dataDir);
  try {
    return await migrated(await start(dataDir), unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Nobody else has it open, so there is nothing to lock while migrations are applied. */
async function migrated(pglite: PGlite, unlock: () => void): Promise<PgliteDatabase> {
  const database = new PgliteDatabase(pglite, unlock);
  try {
    const missing = await database.query(countMissing);
    const settings = { migrationsFolder: MIGRATIONS_FOLDER };
    if (missing > 0) await database.query(() => migrate(drizzle({ client: pglite }), settings));
    return database;
  } catch (error) {
    await pglite.close();
    throw error;
  }
}

async function start(dataDir: string | undefined): Promise<PGlite> {
  const template = existsSync(TEMPLATE) ? { loadDataDir: await openAsBlob(TEMPLATE) } : {};
  if (dataDir === undefined) return PGlite.create(template);
  const unfinished = `${dataDir}.unfinished`;
  if (existsSync(unfinished)) rmSync(dataDir, { recursive: true, force: true });
  if (existsSync(`${dataDir}/PG_VERSION`)) return create({ dataDir });
  // A process that is killed while it unpacks leaves half a cluster: the next one starts over.
  writeFileSync(unfinished, '', { mode: 0o600 });
  const pglite = await create({ dataDir, ...template });
  rmSync(unfinished);
  return pglite;
}

function create(options: PGliteOptions & { readonly dataDir: string }): Promise<PGlite> {
  return PGlite.create(options).catch(() => {
    throw new DatabaseFolderError();
  });
}

/**
 * One connection: transactions wait for each other inside PGlite, so none ever meets a lock. Nothing
 * here begins a transaction by hand, or another caller's statement would slip into it (decision 39).
 */
export class PgliteDatabase implements Database {
  readonly #pglite: PGlite;
  readonly #unlock: () => void;

  constructor(pglite: PGlite, unlock: () => void) {
    this.#pglite = pglite;
    this.#unlock = unlock;
  }

  query<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result> {
    return this.#clean(() => work(connectionOver(this.#pglite)));
  }

  transaction<Result>(work: (connection: DatabaseConnection) => Promise<Result>): Promise<Result> {
    return this.#clean(() => this.#pglite.transaction((tx) => work(connectionOver(tx))));
  }

  /** It lives in this process. */
  isKnownDown(): boolean {
    return this.#pglite.closed;
  }

  ping(): Promise<Date> {
    return this.query(async ({ rows }) => toNow(await rows(PING, [])));
  }

  dedicated(): Database {
    return this;
  }

  async close(): Promise<void> {
    if (this.#pglite.closed) return;
    await this.#pglite.close();
    this.#unlock();
  }

  async #clean<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#pglite.closed) throw new StoreUnavailableError('postgres', 'closed');
    try {
      return await work();
    } catch (error) {
      throw withoutDetails(error);
    }
  }
}

function connectionOver(client: PGlite | Transaction): DatabaseConnection {
  return {
    // drizzle runs its own transactions on PGlite's transaction object in just this way.
    orm: drizzle({ client: client as PGlite }),
    rows: ({ text }: Statement, values) =>
      client.query(text, [...values]).then(
        ({ rows }) => rows,
        (cause: unknown) => {
          throw databaseError(cause);
        },
      ),
  };
}
