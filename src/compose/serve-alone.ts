/** Serves everything in one process; embedded, with the demo company and the control socket. */

import type { OutboxMessage } from '../adapters/outbox/sms-sender.js';
import { listenControl } from '../cli/control.js';
import type { LoadedConfig } from '../config/load.js';
import { openDataFolder, unlinkIfThere } from './data-folder.js';
import { dataFolderRefusal } from './data-folder-refused.js';
import { ensureDemo, type Demo } from './demo.js';
import { operatorOf } from './operator.js';
import type { Parts } from './parts.js';
import type { Running } from './running.js';
import { serveUnlessAsked } from './serve.js';
import { endOnUnexpected, stopWhenAsked } from './signals.js';
import { StartRefusedError } from './start-refused.js';
import { openTelemetry } from './telemetry.js';

export interface Started extends Omit<Running, 'stop'> {
  /** Null unless the database is embedded. */
  readonly demo: Demo | null;
}

export interface AloneOptions {
  readonly asked: AbortSignal;
  readonly onMessage: (message: OutboxMessage) => void;
}

/** Resolves when requests are served, or to null when asked to end before that. */
export async function serveAlone(
  loaded: LoadedConfig,
  { asked, onMessage }: AloneOptions,
): Promise<Started | null> {
  const telemetry = openTelemetry(loaded.config);
  endOnUnexpected(telemetry);
  let demo: Demo | null = null;
  const besides = async (parts: Parts) => {
    if (loaded.config.database !== 'embedded') return [];
    const embedded = await openEmbedded(parts, loaded).catch((error: unknown) => {
      throw dataFolderRefusal(error);
    });
    demo = embedded.demo;
    return [embedded.control];
  };
  const options = { telemetry, asked, onMessage, withInternal: true, besides };
  const running = await serveUnlessAsked(loaded, options);
  if (running === null) return null;
  stopWhenAsked(asked, running.stop, telemetry);
  const { publicPort, internalPort } = running;
  return { publicPort, internalPort, demo };
}

/** Linux allows 108 bytes in a socket's address, macOS 104; both count the final zero. */
const MAX_SOCKET_BYTES = 103;

async function openEmbedded(parts: Parts, loaded: LoadedConfig) {
  const folder = openDataFolder(loaded.config.dataDir);
  if (Buffer.byteLength(folder.socket) > MAX_SOCKET_BYTES) {
    throw new StartRefusedError('ASSAY_DATA_DIR', 'is too long a path for a socket');
  }
  const operator = operatorOf(parts, loaded);
  const demo = await ensureDemo(operator, folder.demo);
  // The demo's client is known to requests from the first one on.
  await parts.durable.directory.refresh();
  // The data folder is locked by this process: a socket that is there was left behind.
  unlinkIfThere(folder.socket);
  return { demo, control: await listenControl(folder.socket, operator) };
}
