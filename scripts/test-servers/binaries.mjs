/** Finds the programs of Redis and PostgreSQL that the tests start servers with, and curl. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const OLDEST_REDIS = 7;
/** Decision 44. */
const OLDEST_POSTGRES = 15;

/** Debian, Red Hat and Homebrew keep PostgreSQL's server programs off the PATH, one folder per version. */
const POSTGRES_HOMES = ['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt'];

/** Answers the folders that hold the programs, undefined for what is not there or too old. */
export function findBinaries(env = process.env) {
  const path = (env.PATH ?? '').split(delimiter);
  return {
    // The lines that the README and the first screen show are pasted as they stand.
    hasCurl: path.some((folder) => existsSync(join(folder, 'curl'))),
    redis: newest(given(env.TEST_REDIS_BIN_DIR) ?? path, {
      programs: ['redis-server', 'redis-cli'],
      oldest: OLDEST_REDIS,
    }),
    postgres: newest(given(env.TEST_POSTGRES_BIN_DIR) ?? [...postgresFolders(), ...path], {
      programs: ['postgres', 'initdb'],
      oldest: OLDEST_POSTGRES,
    }),
  };
}

function given(folder) {
  return folder ? [folder] : undefined;
}

function postgresFolders() {
  return POSTGRES_HOMES.filter(existsSync).flatMap((home) =>
    readdirSync(home)
      .filter((name) => /^(\d+|pgsql-\d+|postgresql@\d+)$/.test(name))
      .map((name) => join(home, name, 'bin')),
  );
}

function newest(folders, { programs, oldest }) {
  const [first] = programs;
  const found = folders
    .filter((folder) => programs.every((program) => existsSync(join(folder, program))))
    // A link on the PATH must not hide the folder that the other programs are in.
    .map((folder) => dirname(realpathSync(join(folder, first))))
    .map((folder) => ({ folder, version: majorVersion(join(folder, first)) }))
    .filter(({ version }) => version >= oldest)
    .sort((a, b) => b.version - a.version);
  return found[0]?.folder;
}

/** "Redis server v=7.0.15 ..." and "postgres (PostgreSQL) 15.13 (Debian ...)". */
function majorVersion(program) {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return Number(/(?:v=|\(PostgreSQL\) )(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}
