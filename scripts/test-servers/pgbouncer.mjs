/** Finds the PgBouncer that a test puts between Assay and PostgreSQL. */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian and Ubuntu keep it where only root's PATH looks; Homebrew beside its other programs. */
const HOMES = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];

/** Answers the program's path, undefined where there is none. */
export function findPgbouncer(env = process.env) {
  if (env.TEST_PGBOUNCER) return env.TEST_PGBOUNCER;
  return [...(env.PATH ?? '').split(delimiter), ...HOMES]
    .map((folder) => join(folder, 'pgbouncer'))
    .find(existsSync);
}
