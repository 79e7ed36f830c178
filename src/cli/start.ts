/** `assay start`: the service, alone or as a cluster of workers. */

import cluster from 'node:cluster';

import { loadConfig, type LoadedConfig } from '../config/load.js';
import type { Invocation } from './arguments.js';
import { embeddedScreen, smsLine } from './embedded-screen.js';
import { UsageError } from './command.js';
import type { serveAlone } from '../compose/serve-alone.js';

/** Beside an embedded database also the login service of `examples/`. */
const DEMO = '--demo';

/** Resolves when requests are served, or when a signal ended the start; signals end the process later. */
export async function start(
  words: readonly string[],
  { settingsFile }: Invocation,
): Promise<undefined> {
  const others = words.filter((word) => word !== DEMO);
  if (others.length > 0) throw new UsageError(`start takes no words: ${others.join(' ')}`);
  const { stopRequest } = await import('../compose/stop-request.js');
  const asked = stopRequest();
  const { wallClockMs } = await import('../compose/clock.js');
  const loaded = loadConfig({ settingsFile, nowMs: wallClockMs() });
  if (cluster.isWorker) {
    const { serveAsWorker } = await import('../compose/worker.js');
    await serveAsWorker(loaded, asked);
  } else if (loaded.config.listen.workers > 1) {
    const { serveCluster } = await import('../compose/serve-cluster.js');
    await serveCluster(loaded, asked);
  } else {
    await startAlone(loaded, { asked, withLogin: words.includes(DEMO) });
  }
}

type Alone = Pick<Parameters<typeof serveAlone>[1], 'asked' | 'withLogin'>;

async function startAlone(loaded: LoadedConfig, alone: Alone): Promise<void> {
  const { serveAlone } = await import('../compose/serve-alone.js');
  const { config } = loaded;
  const write = (text: string) => process.stdout.write(`${text}\n`);
  const onMessage = (message: Parameters<typeof smsLine>[0]) => write(smsLine(message));
  const started = await serveAlone(loaded, { ...alone, onMessage });
  if (!started?.demo) return;
  const { demo, loginUrl, publicPort: port, internalPort } = started;
  write(embeddedScreen({ config, demo, loginUrl, port, internalPort }));
}
