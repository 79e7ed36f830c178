/**
 * Holds the servers of one test run for as long as its standard input is open.
 *
 * A process of its own, so that everything is stopped and removed even where the test run is killed:
 * the pipe closes then, whatever ended the other side. Each line of input names a process group that
 * must not outlive the run either.
 */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { signalGroup } from '../lib/process.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

const { folder, redis, postgres, urls } = JSON.parse(process.argv[2]);
const groups = [];
const started = [];
let stopping;

createInterface({ input: process.stdin })
  .on('line', (line) => groups.push(Number(line)))
  .on('close', () => void stopEverything());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => void stopEverything());

try {
  const databaseUrl =
    urls.databaseUrl ??
    (await hold(() => startPostgres({ binaries: postgres, folder: join(folder, 'postgres') })));
  const redisUrl =
    urls.redisUrl ??
    (await hold(() => startRedis({ binaries: redis, folder: join(folder, 'redis') })));
  console.log(JSON.stringify({ databaseUrl, redisUrl }));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  await stopEverything();
}

async function hold(start) {
  if (stopping) throw new Error('Stopped before the servers were up.');
  const starting = start();
  started.push(starting);
  const { url } = await starting;
  return url;
}

function stopEverything() {
  stopping ??= stopOnce();
  return stopping;
}

async function stopOnce() {
  for (const group of groups) signalGroup(group, 'SIGKILL');
  const settled = await Promise.allSettled(started);
  await Promise.all(settled.map(({ value }) => value?.stop()));
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
