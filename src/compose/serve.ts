/** Starts one serving process: opens the parts, checks them, listens, keeps itself fresh. */

import type { OutboxMessage } from '../adapters/outbox/sms-sender.js';
import type { LoadedConfig } from '../config/load.js';
import type { Listener } from '../http/listen.js';
import { listenInternal, listenPublic } from './listeners.js';
import { openParts, type Parts } from './parts.js';
import { preflight, refusalOf } from './preflight.js';
import { keepFresh, refreshOnce, tell } from './refresh.js';
import { makeStop, Readiness, type Running } from './running.js';
import type { Telemetry } from './telemetry.js';

export interface ServeOptions {
  readonly telemetry: Telemetry;
  /** Aborted when the process is asked to end: what is not served yet never will be. */
  readonly asked: AbortSignal;
  readonly onMessage: (message: OutboxMessage) => void;
  /** False in a worker: probes and metrics are its primary's. */
  readonly withInternal: boolean;
  /** What else listens to the parts, such as the control socket. */
  readonly besides: (parts: Parts) => Promise<readonly Closable[]>;
}

type Closable = Pick<Listener, 'close'>;

interface Serving extends ServeOptions {
  readonly parts: Parts;
  readonly config: LoadedConfig['config'];
  /** What listens beside the public listener, in the order in which it was opened. */
  readonly opened: Closable[];
}

/**
 * Throws `StartRefusedError` in words when a part is missing or unfit, and `AbortError` when asked to
 * end meanwhile; either way everything is closed again.
 */
async function serve(loaded: LoadedConfig, options: ServeOptions): Promise<Running> {
  const { events } = options.telemetry;
  events.lifecycle('starting');
  const parts = await openParts(loaded, { events, onMessage: options.onMessage }).catch(refuse);
  const opened: Closable[] = [];
  try {
    return await serveParts({ ...options, parts, opened, config: loaded.config });
  } catch (error) {
    // A listener that stays would keep a process alive that serves nobody.
    await Promise.all(opened.map((listener) => listener.close(0)));
    await parts.close();
    throw refusalOf(error) ?? error;
  }
}

/** As `serve`; null when the start ended because the process was asked to. */
export async function serveUnlessAsked(
  loaded: LoadedConfig,
  options: ServeOptions,
): Promise<Running | null> {
  try {
    return await serve(loaded, options);
  } catch (error) {
    if (!options.asked.aborted) throw error;
    options.telemetry.events.lifecycle('stopped');
    return null;
  }
}

function refuse(error: unknown): never {
  throw refusalOf(error) ?? error;
}

async function serveParts({ parts, config, opened, ...options }: Serving): Promise<Running> {
  const { events, metrics } = options.telemetry;
  const readiness = new Readiness();
  await preflight(parts, config);
  await refreshOnce(parts);
  options.asked.throwIfAborted();
  const health = readiness.health(parts);
  const internal = options.withInternal
    ? await listenInternal({ health, metrics, config, events })
    : null;
  if (internal) opened.push(internal);
  opened.push(...(await options.besides(parts)));
  const publicListener = await listenPublic({ parts, config, events });
  readiness.phase = 'ready';
  events.lifecycle('ready');
  // The SDK is large: the first send must not wait for it, and neither must the start.
  parts.sending.warmUp().catch((error: unknown) => tell(events, 'process', error));
  return {
    publicPort: publicListener.address.port,
    internalPort: internal?.address.port ?? null,
    stop: makeStop({
      readiness,
      events,
      parts,
      publicListener,
      others: opened,
      stopLoops: keepFresh(parts, events, { afterDays: config.eraseAfterOffDays }),
    }),
  };
}
