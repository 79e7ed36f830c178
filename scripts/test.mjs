/**
 * `npm test`: installs, builds, brings Redis, PostgreSQL, Chromium and promtool, runs all tests, leaves nothing behind.
 *
 * Takes the servers that TEST_REDIS_URL and TEST_DATABASE_URL name, else starts its own. Needs no
 * package, so that it works in a fresh clone. Further arguments go to jest.
 */

import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

import { exitOf, signalGroup } from './lib/process.mjs';
import { ensureBuilt, ensureInstalled, root } from './lib/project.mjs';
import { findBinaries } from './test-servers/binaries.mjs';
import { findChromium, installPacked, PACKED_NEEDS } from './test-servers/chromium.mjs';
import { canInstall, hasChromiumPackage, installPackages } from './test-servers/distribution.mjs';
import { findPgbouncer } from './test-servers/pgbouncer.mjs';
import { findPromtool, installPromtool } from './test-servers/promtool.mjs';
import { reachableFolder, unprivilegedUser } from './test-servers/unprivileged.mjs';

const JEST_GRACE_MS = 10_000;
/** Of a Chromium that no package of the distribution brings. */
const chromiumCache = join(root, 'node_modules/.cache/assay-chromium');
const promtoolCache = join(root, 'node_modules/.cache/assay-promtool');

/** By the package that brings it. The servers are needed even where both are given: some tests break their own. */
const PROGRAMS = {
  'redis-server': 'redis',
  postgresql: 'postgres',
  pgbouncer: 'pgbouncer',
  curl: 'hasCurl',
  chromium: 'chromium',
  prometheus: 'promtool',
};

await ensureInstalled();
await ensureBuilt();
process.exitCode = await testWith(await neededPrograms());

async function testWith(programs) {
  const folder = makeRunFolder();
  const servers = spawnServers({ ...programs, folder });
  const gone = exitOf(servers);
  try {
    const urls = await firstLine(servers);
    return urls ? await runJest({ ...programs, ...urls, folder }, servers.stdin) : 1;
  } finally {
    servers.stdin.end();
    await gone;
  }
}

async function neededPrograms() {
  const found = findPrograms();
  const missing = missingPackages(found);
  if (missing.length === 0) return found;
  if (canInstall() && (await install(missing))) {
    const now = findPrograms();
    if (missingPackages(now).length === 0) return now;
  }
  console.error(
    'The tests need curl, Chromium, PgBouncer, promtool and the programs of Redis 7 or later and PostgreSQL 15 or later: install them ' +
      '(on Debian: apt-get install --no-install-recommends curl chromium pgbouncer prometheus redis-server postgresql) or name them in ' +
      'TEST_CHROMIUM, TEST_PGBOUNCER, TEST_PROMTOOL, TEST_REDIS_BIN_DIR and TEST_POSTGRES_BIN_DIR.',
  );
  process.exit(1);
}

function findPrograms() {
  return {
    ...findBinaries(),
    pgbouncer: findPgbouncer(),
    chromium: findChromium(chromiumCache),
    promtool: findPromtool(promtoolCache),
  };
}

function missingPackages(found) {
  return Object.keys(PROGRAMS).filter((name) => !found[PROGRAMS[name]]);
}

async function install(missing) {
  const isPacked = missing.includes('chromium') && !hasChromiumPackage();
  const apart = ['prometheus', ...(isPacked ? ['chromium'] : [])];
  const packages = [
    ...missing.filter((name) => !apart.includes(name)),
    ...(isPacked ? PACKED_NEEDS : []),
  ];
  if (packages.length > 0 && !installPackages(packages)) return false;
  if (missing.includes('prometheus') && !installPromtool(promtoolCache)) return false;
  return !isPacked || installPacked(chromiumCache);
}

/** Holds everything of this run: server data, and as `tmp` the temporary folder of the tests. */
function makeRunFolder() {
  const parent = reachableFolder([tmpdir(), '/tmp', '/var/tmp'], unprivilegedUser());
  const folder = mkdtempSync(join(parent, 'assay-test-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'tmp'));
  chmodSync(join(folder, 'tmp'), 0o1777);
  return folder;
}

/** Detached: Ctrl-C at the terminal ends the tests first and their servers after them. */
function spawnServers({ folder, redis, postgres }) {
  const urls = {
    redisUrl: process.env.TEST_REDIS_URL || undefined,
    databaseUrl: process.env.TEST_DATABASE_URL || undefined,
  };
  const job = JSON.stringify({ folder, redis, postgres, urls });
  return spawn(process.execPath, [join(root, 'scripts/test-servers/serve.mjs'), job], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** The servers' addresses; undefined where they could not be started. */
async function firstLine(servers) {
  const lines = createInterface({ input: servers.stdout })[Symbol.asyncIterator]();
  const { value } = await lines.next();
  return value === undefined ? undefined : JSON.parse(value);
}

/** In a process group of its own, so that nothing a test started outlives the run. */
async function runJest(context, keeper) {
  const jest = spawn(
    process.execPath,
    [join(root, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)],
    { cwd: root, env: testEnvironment(context), detached: true, stdio: ['ignore', 1, 2] },
  );
  keeper.write(`${jest.pid}\n`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      signalGroup(jest.pid, signal);
      setTimeout(() => signalGroup(jest.pid, 'SIGKILL'), JEST_GRACE_MS).unref();
    });
  }
  return exitOf(jest);
}

function testEnvironment(context) {
  const { redis, postgres, pgbouncer, chromium, promtool } = context;
  const { redisUrl, databaseUrl, folder } = context;
  const { PATH = '', NODE_OPTIONS = '' } = process.env;
  return {
    ...process.env,
    PATH: [redis, postgres, PATH].join(delimiter),
    NODE_OPTIONS: `${NODE_OPTIONS} --experimental-vm-modules --no-warnings`.trim(),
    TMPDIR: join(folder, 'tmp'),
    TEST_CHROMIUM: chromium,
    TEST_PGBOUNCER: pgbouncer,
    TEST_PROMTOOL: promtool,
    TEST_REDIS_URL: redisUrl,
    TEST_DATABASE_URL: databaseUrl,
    TEST_REDIS_BIN_DIR: redis,
    TEST_POSTGRES_BIN_DIR: postgres,
  };
}
