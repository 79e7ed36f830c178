/** A real PgBouncer in transaction mode between the tests and PostgreSQL. */

import { spawn } from 'node:child_process';
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
  const program = process.env['TEST_PGBOUNCER'] ?? '/usr/sbin/pgbouncer';
  const child = spawn(program, [file], { ...unprivileged(), cwd: folder, stdio: 'ignore' });
  const exited = new Promise((resolve) => child.once('close', resolve));
  child.once('error', () => undefined);
  const through = (url: string): string => {
    const address = new URL(url);
    address.host = `127.0.0.1:${String(port)}`;
    return address.href;
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = through('postgres://postgres@127.0.0.1/postgres');
    await until(async () => (await runOn(url, 'SELECT 1')).length === 1, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, through, stop };
}
