/** `assay start`: the service, alone or as a cluster of workers. */

import cluster from 'node:cluster';

import { loadConfig, type LoadedConfig } from '../config/load.js';
import type { Invocation } from './arguments.js';
import { embeddedScreen, smsLine } from './embedded-screen.js';
import { UsageError } from './command.js';

/** Resolves when requests are served; signals end the process later. */
export async function start(
  words: readonly string[],
  { settingsFile }: Invocation,
): Promise<undefined> {
  if (words.length > 0) throw new UsageError('start takes no words');
  const { wallClockMs } = await import('../compose/clock.js');
  const loaded = loadConfig({ settingsFile, nowMs: wallClockMs() });
  if (cluster.isWorker) {
    const { serveAsWorker } = await import('../compose/worker.js');
    await serveAsWorker(loaded);
  } else if (loaded.config.listen.workers > 1) {
    const { serveCluster } = await import('../compose/serve-cluster.js');
    await serveCluster(loaded);
  } else {
    await startAlone(loaded);
  }
}

async function startAlone(loaded: LoadedConfig): Promise<void> {
  const { serveAlone } = await import('../compose/serve-alone.js');
  const { config } = loaded;
  const write = (text: string) => process.stdout.write(`${text}\n`);
  const started = await serveAlone(loaded, (message) => write(smsLine(message)));
  const { demo, publicPort: port } = started;
  if (demo) write(embeddedScreen({ config, demo, port, internalPort: started.internalPort }));
}
