/** PostgreSQL servers of a test's own, to be stopped, copied and promoted. */

import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { freePort } from './loopback.js';
import { runOn } from './postgres.js';
import { until } from './redis.js';
import { unprivileged } from './unprivileged.js';

const run = promisify(execFile);

export interface PostgresServer {
  readonly port: number;
  readonly url: string;
  /** As a crash: nobody is told, nothing is written any more. */
  crash(): Promise<void>;
  /** After a crash, on the same port. */
  start(): Promise<void>;
  /** A streaming standby of this server, caught up with it. */
  standby(): Promise<PostgresServer>;
  /** Makes a standby a primary; resolves when it takes writes. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

export async function startPostgresServer(...options: string[]): Promise<PostgresServer> {
  const folder = await ownFolder();
  const args = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '--locale=C'];
  await run(bin('initdb'), [...args, '-E', 'UTF8', '--no-sync'], asServer(folder));
  return serve(folder, await freePort(), options);
}

async function serve(
  folder: string,
  port: number,
  options: readonly string[],
): Promise<PostgresServer> {
  const url = `postgres://postgres@127.0.0.1:${String(port)}/postgres`;
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const flags = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...options];
    const args = ['-D', join(folder, 'data'), '-p', String(port)];
    const settings = flags.flatMap((flag) => ['-c', flag]);
    const stdio = 'ignore';
    const begun = spawn(bin('postgres'), [...args, ...settings], { ...asServer(folder), stdio });
    child = begun;
    await until(async () => (await runOn(url, 'SELECT 1')).length === 1, begun);
  };
  const crash = async (): Promise<void> => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = new Promise((resolve) => ending.once('exit', resolve));
    // PostgreSQL's immediate shutdown: as a crash, but its children do not outlive it.
    ending.kill('SIGQUIT');
    await exited;
  };
  const stop = async (): Promise<void> => {
    await crash();
    await rm(folder, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    ...{ port, url, start, crash, stop },
    standby: () => copyOf(url, options),
    promote: async () => {
      await runOn(url, 'SELECT pg_promote(true, 120)');
    },
  };
}

async function copyOf(url: string, options: readonly string[]): Promise<PostgresServer> {
  const folder = await ownFolder();
  const args = ['-d', url, '-D', join(folder, 'data'), '-R', '-X', 'stream', '-c', 'fast'];
  await run(bin('pg_basebackup'), [...args, '--no-sync'], asServer(folder));
  const copy = await serve(folder, await freePort(), options);
  const behind = `SELECT 1 FROM pg_stat_replication WHERE replay_lsn = pg_current_wal_lsn()`;
  await until(async () => (await runOn(url, behind)).length === 1);
  return copy;
}

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-postgres-'));
  const { uid, gid } = unprivileged();
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  return folder;
}

function asServer(cwd: string) {
  return { ...unprivileged(), cwd, env: { ...process.env, LC_ALL: 'C' } };
}

const DEBIAN = '/usr/lib/postgresql';

function bin(program: string): string {
  const given = process.env['TEST_POSTGRES_BIN_DIR'];
  if (given) return join(given, program);
  const newest = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0] ?? '';
  return join(DEBIAN, newest, 'bin', program);
}
