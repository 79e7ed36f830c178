/** A Redis server for one test run: loopback, in memory only, gone afterwards. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { stop } from '../lib/process.mjs';
import { startServer } from './server.mjs';

const GRACE_MS = 5_000;

/** Resolves to the server's URL and a function that ends it. */
export async function startRedis({ binaries, folder }) {
  mkdirSync(folder);
  const { child, port } = await startServer({
    command: join(binaries, 'redis-server'),
    argsFor: (port) => [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--save', '', '--appendonly', 'no', '--daemonize', 'no'],
    ],
    ready: 'Ready to accept connections',
    spawnOptions: { cwd: folder },
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => stop(child, { signal: 'SIGTERM', graceMs: GRACE_MS }),
  };
}
