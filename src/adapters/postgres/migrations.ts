/** What the migration folder holds, and what a database has applied of it. */

import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { z } from 'zod';
import type { Database, DatabaseConnection, Statement } from './database.js';
import { DatabaseError } from './errors.js';

/** At the root of the package, beside src and dist alike. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** The database was migrated by a newer release: this one does not know its tables. */
export class SchemaTooNewError extends Error {
  override readonly name = 'SchemaTooNewError';

  constructor() {
    super('the database schema is newer than this release');
  }
}

/** Migrations are missing: `assay migrate` applies them. */
export class SchemaNotMigratedError extends Error {
  override readonly name = 'SchemaNotMigratedError';

  constructor(readonly missing: number) {
    super(`the database schema lacks ${missing} migration(s)`);
  }
}

const APPLIED: Statement = {
  name: 'assay_applied_migrations',
  text: 'SELECT hash FROM drizzle.__drizzle_migrations ORDER BY created_at',
};
const applied = z.array(z.object({ hash: z.string() }));

/** Refuses to start on any schema but this release's. One small read. */
export async function assertMigrated(database: Database): Promise<void> {
  const missing = await database.query(countMissing);
  if (missing > 0) throw new SchemaNotMigratedError(missing);
}

/** Throws `SchemaTooNewError` when anything was applied that this release does not know. */
export async function countMissing(connection: DatabaseConnection): Promise<number> {
  const known = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER }).map(({ hash }) => hash);
  const found = applied
    .parse(await connection.rows(APPLIED, []).catch(noTable))
    .map(({ hash }) => hash);
  if (found.some((hash, position) => hash !== known[position])) throw new SchemaTooNewError();
  return known.length - found.length;
}

/** 42P01 undefined table, 3F000 undefined schema: nothing was ever applied. */
function noTable(error: unknown): readonly unknown[] {
  if (error instanceof DatabaseError && /^(42P01|3F000)$/.test(error.sqlState)) return [];
  throw error;
}
