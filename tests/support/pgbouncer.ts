/** A real PgBouncer in transaction mode between the tests and PostgreSQL. */

import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from './loopback.js';
import { runOn } from './postgres.js';
import { until } from './redis.js';
import { unprivileged } from './unprivileged.js';

export interface PgBouncer {
  readonly port: number;
  /** The same address, by way of the pooler. */
  through(url: string): string;
  /** Stands still: connections stay open and are not answered, until `resume`. */
  hang(): void;
  resume(): void;
  /** Cuts every connection, as `kill -9` does. */
  kill(): Promise<void>;
  /** After `kill`, on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** As docs/operations.md says, on the server at `port`; with few connections, so that they are shared. */
export async function startPgbouncer(
  serverPort: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<PgBouncer> {
  const folder = await mkdtemp(join(tmpdir(), 'assay-pgbouncer-'));
  const port = await freePort();
  const given = {
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: '4',
    max_client_conn: '200',
    server_login_retry: '1',
    query_wait_timeout: '2',
    ...settings,
  };
  const lines = Object.entries(given).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, 'pgbouncer.ini');
  const target = `* = host=127.0.0.1 port=${String(serverPort)} user=postgres`;
  await writeFile(file, ['[databases]', target, '[pgbouncer]', ...lines, ''].join('\n'));
  await chmod(folder, 0o755);
  const through = (url: string): string => {
    const address = new URL(url);
    address.host = `127.0.0.1:${String(port)}`;
    return address.href;
  };
  const program = process.env['TEST_PGBOUNCER'] ?? '/usr/sbin/pgbouncer';
  let child: ChildProcess;
  let exited: Promise<unknown>;
  const start = async (): Promise<void> => {
    const begun = spawn(program, [file], { ...unprivileged(), cwd: folder, stdio: 'ignore' });
    child = begun;
    exited = new Promise((resolve) => begun.once('close', resolve));
    begun.once('error', () => undefined);
    const url = through('postgres://postgres@127.0.0.1/postgres');
    await until(async () => (await runOn(url, 'SELECT 1')).length === 1, begun);
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async (): Promise<void> => {
    await kill();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  const hang = () => child.kill('SIGSTOP');
  const resume = () => child.kill('SIGCONT');
  return { port, through, hang, resume, kill, start, stop };
}
