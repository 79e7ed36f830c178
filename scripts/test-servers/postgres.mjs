/** A PostgreSQL server for one test run: loopback, a fresh cluster, durable as in production. */

import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { stop } from '../lib/process.mjs';
import { startServer } from './server.mjs';
import { unprivilegedUser } from './unprivileged.mjs';

const GRACE_MS = 10_000;
/** Several test files at once, each with pools of its own. */
const MAX_CONNECTIONS = 300;

/** Resolves to the superuser's URL and a function that ends the server. */
export async function startPostgres({ binaries, folder }) {
  const user = unprivilegedUser();
  mkdirSync(folder, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  // English messages: the start is read from them.
  const spawnOptions = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  const data = join(folder, 'data');
  createCluster(join(binaries, 'initdb'), data, spawnOptions);
  const { child, port } = await startServer({
    command: join(binaries, 'postgres'),
    argsFor: (port) => [
      ...['-D', data, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
      ...['-c', `max_connections=${MAX_CONNECTIONS}`],
    ],
    ready: 'database system is ready to accept connections',
    spawnOptions,
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for connections.
    stop: () => stop(child, { signal: 'SIGINT', graceMs: GRACE_MS }),
  };
}

function createCluster(initdb, data, spawnOptions) {
  // Not synced: nobody needs this cluster after a power cut. The server itself keeps fsync on.
  const args = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const result = spawnSync(initdb, args, { ...spawnOptions, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new Error(`${initdb} failed\n${result.error?.message ?? result.stderr}`);
  }
}
