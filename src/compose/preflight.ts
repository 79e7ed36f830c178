/** What must be true of the stores before a request is served (R121). */

import {
  assertMigrated,
  SchemaNotMigratedError,
  SchemaTooNewError,
} from '../adapters/postgres/migrations.js';
import { assertSession, SessionNotOursError } from '../adapters/postgres/session-check.js';
import { StoreUnavailableError } from '../app/errors.js';
import type { Config } from '../config/config.js';
import type { Parts } from './parts.js';
import { StartRefusedError } from './start-refused.js';

/** Throws `StartRefusedError`, naming the setting at fault. */
export async function preflight(
  parts: Pick<Parts, 'database' | 'pending'>,
  config: Pick<Config, 'database'>,
): Promise<void> {
  const isServer = config.database === 'postgres';
  await Promise.all([checkDatabase(parts.database, isServer), checkRedis(parts)]);
}

async function checkDatabase(database: Parts['database'], isServer: boolean): Promise<void> {
  try {
    await assertMigrated(database);
    if (isServer) await assertSession(database);
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
  if (error instanceof SessionNotOursError) {
    return new StartRefusedError('DATABASE_POOLING', 'is transaction behind this pooler');
  }
  if (error instanceof StoreUnavailableError) {
    const setting = error.part === 'redis' ? 'REDIS_URL' : 'DATABASE_URL';
    const told = error.part === 'postgres' ? SAID_BY_POSTGRES[error.reason.slice(0, 2)] : undefined;
    const detail = told ?? `${error.part} cannot be reached`;
    return new StartRefusedError(setting, `${detail} (${error.reason})`);
  }
  return undefined;
}

/** By the class of the SQLSTATE. */
const SAID_BY_POSTGRES: Readonly<Record<string, string>> = {
  '28': 'PostgreSQL refuses this user',
  '3D': 'PostgreSQL has no such database',
  '25': 'this PostgreSQL is read-only, a standby perhaps',
  '08': 'postgres cannot be reached; behind PgBouncer in transaction mode, DATABASE_POOLING is transaction',
};

/** An evicting Redis forgets counters without a word, and everyone may guess anew (R033, R121). */
async function checkRedis({ pending }: Pick<Parts, 'pending'>): Promise<void> {
  if (pending.probe === null) return;
  const { memoryPolicy } = await pending.probe();
  if (memoryPolicy === 'evicts') throw new StartRefusedError('REDIS_URL', MUST_KEEP_KEYS);
}

export const MUST_KEEP_KEYS =
  'maxmemory-policy of this Redis must be noeviction: a counter that it drops is a free guess';
