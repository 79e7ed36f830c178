/**
 * `node scripts/with-servers.mjs program.ts ...`: runs a program that starts Redis and PostgreSQL of its own.
 *
 * Installs and builds where that is needed, and finds or installs the servers; further words go to the program.
 */

import { delimiter, join } from 'node:path';

import { run } from './lib/process.mjs';
import { ensureBuilt, ensureInstalled, root } from './lib/project.mjs';
import { findBinaries } from './test-servers/binaries.mjs';
import { canInstall, installPackages } from './test-servers/distribution.mjs';

/** By the package that brings it. */
const PROGRAMS = { 'redis-server': 'redis', postgresql: 'postgres' };

const [program = '', ...words] = process.argv.slice(2);
await ensureInstalled();
await ensureBuilt();
const { redis, postgres } = neededPrograms();
process.exitCode = await run(process.execPath, ['--import', 'tsx', join(root, program), ...words], {
  cwd: root,
  env: {
    ...process.env,
    PATH: [redis, postgres, process.env.PATH ?? ''].join(delimiter),
    TEST_POSTGRES_BIN_DIR: postgres,
  },
});

function neededPrograms() {
  const found = findBinaries();
  const missing = missingOf(found);
  if (missing.length === 0) return found;
  const now = canInstall() && installPackages(missing) ? findBinaries() : found;
  if (missingOf(now).length === 0) return now;
  console.error('This needs the programs of Redis 7 and PostgreSQL 15 or later.');
  process.exit(1);
}

function missingOf(found) {
  return Object.keys(PROGRAMS).filter((name) => !found[PROGRAMS[name]]);
}
