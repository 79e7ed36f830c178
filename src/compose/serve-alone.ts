/** Serves everything in one process; embedded, with the demo company and the control socket. */

import type { OutboxMessage } from '../adapters/outbox/sms-sender.js';
import { listenControl } from '../cli/control.js';
import type { LoadedConfig } from '../config/load.js';
import { openDataFolder, unlinkIfThere } from './data-folder.js';
import { dataFolderRefusal } from './data-folder-refused.js';
import { ensureDemo, type Demo } from './demo.js';
import { demoLoginUrl, returnUrlOf, startDemoLogin } from './demo-login.js';
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
  /** Where the demo's login service is; null without one. */
  readonly loginUrl: string | null;
}

export interface AloneOptions {
  readonly asked: AbortSignal;
  /** Runs the demo's login service beside an embedded database. */
  readonly withLogin: boolean;
  readonly onMessage: (message: OutboxMessage) => void;
}

/** Resolves when requests are served, or to null when asked to end before that. */
export async function serveAlone(
  loaded: LoadedConfig,
  { asked, onMessage, withLogin }: AloneOptions,
): Promise<Started | null> {
  const telemetry = openTelemetry(loaded.config);
  endOnUnexpected(telemetry);
  const embedded: { demo: Demo | null } = { demo: null };
  const isEmbedded = loaded.config.database === 'embedded';
  const loginUrl = withLogin && isEmbedded ? await demoLoginUrl() : null;
  const besides = async (parts: Parts) => {
    if (!isEmbedded) return [];
    const opened = await openEmbedded(parts, loaded, loginUrl).catch((error: unknown) => {
      throw dataFolderRefusal(error);
    });
    embedded.demo = opened.demo;
    return [opened.control];
  };
  const options = { telemetry, asked, onMessage, withInternal: true, besides };
  const running = await serveUnlessAsked(loaded, options);
  if (running === null) return null;
  const { demo } = embedded;
  const login =
    loginUrl && demo ? await startDemoLogin(loginUrl, loaded.config.listen.publicUrl, demo) : null;
  const stop = async () => {
    await login?.close();
    await running.stop();
  };
  stopWhenAsked(asked, stop, telemetry);
  const { publicPort, internalPort } = running;
  return { publicPort, internalPort, demo, loginUrl };
}

/** Linux allows 108 bytes in a socket's address, macOS 104; both count the final zero. */
const MAX_SOCKET_BYTES = 103;

async function openEmbedded(parts: Parts, loaded: LoadedConfig, loginUrl: string | null) {
  const folder = openDataFolder(loaded.config.dataDir);
  if (Buffer.byteLength(folder.socket) > MAX_SOCKET_BYTES) {
    throw new StartRefusedError('ASSAY_DATA_DIR', 'is too long a path for a socket');
  }
  const operator = operatorOf(parts, loaded);
  const demo = await ensureDemo(operator, folder.demo, loginUrl && returnUrlOf(loginUrl));
  // The demo's client is known to requests from the first one on.
  await parts.durable.directory.refresh();
  // The data folder is locked by this process: a socket that is there was left behind.
  unlinkIfThere(folder.socket);
  return { demo, control: await listenControl(folder.socket, operator) };
}
