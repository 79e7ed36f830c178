/** What must be true of the stores before a request is served (R121). */

import { DatabaseError } from '../adapters/postgres/errors.js';
import {
  assertMigrated,
  SchemaNotMigratedError,
  SchemaTooNewError,
} from '../adapters/postgres/migrations.js';
import { StoreUnavailableError } from '../app/errors.js';
import type { Config } from '../config/config.js';
import type { Parts } from './parts.js';
import { StartRefusedError } from './start-refused.js';

/** Throws `StartRefusedError`, naming the setting at fault. */
export async function preflight(
  parts: Pick<Parts, 'database' | 'pending'>,
  config: Pick<Config, 'isProduction'>,
): Promise<void> {
  await Promise.all([checkDatabase(parts), checkRedis(parts, config)]);
}

async function checkDatabase({ database }: Pick<Parts, 'database'>): Promise<void> {
  try {
    await assertMigrated(database);
  } catch (error) {
    throw refusalOf(error) ?? error;
  }
}

/** What an operator can do about an error of the database; undefined for every other error. */
export function refusalOf(error: unknown): StartRefusedError | undefined {
  if (error instanceof SchemaNotMigratedError) {
    return new StartRefusedError('DATABASE_URL', `${error.message}: run \`assay migrate\``);
  }
  if (error instanceof SchemaTooNewError) {
    return new StartRefusedError('DATABASE_URL', error.message);
  }
  if (error instanceof DatabaseError && /^(28|3D)/.test(error.sqlState)) {
    const what = error.sqlState.startsWith('28') ? 'refuses this user' : 'has no such database';
    return new StartRefusedError('DATABASE_URL', `PostgreSQL ${what} (${error.sqlState})`);
  }
  if (error instanceof StoreUnavailableError) {
    const setting = error.part === 'redis' ? 'REDIS_URL' : 'DATABASE_URL';
    return new StartRefusedError(setting, `${error.part} cannot be reached (${error.reason})`);
  }
  return undefined;
}

/** An evicting Redis forgets challenges and counters without a word. */
async function checkRedis(
  { pending }: Pick<Parts, 'pending'>,
  { isProduction }: Pick<Config, 'isProduction'>,
): Promise<void> {
  if (pending.probe === null || !isProduction) return;
  const { memoryPolicy } = await pending.probe();
  if (memoryPolicy === 'evicts') {
    throw new StartRefusedError('REDIS_URL', 'maxmemory-policy of this Redis must be noeviction');
  }
}
